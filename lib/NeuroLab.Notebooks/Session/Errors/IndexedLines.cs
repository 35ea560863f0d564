using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NeuroLab.Notebooks.Session.Errors;

/// <summary>
/// Finds the lines where an index may have been outside its array. The machine code of a method has one place from which all of its
/// wrong indices are thrown, so the stack trace names the method's first line, or none.
/// </summary>
internal static class IndexedLines
{
    /// <summary>The method by which the runtime throws for a wrong index.</summary>
    public const string Thrower = "ThrowIndexOutOfRangeException";

    /// <summary>The lines, from 1, on which the method takes something by an index.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="line">A line of the method, from 1; 0 stands for what is in no method.</param>
    public static int[] Of(string source, int line)
    {
        SyntaxTree tree = SubmissionCompiler.Parse(source, "").Tree;
        SyntaxNode root = tree.GetRoot();
        TextLineCollection lines = tree.GetText().Lines;
        SyntaxNode method = root;
        if (line > 0 && line <= lines.Count)
        {
            TextLine text = lines[line - 1];
            int start = text.Start + (text.ToString().Length - text.ToString().TrimStart().Length);
            method = root.FindToken(start).Parent!.AncestorsAndSelf().FirstOrDefault(IsMethod) ?? root;
        }

        return
        [
            .. method.DescendantNodes(node => node == method || !IsMethod(node))
                .OfType<ElementAccessExpressionSyntax>()
                .Select(access => access.GetLocation().GetLineSpan().StartLinePosition.Line + 1).Distinct(),
        ];
    }

    private static bool IsMethod(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;
}
