using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuroLab.Notebooks.Session.Errors;

/// <summary>Where the compiler found an error.</summary>
/// <param name="Error">The error.</param>
/// <param name="Node">The innermost part of the code that it is about.</param>
/// <param name="Compilation">The piece, with all that it can see.</param>
internal sealed record ErrorPlace(Diagnostic Error, SyntaxNode Node, CSharpCompilation Compilation)
{
    /// <summary>The compiler's number for it, such as <c>CS0103</c>.</summary>
    public string Id => Error.Id;

    /// <summary>What names and types mean there.</summary>
    public SemanticModel Model { get; } = Compilation.GetSemanticModel(Compilation.SyntaxTrees[0]);

    /// <summary>The variable, method, type or statement of the cell that it stands in.</summary>
    public MemberDeclarationSyntax? Member => Node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().LastOrDefault();

    /// <summary>The line of code that it starts on, trimmed.</summary>
    public string Line => Node.SyntaxTree.GetText().Lines.GetLineFromPosition(Error.Location.SourceSpan.Start).ToString().Trim();
}
