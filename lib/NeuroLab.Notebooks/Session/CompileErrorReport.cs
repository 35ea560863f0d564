using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NeuroLab.Notebooks.Session;

/// <summary>Words compile errors: place, message, the source line with a caret, and a using that would help.</summary>
internal static class CompileErrorReport
{
    private const int MostErrors = 10;

    public static CellError Describe(IReadOnlyList<Diagnostic> errors, CSharpCompilation compilation)
    {
        List<string> lines = [];
        foreach (Diagnostic error in errors.OrderBy(error => error.Location.SourceSpan.Start).Take(MostErrors))
            lines.AddRange(Describe(error, compilation));
        if (errors.Count > MostErrors)
            lines.Add($"... {errors.Count - MostErrors} more errors");
        return new CellError("CompileError", lines.Count == 0 ? "The cell does not compile." : lines[0], lines);
    }

    private static IEnumerable<string> Describe(Diagnostic error, CSharpCompilation compilation)
    {
        FileLinePositionSpan span = error.Location.GetMappedLineSpan();
        LinePosition start = span.StartLinePosition;
        string file = CellFile.IsCell(span.Path) ? "" : span.Path;
        yield return FormattableString.Invariant(
            $"{file}({start.Line + 1},{start.Character + 1}): error {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");

        if (error.Location.SourceTree is { } tree)
        {
            LinePosition place = error.Location.GetLineSpan().StartLinePosition;
            string line = tree.GetText().Lines[place.Line].ToString();
            yield return "    " + line;
            // A tab before the caret keeps it below its letter whatever a tab's width.
            yield return "    " + string.Concat(line.Take(place.Character).Select(letter => letter == '\t' ? '\t' : ' ')) + "^";
        }

        if (error.Id is "CS0246" or "CS0103" && MissingUsing.Suggest(error, compilation) is { } hint)
            yield return "    " + hint;
    }
}
