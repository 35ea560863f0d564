using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NeuroLab.Notebooks.Session;

/// <summary>
/// Makes <c>using var x = ...;</c> work at the top of a cell, where the compiler's script dialect knows no such thing: it becomes a plain
/// variable, and the session disposes of it when the cell ends, as a method would.
/// </summary>
internal static class UsingDeclarations
{
    /// <summary>The piece with plain variables, every letter where it was, and their names.</summary>
    public static (SyntaxTree Tree, ImmutableArray<string> Names) Replace(SyntaxTree tree)
    {
        SyntaxNode root = tree.GetRoot();
        if (!root.ContainsDiagnostics)
            return (tree, []);
        SourceText text = tree.GetText();
        List<TextChange> changes = [];
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        foreach (SyntaxToken keyword in root.DescendantTokens(descendIntoTrivia: true).Where(IsMisread))
        {
            if (SyntaxFactory.ParseStatement(text.ToString(TextSpan.FromBounds(keyword.SpanStart, text.Length)), consumeFullText: false)
                is not LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } declaration
                || declaration.Declaration.Variables[0] is { Initializer: null })
            {
                continue;
            }

            names.AddRange(declaration.Declaration.Variables.Select(variable => variable.Identifier.Text));
            SyntaxToken before = keyword.GetPreviousToken(includeSkipped: true);
            if (before.Text == "await")
                changes.Add(Blank(before));
            changes.Add(Blank(keyword));
        }

        return changes.Count == 0 ? (tree, []) : (tree.WithChangedText(text.WithChanges(changes)), names.ToImmutable());
    }

    // At the top the compiler takes it for a using directive that is broken.
    private static bool IsMisread(SyntaxToken token) =>
        token.IsKind(SyntaxKind.UsingKeyword) && token.Parent is UsingDirectiveSyntax { ContainsDiagnostics: true } or SkippedTokensTriviaSyntax;

    private static TextChange Blank(SyntaxToken token) => new(token.Span, new string(' ', token.Span.Length));
}
