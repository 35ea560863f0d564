using NeuroLab.Notebooks.Session;

namespace NeuroLab.Tool.Reports;

/// <summary>An error of a cell as the command tells it.</summary>
internal static class CellErrorText
{
    /// <summary>The details, or the message where there are none.</summary>
    public static string Text(this CellError error) => error.Details.Count > 0 ? error.ToString() : error.Message;
}
