using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuroLab.Notebooks.Session.Assistance;

/// <summary>Describes what stands at the cursor: its signature and its documentation.</summary>
internal static class Inspection
{
    private const int MostOverloads = 8;

    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.CSharpShortErrorMessageFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeModifiers)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword)
        .WithLocalOptions(SymbolDisplayLocalOptions.IncludeType);

    /// <summary>The description as text; null where there is nothing to describe.</summary>
    public static string? At(int cursor, SemanticModel model)
    {
        SyntaxNode root = model.SyntaxTree.GetRoot();
        SyntaxToken token = root.FindToken(Math.Clamp(cursor, 0, root.FullSpan.End));
        if (!token.IsKind(SyntaxKind.IdentifierToken) || token.SpanStart > cursor)
            token = Completion.TokenBefore(root, cursor);
        SyntaxNode? node = token.IsKind(SyntaxKind.IdentifierToken) ? token.Parent : Called(token);
        if (node is null)
            return null;
        ISymbol[] symbols = Symbols(node, model);
        if (symbols.Length == 0)
            return null;
        StringBuilder text = new();
        foreach (ISymbol symbol in symbols.Take(MostOverloads))
            text.Append(Describe(symbol)).Append('\n');
        if (symbols.Length > MostOverloads)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"... and {symbols.Length - MostOverloads} more\n");
        if (SymbolDocumentation.Of(symbols[0]) is { Length: > 0 } documentation)
            text.Append('\n').Append(documentation);
        return text.ToString().TrimEnd();
    }

    // Within the parentheses of a call the call is meant.
    private static ExpressionSyntax? Called(SyntaxToken token) => token.Parent?.FirstAncestorOrSelf<ArgumentListSyntax>()?.Parent switch
    {
        InvocationExpressionSyntax call => call.Expression is MemberAccessExpressionSyntax access ? access.Name : call.Expression,
        ObjectCreationExpressionSyntax creation => creation.Type,
        _ => null,
    };

    private static ISymbol[] Symbols(SyntaxNode node, SemanticModel model)
    {
        if (model.GetDeclaredSymbol(node) is { } declared)
            return [declared];
        if (node.Parent is ObjectCreationExpressionSyntax creation && creation.Type == node
            && model.GetSymbolInfo(node).Symbol is INamedTypeSymbol created)
        {
            return [model.GetSymbolInfo(creation).Symbol ?? created, .. created.InstanceConstructors
                .Where(constructor => !SymbolEqualityComparer.Default.Equals(constructor, model.GetSymbolInfo(creation).Symbol))];
        }

        SymbolInfo info = model.GetSymbolInfo(node);
        ISymbol? chosen = info.Symbol;
        IEnumerable<ISymbol> all = chosen is null ? [] : [chosen];
        all = all.Concat(info.CandidateSymbols).Concat(model.GetMemberGroup(node));
        if (chosen is null && model.GetTypeInfo(node).Type is { } type and not IErrorTypeSymbol)
            all = all.Append(type);
        return [.. all.Distinct(SymbolEqualityComparer.Default)!];
    }

    private static string Describe(ISymbol symbol)
    {
        if (symbol is IFieldSymbol { ContainingType.IsScriptClass: true } variable)
            return $"{variable.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)} {variable.Name}";
        string text = symbol.ToDisplayString(Signature);
        return symbol is INamedTypeSymbol { BaseType: { SpecialType: SpecialType.None } parent }
            ? $"{text} : {parent.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}"
            : text;
    }
}
