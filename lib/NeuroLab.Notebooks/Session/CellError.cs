namespace NeuroLab.Notebooks.Session;

/// <summary>Why a cell failed, in the student's terms.</summary>
/// <param name="Name">The kind of failure, such as <c>CompileError</c> or an exception's name.</param>
/// <param name="Message">What went wrong, in a line or two.</param>
/// <param name="Details">All there is to say, line by line: the message, the places, the source lines.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Details)
{
    /// <summary>An error of which all is said by its message.</summary>
    internal static CellError Of(string name, string message) => new(name, message, message.Split('\n'));

    /// <summary>The details as one text.</summary>
    public override string ToString() => string.Join('\n', Details);
}
