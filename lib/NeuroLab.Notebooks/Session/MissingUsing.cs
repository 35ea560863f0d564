using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuroLab.Notebooks.Session;

/// <summary>Finds the using that would make an unknown type's name known.</summary>
internal static class MissingUsing
{
    /// <summary>A sentence that names the using, or null where no referenced assembly has such a type.</summary>
    public static string? Suggest(Diagnostic error, CSharpCompilation compilation)
    {
        SyntaxNode? node = error.Location.SourceTree?.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        if (node is not SimpleNameSyntax name)
            return null;
        string[] namespaces =
        [
            .. Namespaces(compilation.GlobalNamespace)
                .Where(space => !space.IsGlobalNamespace && space.GetTypeMembers(name.Identifier.Text, name.Arity)
                    .Any(type => type.DeclaredAccessibility == Accessibility.Public))
                .Select(space => space.ToDisplayString())
                .Where(space => !space.Contains("Internal", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        return namespaces.Length switch
        {
            0 => null,
            1 => $"Add \"using {namespaces[0]};\" above it: {name.Identifier.Text} is there.",
            _ => $"It may be one of these: {string.Join(", ", namespaces.Take(4).Select(space => $"using {space};"))}",
        };
    }

    private static IEnumerable<INamespaceSymbol> Namespaces(INamespaceSymbol space) =>
        space.GetNamespaceMembers().SelectMany(Namespaces).Prepend(space);
}
