using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NeuroLab.Notebooks.Session.Directives;

/// <summary>Finds the directives of a cell. The compiler's own lexer does it, so strings, comments and <c>#if</c> are heeded.</summary>
internal static class DirectiveReader
{
    private const string Known = """
        The lines starting with #! that a cell may have are
          #!import "file"   runs the cells of a .dib, .ipynb, .cs or .csx file
          #!time            tells how long the cell took
          #!csharp          says that the cell is C#, as every cell is
        """;

    /// <summary>Splits a cell into its directives and the C# that remains.</summary>
    /// <param name="code">The cell's text.</param>
    /// <returns>The directives in order, and the text with each directive's line left empty, so that line numbers stay.</returns>
    public static (IReadOnlyList<CellDirective> Directives, string Code) Read(string code)
    {
        // Most cells have none, and reading twice takes time.
        if (!code.Contains("#!", StringComparison.Ordinal) && !code.Contains("#r", StringComparison.Ordinal))
            return ([], code);

        SourceText text = SourceText.From(code);
        List<CellDirective> directives = [];
        List<TextChange> blanks = [];
        SyntaxNode root = CSharpSyntaxTree.ParseText(text, SubmissionCompiler.ParseOptions).GetRoot();
        foreach (DirectiveTriviaSyntax trivia in root.DescendantTrivia(descendIntoTrivia: true)
            .Select(trivia => trivia.GetStructure()).OfType<DirectiveTriviaSyntax>())
        {
            TextLine line = text.Lines.GetLineFromPosition(trivia.SpanStart);
            string content = line.ToString().Trim();
            bool isReference = trivia.IsKind(SyntaxKind.ReferenceDirectiveTrivia);
            if (!isReference && !content.StartsWith("#!", StringComparison.Ordinal))
                continue;
            // The compiler heeds #r even where #if leaves it out, so that one goes too, but is not followed.
            if (trivia.IsActive)
                directives.Add(Split(content, line.LineNumber));
            blanks.Add(new TextChange(line.Span, ""));
        }

        return (directives, text.WithChanges(blanks).ToString());
    }

    private static CellDirective Split(string content, int line)
    {
        int end = content.AsSpan(2).IndexOfAny(' ', '\t', '"');
        string name = end < 0 ? content : content[..(end + 2)];
        string argument = content[name.Length..];
        int comment = argument.LastIndexOf("//", StringComparison.Ordinal);
        if (comment >= 0 && comment > argument.LastIndexOf('"'))
            argument = argument[..comment];
        if (name is not ("#r" or "#!import" or "#!time" or "#!csharp" or "#!c#" or "#!C#"))
            throw CellFailedException.Because("UnknownDirective", $"Line {line + 1}: {name} is not known here.\n{Known}");
        return new CellDirective(name, argument.Trim().Trim('"').Trim(), line);
    }
}
