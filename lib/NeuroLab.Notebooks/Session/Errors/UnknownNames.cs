using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuroLab.Notebooks.Session.Errors;

/// <summary>Finds what was meant by a name that the compiler does not know.</summary>
internal static class UnknownNames
{
    private static readonly Dictionary<string, string> Foreign = new()
    {
        ["print"] = "Console.WriteLine(...) prints a line; display(...) shows a value.",
        ["let"] = "A variable is declared with var: var x = 5;",
        ["def"] = "A method begins with the type of its result: float Twice(float x) => 2 * x;",
        ["True"] = "It is written true.",
        ["False"] = "It is written false.",
        ["None"] = "It is written null.",
    };

    public static string? HintFor(ErrorPlace place, NotebookCells cells)
    {
        if (place.Node is not SimpleNameSyntax name)
            return null;
        return place.Id switch
        {
            "CS0103" or "CS0246" => Foreign.GetValueOrDefault(name.Identifier.Text) ?? Undeclared(name, place, cells),
            "CS0117" or "CS1061" => NoMember(name, place),
            _ => null,
        };
    }

    private static string? Undeclared(SimpleNameSyntax name, ErrorPlace place, NotebookCells cells)
    {
        string text = name.Identifier.Text;
        // Known, but used as what it is not.
        if (!place.Model.LookupSymbols(name.SpanStart, name: text).IsEmpty)
            return null;
        string[] namespaces = MissingUsing.NamespacesOf(name, place.Compilation);
        if (cells.Find(text, namespaces, place.Node.SyntaxTree.FilePath) is { } found)
            return found;
        if (namespaces.Length > 0)
            return MissingUsing.Suggest(text, namespaces);
        INamedTypeSymbol? math = place.Compilation.GetTypeByMetadataName("System.Math");
        if (math?.GetMembers(text).Length > 0)
            return $"{text} is in Math: write Math.{text}, or \"using static System.Math;\" above it.";
        return Similar(text, place.Model.LookupSymbols(name.SpanStart))
            ?? (name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name
                ? $"The first time a variable gets a value it is declared: var {text} = ...;"
                : null);
    }

    private static string? NoMember(SimpleNameSyntax name, ErrorPlace place)
    {
        if (name.Parent is not MemberAccessExpressionSyntax access)
            return null;
        if (place.Model.GetSymbolInfo(access.Expression).Symbol is ITypeSymbol type)
            return Similar(name.Identifier.Text, place.Model.LookupStaticMembers(name.SpanStart, type));
        if (place.Model.GetTypeInfo(access.Expression).Type is not { } owner)
            return null;
        IReadOnlyList<ISymbol> members = place.Model.LookupSymbols(name.SpanStart, owner, includeReducedExtensionMethods: true);
        return name.Identifier.Text is "Length" or "Size" && members.FirstOrDefault(member => member is IPropertySymbol { Name: "Count" }) is not null
            ? $"A {owner.Name} has Count, an array Length."
            : Similar(name.Identifier.Text, members);
    }

    private static string? Similar(string name, IEnumerable<ISymbol> known) =>
        SimilarName.Of(name, known.Where(symbol => symbol.CanBeReferencedByName).Select(symbol => symbol.Name)) is { } meant
            ? $"Did you mean {meant}?"
            : null;
}
