using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Site;

/// <summary>A notebook to be shown in a site.</summary>
/// <param name="Path">Its file; the page is named after it, and pictures beside it are found there.</param>
/// <param name="Document">Its cells with the outputs to show.</param>
public sealed record SiteNotebook(string Path, NotebookDocument Document)
{
    /// <summary>The name under which the notebook lies in the site: its own, but <c>.ipynb</c> also where it was a <c>.dib</c>.</summary>
    public string FileName { get; init; } = System.IO.Path.GetFileNameWithoutExtension(Path) + ".ipynb";

    /// <summary>The name of the page: <c>01-neuron.html</c> for <c>01-neuron.ipynb</c>.</summary>
    public string PageName { get; init; } = System.IO.Path.GetFileNameWithoutExtension(Path) + ".html";

    /// <summary>The leading digits of the file name, such as <c>01</c>; empty where it has none.</summary>
    public string Number => string.Concat(FileName.TakeWhile(char.IsAsciiDigit));
}
