using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NeuroLab.Notebooks.Session;

/// <summary>
/// Lets <c>Console.InputEncoding = ...</c> leave a cell its reader. .NET makes another one then, for the process's own input, which has
/// ended: what the cell reads would be nothing, where it should be what the user is asked for.
/// </summary>
internal static class InputEncodings
{
    private const string Ours = $"global::NeuroLab.Notebooks.Session.{nameof(CellSurroundings)}.{nameof(CellSurroundings.InputEncoding)}";

    /// <summary>The piece with its assignments led to <see cref="CellSurroundings.InputEncoding"/>; null where it has none.</summary>
    /// <param name="compilation">The piece, which has no errors: what stands behind the assignment moves, so no error should be told of the new one.</param>
    public static CSharpCompilation? Lead(CSharpCompilation compilation)
    {
        SyntaxTree tree = compilation.SyntaxTrees[0];
        SourceText text = tree.GetText();
        if (!text.ToString().Contains(nameof(Console.InputEncoding), StringComparison.Ordinal))
            return null;
        SemanticModel model = compilation.GetSemanticModel(tree);
        TextChange[] changes =
        [
            .. tree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>()
                .Where(assignment => IsConsoles(model.GetSymbolInfo(assignment.Left).Symbol))
                .Select(assignment => new TextChange(assignment.Left.Span, Ours)),
        ];
        return changes.Length == 0 ? null : compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(changes)));
    }

    private static bool IsConsoles(ISymbol? symbol) =>
        symbol is IPropertySymbol { Name: nameof(Console.InputEncoding), ContainingType: { Name: nameof(Console), ContainingNamespace.Name: nameof(System) } };
}
