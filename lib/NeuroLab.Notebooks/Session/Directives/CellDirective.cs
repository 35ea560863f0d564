namespace NeuroLab.Notebooks.Session.Directives;

/// <summary>A line of a cell that speaks to the host, not to the compiler.</summary>
/// <param name="Name">Such as <c>#r</c>, <c>#!import</c> or <c>#!time</c>.</param>
/// <param name="Argument">What follows, without quotation marks.</param>
/// <param name="Line">Its line in the cell, from 0.</param>
internal sealed record CellDirective(string Name, string Argument, int Line)
{
    /// <summary>Whether it runs another file's code in its place.</summary>
    public bool IsImport => Name is "#!import" or "#load";

    /// <summary>The directive as it was written.</summary>
    public override string ToString() => $"{Name} \"{Argument}\"";
}
