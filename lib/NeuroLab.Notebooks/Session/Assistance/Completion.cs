using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuroLab.Notebooks.Session.Assistance;

/// <summary>Finds what may stand at the cursor: members after a dot, else names in scope and keywords.</summary>
internal static class Completion
{
    private const int MostMatches = 500;

    private static readonly string[] Keywords =
    [
        .. SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText)
            .Where(word => word.All(char.IsAsciiLetterLower) && !word.StartsWith("__", StringComparison.Ordinal)),
    ];

    /// <summary>The <c>matches</c> with their <c>types</c>, and the <c>start</c> of what they replace.</summary>
    public static JsonObject At(string code, int cursor, SemanticModel model)
    {
        int start = cursor;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]))
            start--;
        string prefix = code[start..cursor];
        SyntaxNode root = model.SyntaxTree.GetRoot();
        if (IsText(root, cursor))
            return Matches(cursor, []);

        SyntaxToken left = TokenBefore(root, start);
        IEnumerable<ISymbol> symbols = left.Kind() switch
        {
            SyntaxKind.DotToken => Members(model, left, start),
            SyntaxKind.NewKeyword => model.LookupNamespacesAndTypes(start),
            SyntaxKind.UsingKeyword when left.Parent is UsingDirectiveSyntax => model.LookupNamespacesAndTypes(start).OfType<INamespaceSymbol>(),
            _ => model.LookupSymbols(start),
        };
        IEnumerable<(string Name, string Type, bool IsExtension)> found = symbols
            .Where(symbol => symbol.CanBeReferencedByName && symbol.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && IsForPeople(symbol))
            .Select(symbol => (symbol.Name, TypeOf(symbol), symbol is IMethodSymbol { MethodKind: MethodKind.ReducedExtension }));
        if (!left.IsKind(SyntaxKind.DotToken) && !left.IsKind(SyntaxKind.NewKeyword))
            found = found.Concat(Keywords.Where(word => prefix.Length > 0 && word.StartsWith(prefix, StringComparison.Ordinal)).Select(word => (word, "keyword", false)));
        // What a type has itself is looked for more often than what LINQ adds to every sequence.
        return Matches(start, found.DistinctBy(item => item.Name)
            .OrderBy(item => !item.Name.StartsWith(prefix, StringComparison.Ordinal)).ThenBy(item => item.IsExtension)
            .ThenBy(item => item.Name, StringComparer.OrdinalIgnoreCase).Select(item => (item.Name, item.Type)));
    }

    /// <summary>The answer in the worker's form.</summary>
    public static JsonObject Matches(int start, IEnumerable<(string Name, string Type)> found)
    {
        JsonArray names = [], types = [];
        foreach ((string name, string type) in found.Take(MostMatches))
        {
            names.Add(name);
            types.Add(type);
        }

        return new JsonObject { ["start"] = start, ["matches"] = names, ["types"] = types };
    }

    /// <summary>The last token that ends at or before a place.</summary>
    public static SyntaxToken TokenBefore(SyntaxNode root, int position)
    {
        SyntaxToken token = root.FindToken(Math.Clamp(position, 0, root.FullSpan.End));
        while (!token.IsKind(SyntaxKind.None) && (token.Span.End > position || token.Span.IsEmpty))
            token = token.GetPreviousToken();
        return token;
    }

    private static IEnumerable<ISymbol> Members(SemanticModel model, SyntaxToken dot, int position)
    {
        SyntaxNode? owner = dot.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        if (owner is null)
            return [];
        ISymbol? symbol = model.GetSymbolInfo(owner).Symbol;
        if (symbol is INamespaceSymbol space)
            return model.LookupNamespacesAndTypes(position, space);
        if (symbol is ITypeSymbol type)
            return model.LookupStaticMembers(position, type).Concat(model.LookupNamespacesAndTypes(position, type));
        ITypeSymbol? value = model.GetTypeInfo(owner).Type;
        if (dot.Parent is MemberBindingExpressionSyntax && value is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            value = nullable.TypeArguments[0];
        return value is null or IErrorTypeSymbol
            ? []
            : model.LookupSymbols(position, value, includeReducedExtensionMethods: true)
                .Where(member => !member.IsStatic && member is not ITypeSymbol);
    }

    private static bool IsText(SyntaxNode root, int cursor)
    {
        SyntaxTrivia trivia = root.FindTrivia(Math.Max(0, cursor - 1));
        if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
            return true;
        SyntaxToken token = root.FindToken(Math.Max(0, cursor - 1));
        return token.Span.Start < cursor && (token.Span.End >= cursor || token.ContainsDiagnostics) && token.Kind() is
            SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.NumericLiteralToken
            && !(token.Span.End == cursor && token.Text.Length > 1 && token.Text[^1] is '"' or '\'');
    }

    private static bool IsForPeople(ISymbol symbol) => !symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: 1 }]);

    private static string TypeOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "function",
        IPropertySymbol => "property",
        IFieldSymbol { ContainingType.IsScriptClass: true } or ILocalSymbol or IParameterSymbol => "instance",
        IFieldSymbol or IEventSymbol => "field",
        INamespaceSymbol => "module",
        _ => "class",
    };
}
