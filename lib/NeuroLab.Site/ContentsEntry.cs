namespace NeuroLab.Site;

/// <summary>A line of a page's table of contents.</summary>
/// <param name="Level">2 for a section, 3 for a part of one.</param>
/// <param name="Id">The id of the heading.</param>
/// <param name="Html">The words of the heading, without links.</param>
internal sealed record ContentsEntry(int Level, string Id, string Html);
