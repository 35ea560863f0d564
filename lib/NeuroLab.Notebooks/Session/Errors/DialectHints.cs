using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuroLab.Notebooks.Session.Errors;

/// <summary>Says what to write instead of what a C# file may hold and a cell may not.</summary>
internal static class DialectHints
{
    private const string KeptForLater =
        "What a cell declares at its top is kept for the cells below, and this can't be kept.\n"
        + "Put it and the lines that use it into braces, { ... }, or into a method.";

    public static string? For(ErrorPlace place) => place.Id switch
    {
        "CS7021" => "A cell has no namespaces: leave this line out (with its braces, if it has some), and keep the types.",
        "CS1109" when place.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method =>
            $"In a cell an extension method stands outside any class: write {method.Identifier.Text} on its own, without the class around it.",
        "CS9283" => "In a cell extension blocks can't be used. Write their members as extension methods outside any class,\n"
            + "such as: static int Twice(this int number) => 2 * number;",
        "CS8345" when place.Member is FieldDeclarationSyntax => KeptForLater,
        _ when place.Member is MethodDeclarationSyntax { ReturnType: RefTypeSyntax, ParameterList.OpenParenToken.IsMissing: true } => KeptForLater,
        "CS7020" => "yield belongs into a method that returns IEnumerable<...>. Write one, and call it.",
        "CS7026" => "A cell has no assembly of its own to describe: leave this line out.",
        "CS9054" => "What a cell declares is seen by the cells below: leave out \"file\".",
        "CS7015" => "A cell knows all assemblies by their own names: leave this line out.",
        "CS0027" => "A cell is no object. What it declares is used by its name alone.",
        "CS0102" or "CS0111" when place.Node.Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is null =>
            "It stands twice in this cell. To give a variable another value, leave out its type: x = 2;",
        "CS0103" when place.Node is IdentifierNameSyntax { Identifier.Text: "args" } =>
            "A cell is started without arguments. Where some are wanted, write above it: string[] args = [];",
        _ => null,
    };

    /// <summary>
    /// What to know of a method that stands beside an earlier cell's of its name. For a call the compiler chooses among both, but gives
    /// the one chosen the variables of the other's cell.
    /// </summary>
    /// <param name="name">The methods' name.</param>
    public static string MethodsApart(string name) =>
        $"An earlier cell declares {name} too, with other parameters. Calls may reach that one, and go wrong there: methods of one name belong into one cell. "
        + "To get rid of the earlier one, restart and run the cells again.\n";

    /// <summary>What to know of a piece that declares <c>Main</c> and runs nothing, as a program's file would be pasted.</summary>
    /// <returns>Null for every other piece.</returns>
    public static string? MainIsNotCalled(CompilationUnitSyntax root)
    {
        if (root.Members.Any(SyntaxKind.GlobalStatement))
            return null;
        MethodDeclarationSyntax? main = root.DescendantNodes(node => node is CompilationUnitSyntax or TypeDeclarationSyntax)
            .OfType<MethodDeclarationSyntax>()
            .FirstOrDefault(method => method.Identifier.Text == "Main" && method.Modifiers.Any(SyntaxKind.StaticKeyword));
        if (main is null)
            return null;
        string call = string.Concat(main.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().Select(type => type.Identifier.Text + "."))
            + (main.ParameterList.Parameters.Count > 0 ? "Main([]);" : "Main();");
        if (main.Modifiers.Any(SyntaxKind.AsyncKeyword))
            call = "await " + call;
        string access = main.Parent is CompilationUnitSyntax || main.Modifiers.Any(SyntaxKind.PublicKeyword) ? "" : "make Main public and ";
        return $"Nothing has run: a cell does not call Main by itself. To run it, {access}add this line below: {call}\n";
    }
}
