using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NeuroLab.Notebooks.Session.Errors;

/// <summary>Words compile errors: place, message, the source line with a caret, and what would help.</summary>
internal static class CompileErrorReport
{
    private const int MostErrors = 10;

    /// <param name="failure">The errors.</param>
    /// <param name="cells">The notebook's cells, one of which may declare what is missing.</param>
    public static CellError Describe(CompilationFailedException failure, NotebookCells cells)
    {
        IReadOnlyList<Diagnostic> errors = ErrorCascade.Reduce(failure.Errors, failure.IsSyntax);
        List<string> lines = [];
        HashSet<string> hints = [];
        foreach (Diagnostic error in errors.Take(MostErrors))
        {
            lines.AddRange(Describe(error, failure.Lines));
            // Where several errors have one remedy it is read once.
            if (Hint(error, failure, cells) is { } hint && hints.Add(hint))
                lines.AddRange(hint.Split('\n').Select(line => "    " + line));
        }

        if (errors.Count > MostErrors)
            lines.Add($"... {errors.Count - MostErrors} more errors");
        return new CellError("CompileError", lines[0], lines);
    }

    private static IEnumerable<string> Describe(Diagnostic error, IReadOnlyList<string> code)
    {
        FileLinePositionSpan span = error.Location.GetMappedLineSpan();
        LinePosition start = span.StartLinePosition;
        string file = CellFile.IsCell(span.Path) ? "" : span.Path;
        // The compiler makes a class of a cell, of which the cell says nothing.
        string message = error.GetMessage(CultureInfo.InvariantCulture)
            .Replace("The type 'Script'", "The cell", StringComparison.Ordinal).Replace("Type 'Script'", "The cell", StringComparison.Ordinal);
        yield return FormattableString.Invariant($"{file}({start.Line + 1},{start.Character + 1}): error {error.Id}: {message}");

        if (error.Location.IsInSource)
        {
            LinePosition place = error.Location.GetLineSpan().StartLinePosition;
            string line = code[place.Line];
            yield return "    " + line;
            // A tab before the caret keeps it below its letter whatever a tab's width.
            yield return "    " + string.Concat(line.Take(place.Character).Select(letter => letter == '\t' ? '\t' : ' ')) + "^";
        }
    }

    private static string? Hint(Diagnostic error, CompilationFailedException failure, NotebookCells cells)
    {
        if (error.Location.SourceTree is not { } tree)
            return null;
        ErrorPlace place = new(error, tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true), failure.Compilation);
        return DialectHints.For(place) ?? BeginnerHints.For(place) ?? UnknownNames.HintFor(place, cells);
    }
}
