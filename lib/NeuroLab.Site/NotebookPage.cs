namespace NeuroLab.Site;

/// <summary>A notebook's page, before the frame that all pages share is put around it.</summary>
/// <param name="Notebook">The notebook shown.</param>
/// <param name="Summary">What it says of itself.</param>
/// <param name="Body">Its cells, as HTML.</param>
/// <param name="Contents">Its headings.</param>
/// <param name="FailedCells">How many of its cells failed.</param>
internal sealed record NotebookPage(
    SiteNotebook Notebook, NotebookSummary Summary, string Body, IReadOnlyList<ContentsEntry> Contents, int FailedCells)
{
    /// <summary>Whether the page holds formulas.</summary>
    public bool HasMath => Body.Contains("class=\"math", StringComparison.Ordinal);

    /// <summary>Whether the page holds charts.</summary>
    public bool HasCharts => Body.Contains("class=\"neurolab-chart\"", StringComparison.Ordinal);

    /// <summary>Number and title as text, for the browser's tab and for links.</summary>
    public string Name => Notebook.Number.Length > 0 ? $"{Notebook.Number} {Summary.PlainTitle}" : Summary.PlainTitle;
}
