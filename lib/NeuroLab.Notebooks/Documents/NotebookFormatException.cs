namespace NeuroLab.Notebooks.Documents;

/// <summary>A file is not a notebook that can be read; the message says where, why and what to do.</summary>
/// <param name="path">The file, as the caller named it.</param>
/// <param name="place">Where in the file: a line and column, a cell, or "" for the file as a whole.</param>
/// <param name="problem">What was expected and what was found.</param>
/// <param name="remedy">How to put it right.</param>
/// <param name="inner">The exception below, if there is one.</param>
public sealed class NotebookFormatException(
    string path, string place, string problem, string remedy, Exception? inner = null)
    : Exception(Describe(path, place, problem, remedy), inner)
{
    /// <summary>The file, as the caller named it.</summary>
    public string Path { get; } = path;

    /// <summary>Where in the file, such as <c>line 12, column 3</c> or <c>cell 4</c>; empty for the file as a whole.</summary>
    public string Place { get; } = place;

    private static string Describe(string path, string place, string problem, string remedy) =>
        place.Length == 0 ? $"{path}: {problem} {remedy}" : $"{path}, {place}: {problem} {remedy}";
}
