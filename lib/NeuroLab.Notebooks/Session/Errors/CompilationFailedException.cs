using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NeuroLab.Notebooks.Session.Errors;

/// <summary>A piece of a notebook does not compile.</summary>
internal sealed class CompilationFailedException(IReadOnlyList<Diagnostic> errors, CSharpCompilation compilation, string code, bool isSyntax)
    : Exception(errors[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture))
{
    /// <summary>What is wrong, in the compiler's words.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; } = errors;

    /// <summary>The piece, with all that it can see.</summary>
    public CSharpCompilation Compilation { get; } = compilation;

    /// <summary>The lines of the piece as they were written.</summary>
    public IReadOnlyList<string> Lines { get; } = code.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Whether it could not even be read; then no assembly that is missing can be the reason.</summary>
    public bool IsSyntax { get; } = isSyntax;
}
