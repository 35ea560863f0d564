using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuroLab.Notebooks.Session.Errors;

/// <summary>Finds the using that would make an unknown type's name known.</summary>
internal static class MissingUsing
{
    /// <summary>The namespaces that have a public type of this name.</summary>
    public static string[] NamespacesOf(SimpleNameSyntax name, CSharpCompilation compilation) =>
    [
        .. Namespaces(compilation.GlobalNamespace)
            .Where(space => !space.IsGlobalNamespace && space.GetTypeMembers(name.Identifier.Text, name.Arity)
                .Any(type => type.DeclaredAccessibility == Accessibility.Public))
            .Select(space => space.ToDisplayString())
            .Where(space => !space.Contains("Internal", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A sentence that names the using.</summary>
    public static string Suggest(string name, IReadOnlyList<string> namespaces) => namespaces.Count == 1
        ? $"Add \"using {namespaces[0]};\" above it: {name} is there."
        : $"It may be one of these: {string.Join(", ", namespaces.Take(4).Select(space => $"using {space};"))}";

    private static IEnumerable<INamespaceSymbol> Namespaces(INamespaceSymbol space) =>
        space.GetNamespaceMembers().SelectMany(Namespaces).Prepend(space);
}
