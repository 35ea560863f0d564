using System.Globalization;

namespace NeuroLab.Notebooks.Session;

/// <summary>The name under which a cell's code is compiled, by which its frames are found again in a stack trace.</summary>
internal static class CellFile
{
    private const string Start = "cell [";

    /// <summary>The name of a cell, by the number that stands beside it in the notebook.</summary>
    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Start}{number}]");

    /// <summary>Whether a file of a stack trace is a cell and not a file.</summary>
    public static bool IsCell(string file) => file.StartsWith(Start, StringComparison.Ordinal);
}
