using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuroLab.Notebooks.Session;

/// <summary>A compiled piece of a notebook.</summary>
/// <param name="Compilation">What later pieces build on.</param>
/// <param name="Assembly">The code.</param>
/// <param name="Symbols">The line numbers.</param>
/// <param name="EntryType">The type that holds the entry point; null where there is nothing to run, as with a lone using.</param>
/// <param name="EntryMethod">The entry point.</param>
/// <param name="Used">The names of the variables to be disposed of when the cell ends.</param>
internal sealed record Submission(
    CSharpCompilation Compilation, MemoryStream Assembly, MemoryStream Symbols, string? EntryType, string? EntryMethod, IReadOnlyList<string> Used)
{
    /// <summary>The code.</summary>
    public CompilationUnitSyntax Root => Compilation.SyntaxTrees[0].GetCompilationUnitRoot();

    /// <summary>Whether the piece ends in an expression to show. That it gave null doesn't tell: so does a piece that ends in anything else.</summary>
    public bool EndsInValue()
    {
        return Root.Members.LastOrDefault()
                is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
            && Compilation.GetSemanticModel(Compilation.SyntaxTrees[0]).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void };
    }
}
