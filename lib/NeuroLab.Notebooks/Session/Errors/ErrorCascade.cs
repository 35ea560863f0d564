using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NeuroLab.Notebooks.Session.Errors;

/// <summary>Leaves out the errors that only follow from others, so that the first to be read is the one to mend.</summary>
internal static class ErrorCascade
{
    private const string NotAStatement = "CS0201";
    private const string NoSuchMember = "CS1061";
    private static readonly HashSet<string> UnusableExtension = ["CS1109", "CS9283"];

    /// <summary>The errors worth reading, in the order of the text.</summary>
    public static IReadOnlyList<Diagnostic> Reduce(IReadOnlyList<Diagnostic> errors, bool isSyntax)
    {
        IEnumerable<Diagnostic> ordered = errors.OrderBy(error => error.Location.SourceSpan.Start);
        // Once lost, the parser stumbles over every other word of a line; in another language over every line.
        if (isSyntax && BeginnerHints.LooksLikePython(LineOf(ordered.First())))
            return [ordered.First()];
        if (isSyntax)
            return [.. ordered.DistinctBy(error => error.Location.GetLineSpan().StartLinePosition.Line)];
        bool lacksExtensions = errors.Any(error => UnusableExtension.Contains(error.Id));
        return
        [
            .. ordered.DistinctBy(error => (error.Id, error.GetMessage(CultureInfo.InvariantCulture)))
                .Where(error => !(lacksExtensions && error.Id == NoSuchMember))
                .Where(error => error.Id != NotAStatement || !errors.Any(other =>
                    other.Id != NotAStatement && other.Location.SourceSpan.IntersectsWith(error.Location.SourceSpan))),
        ];
    }

    private static string LineOf(Diagnostic error) =>
        error.Location.SourceTree?.GetText().Lines.GetLineFromPosition(error.Location.SourceSpan.Start).ToString() ?? "";
}
