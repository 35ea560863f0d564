namespace NeuroLab.Notebooks.Documents;

/// <summary>One section of a <c>.dib</c> file.</summary>
/// <param name="Language">Its language, such as <c>csharp</c>, <c>markdown</c> or <c>meta</c>.</param>
/// <param name="Source">Its text, without the line that names the language.</param>
/// <param name="FirstLine">The file's line, from 1, on which the text starts.</param>
public sealed record DibSection(string Language, string Source, int FirstLine);
