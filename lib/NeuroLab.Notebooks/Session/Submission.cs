using Microsoft.CodeAnalysis.CSharp;

namespace NeuroLab.Notebooks.Session;

/// <summary>A compiled piece of a notebook.</summary>
/// <param name="Compilation">What later pieces build on.</param>
/// <param name="Assembly">The code.</param>
/// <param name="Symbols">The line numbers.</param>
/// <param name="EntryType">The type that holds the entry point; null where there is nothing to run, as with a lone using.</param>
/// <param name="EntryMethod">The entry point.</param>
/// <param name="HasValue">Whether the piece ends in an expression to show.</param>
internal sealed record Submission(
    CSharpCompilation Compilation, MemoryStream Assembly, MemoryStream Symbols, string? EntryType, string? EntryMethod, bool HasValue);
