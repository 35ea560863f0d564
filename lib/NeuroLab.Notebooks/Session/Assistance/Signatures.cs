using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuroLab.Notebooks.Session.Assistance;

/// <summary>Says what the call that is being written takes, and which of it stands at the cursor.</summary>
internal static class Signatures
{
    private const int MostOverloads = 6;

    private static readonly SymbolDisplayFormat Parameter = SymbolDisplayFormat.CSharpShortErrorMessageFormat
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut);

    /// <summary><c>signatures</c>: each with <c>label</c>, <c>parameter</c> (where in the label the current one stands) and <c>documentation</c>.</summary>
    public static JsonObject At(int cursor, SemanticModel model)
    {
        JsonArray signatures = [];
        if (Call(cursor, model.SyntaxTree.GetRoot()) is { Parent: { } call } arguments)
        {
            int at = arguments.Arguments.GetSeparators().Count(comma => comma.Span.End <= cursor);
            foreach (IMethodSymbol method in Methods(call, model).Where(method => Takes(method, at)).Take(MostOverloads))
                signatures.Add(Describe(method, at));
        }

        return new JsonObject { ["signatures"] = signatures };
    }

    private static ArgumentListSyntax? Call(int cursor, SyntaxNode root) =>
        Completion.TokenBefore(root, cursor).Parent?.AncestorsAndSelf().OfType<ArgumentListSyntax>()
            .FirstOrDefault(list => list.OpenParenToken.Span.End <= cursor && (list.CloseParenToken.IsMissing || cursor <= list.CloseParenToken.SpanStart));

    private static IEnumerable<IMethodSymbol> Methods(SyntaxNode call, SemanticModel model)
    {
        IEnumerable<ISymbol> found = call switch
        {
            InvocationExpressionSyntax invocation when model.GetTypeInfo(invocation.Expression).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => [invoke],
            InvocationExpressionSyntax invocation => model.GetMemberGroup(invocation.Expression),
            ObjectCreationExpressionSyntax creation when model.GetSymbolInfo(creation.Type).Symbol is INamedTypeSymbol type => type.InstanceConstructors,
            ImplicitObjectCreationExpressionSyntax creation when model.GetTypeInfo(creation).Type is INamedTypeSymbol type => type.InstanceConstructors,
            _ => [],
        };
        return found.OfType<IMethodSymbol>().Where(method => method.DeclaredAccessibility != Accessibility.Private || method.ContainingType.IsScriptClass)
            .OrderBy(method => method.Parameters.Length);
    }

    private static bool Takes(IMethodSymbol method, int at) =>
        at < Math.Max(1, method.Parameters.Length) || (method.Parameters.Length > 0 && method.Parameters[^1].IsParams);

    private static JsonObject Describe(IMethodSymbol method, int at)
    {
        string name = method.MethodKind == MethodKind.Constructor ? $"new {method.ContainingType.Name}" : method.Name;
        string result = method.MethodKind == MethodKind.Constructor || method.ReturnsVoid
            ? "" : $" : {method.ReturnType.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}";
        string label = name + "(";
        JsonArray? place = null;
        for (int i = 0; i < method.Parameters.Length; i++)
        {
            string parameter = method.Parameters[i].ToDisplayString(Parameter);
            label += i > 0 ? ", " : "";
            if (i == Math.Min(at, method.Parameters.Length - 1))
                place = [label.Length, label.Length + parameter.Length];
            label += parameter;
        }

        return new JsonObject { ["label"] = $"{label}){result}", ["parameter"] = place, ["documentation"] = SymbolDocumentation.Of(method)?.Split('\n')[0] ?? "" };
    }
}
