using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuroLab.Notebooks.Session.Errors;

/// <summary>Says what was meant where the compiler's words help a beginner little.</summary>
internal static partial class BeginnerHints
{
    public static string? For(ErrorPlace place) => place.Id switch
    {
        _ when LooksLikePython(place.Line) => "This looks like Python; a cell is C#.",
        "CS1002" => Unfinished(place),
        "CS1012" => "Text stands between double quotes: \"like this\". Single quotes hold one letter.",
        "CS0029" when place.Node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } assignment && IsCondition(assignment) =>
            "= gives a variable a value. To compare, write ==.",
        "CS0029" or "CS0266" => Conversion(place),
        "CS0193" => "C# has no operator **. A power is Math.Pow(2, 10).",
        "CS0019" when place.Node is BinaryExpressionSyntax { Left: BinaryExpressionSyntax } chain && chain.IsKind(chain.Left.Kind()) =>
            "Compare two at a time, and join them with &&: 0 < x && x < 1.",
        "CS0820" or "CS9176" => "Say what the elements are, for example: float[] values = [1, 2, 3];",
        "CS8917" when place.Node is MemberAccessExpressionSyntax or IdentifierNameSyntax => Uncalled(place),
        "CS8917" => "Say what goes in and what comes out, for example: Func<float, float> f = x => x * 2;",
        "CS0201" => "To show a value, let it be the cell's last line and leave out the semicolon, or write display(...);",
        _ => null,
    };

    /// <summary>Whether a line is Python, of which the compiler would complain in many ways.</summary>
    public static bool LooksLikePython(string line) => PythonPattern().IsMatch(line.Trim());

    private static string? Unfinished(ErrorPlace place)
    {
        SyntaxToken next = place.Node.SyntaxTree.GetRoot().FindToken(place.Error.Location.SourceSpan.End);
        if (next.Text is "and" or "or" || next.GetPreviousToken().Text is "and" or "or" or "not")
            return "C# writes && for and, || for or, and ! for not.";
        // Two values below each other are read as the type and the name of one variable.
        SyntaxToken last = next.Span.Start < place.Error.Location.SourceSpan.End ? next : next.GetPreviousToken();
        return last.Parent?.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { Declaration: { } variable }
            && LineOf(variable.Type) < LineOf(variable.Variables[0])
            ? $"Only the last line of a cell shows its value by itself. Above it write: display({variable.Type.ToString().Trim()});"
            : null;

        static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line;
    }

    private static bool IsCondition(AssignmentExpressionSyntax assignment) =>
        assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && assignment.Parent switch
        {
            IfStatementSyntax choice => choice.Condition == assignment,
            WhileStatementSyntax loop => loop.Condition == assignment,
            DoStatementSyntax loop => loop.Condition == assignment,
            ConditionalExpressionSyntax choice => choice.Condition == assignment,
            _ => false,
        };

    private static string? Conversion(ErrorPlace place)
    {
        if (place.Node is not ExpressionSyntax expression)
            return null;
        TypeInfo types = place.Model.GetTypeInfo(expression);
        bool wantsFloats = types.ConvertedType is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Single } or { Name: "Tensor" };
        return (types.Type, types.ConvertedType?.SpecialType) switch
        {
            (IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Int32 or SpecialType.System_Double }, _) when wantsFloats =>
                "The numbers must be float: write new float[] { 1, 2.5f }, or convert each: numbers.Select(x => (float)x).ToArray()",
            ({ SpecialType: SpecialType.System_Double }, SpecialType.System_Single) =>
                "double is the more exact number, float the one used here: write 0.5f for 0.5, or (float)(...) around the whole.",
            ({ SpecialType: SpecialType.System_Double or SpecialType.System_Single }, SpecialType.System_Int32) =>
                "(int)(...) around it cuts off what follows the decimal point.",
            ({ SpecialType: SpecialType.System_String }, SpecialType.System_Int32) => "A text becomes a number with int.Parse(text).",
            (_, SpecialType.System_String) => "Anything becomes text with .ToString(), or within $\"...{x}...\".",
            _ => null,
        };
    }

    private static string? Uncalled(ErrorPlace place)
    {
        ISymbol? method = place.Model.GetMemberGroup(place.Node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() ?? place.Node).FirstOrDefault();
        if (method is null)
            return null;
        bool isCount = method.Name == nameof(Enumerable.Count) && place.Node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is { } access
            && place.Model.GetTypeInfo(access.Expression).Type is IArrayTypeSymbol;
        return isCount ? "An array has Length, a list Count." : $"{method.Name} is a method: it is called with parentheses, {method.Name}(...).";
    }

    [GeneratedRegex(@"^((def|for|while|if|elif|class|with)\b[^{}]*:$|def\s+\w+\(.*\)\s*:|else:$|from\s+\w+\s+import\b|import\s+\w+(\s+as\s+\w+)?$)")]
    private static partial Regex PythonPattern();
}
