namespace NeuroLab.Notebooks.Session;

/// <summary>A cell of the notebook as the host knows it, run or not. Errors then say which cell declares a name that is missing.</summary>
/// <param name="Name">How messages call it, such as <c>cell [3]</c>.</param>
/// <param name="Code">Its text.</param>
public sealed record OtherCell(string Name, string Code)
{
    /// <summary>A cell by the number that stands beside it, or will when the cells are run in order.</summary>
    /// <param name="number">The number.</param>
    /// <param name="code">The cell's text.</param>
    public static OtherCell Numbered(int number, string code) => new(CellFile.NameOf(number), code);
}
