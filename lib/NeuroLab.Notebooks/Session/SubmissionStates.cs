using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuroLab.Notebooks.Session;

/// <summary>
/// Keeps the variables of the pieces that have run, and lets go of what no later piece can reach: what is declared again hides what was
/// declared before.
/// </summary>
/// <remarks>
/// A function goes on using the variable that it was written with. So a hidden variable is emptied only where no function has mentioned
/// its name, and a piece of which all is hidden is forgotten here: it lives as long as the functions that use it. A method may stay in reach
/// beside a later one of its name, since what it takes is of a type that was declared again. If it needs none of its piece's variables, it
/// gets a piece without them, and without the earlier pieces that only they needed.
/// </remarks>
internal sealed class SubmissionStates
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly MethodInfo copy = typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly Dictionary<string, List<Declared>> reachable = [];
    private readonly Dictionary<string, int> lastMention = [];
    private object?[] slots = new object?[1];
    private int count;

    /// <summary>The name of a method that the last piece declares beside an earlier piece's with other parameters; null where there is none.</summary>
    public string? Overloaded { get; private set; }

    /// <summary>The slots with which a piece is to start: slot 0 is the host's, each piece writes its own and reads those before it.</summary>
    /// <param name="submission">The piece.</param>
    /// <param name="isSeen">Whether later pieces can see what it declares; if not, its slot is for this once.</param>
    public object?[] Next(Submission submission, bool isSeen)
    {
        count++;
        Overloaded = null;
        HashSet<string> mentioned = [.. NamesInFunctions(submission.Root)];
        if (isSeen)
            Declare(submission.Compilation.ScriptClass!, mentioned);
        foreach (string name in mentioned)
            lastMention[name] = count;
        object?[] next = [.. slots, null];
        if (isSeen)
            slots = next;
        return next;
    }

    private void Declare(INamedTypeSymbol script, HashSet<string> mentioned)
    {
        Piece piece = new(slots.Length, count, mentioned);
        foreach (ISymbol symbol in script.GetMembers())
        {
            // What belongs to a property goes with it, and types and static members need no object.
            if (symbol.IsImplicitlyDeclared || symbol.IsStatic || symbol is INamedTypeSymbol or IMethodSymbol { AssociatedSymbol: not null })
                continue;
            if (!reachable.TryGetValue(symbol.Name, out List<Declared>? ofName))
                reachable.Add(symbol.Name, ofName = []);
            foreach (Declared hidden in ofName.FindAll(earlier => Hides(symbol, earlier.Symbol)))
            {
                ofName.Remove(hidden);
                LetGo(hidden);
            }

            ofName.Add(new Declared(symbol, piece));
            piece.Reachable++;
            if (IsVariable(symbol) && piece.Variables.Add(symbol.Name))
                piece.ReachableVariables++;
        }

        Overloaded = script.GetMembers().OfType<IMethodSymbol>().Select(method => method.Name).FirstOrDefault(name =>
            reachable.TryGetValue(name, out List<Declared>? ofName) && ofName.Exists(other => other.Symbol is IMethodSymbol && other.Piece != piece));
    }

    private void LetGo(Declared hidden)
    {
        Piece piece = hidden.Piece;
        if (hidden.Symbol is IFieldSymbol { Type.IsUnmanagedType: false } field && lastMention.GetValueOrDefault(field.Name) < piece.Number
            && slots[piece.Slot] is { } variables)
        {
            variables.GetType().GetField(field.Name, Members)?.SetValue(variables, null);
        }

        if (--piece.Reachable == 0)
            slots[piece.Slot] = null;
        else if (IsVariable(hidden.Symbol) && --piece.ReachableVariables == 0 && !piece.Mentioned.Overlaps(piece.Variables) && slots[piece.Slot] is { } whole)
            slots[piece.Slot] = OnlyMethods(piece, whole);
    }

    // Who still uses the variables has the whole piece.
    private static object OnlyMethods(Piece piece, object whole)
    {
        object methods = copy.Invoke(whole, null)!;
        foreach (FieldInfo field in methods.GetType().GetFields(Members))
        {
            if (!field.FieldType.IsValueType && (piece.Variables.Contains(field.Name) || IsPiece(field.FieldType) && !Declares(field.FieldType, piece.Mentioned)))
                field.SetValue(methods, null);
        }

        return methods;
    }

    // The compiler notes in a piece which earlier ones it uses.
    private static bool IsPiece(Type type) => type is { IsNested: false, Name: WellKnownMemberNames.DefaultScriptClassName };

    // Types and static members need no object.
    private static bool Declares(Type piece, HashSet<string> names) =>
        Array.Exists(piece.GetMembers(Members | BindingFlags.DeclaredOnly), member => member is not Type && names.Contains(member.Name));

    private static bool IsVariable(ISymbol symbol) => symbol is (IFieldSymbol or IPropertySymbol or IEventSymbol) and { IsStatic: false };

    // As the compiler looks names up: methods stand side by side unless they take the same, and a call passes by what can't be called.
    private static bool Hides(ISymbol later, ISymbol earlier) => (later, earlier) switch
    {
        (IMethodSymbol one, IMethodSymbol other) => TakeTheSame(one, other),
        (IMethodSymbol, _) or (_, IMethodSymbol) => false,
        _ => CanBeCalled(later) || !CanBeCalled(earlier),
    };

    private static bool TakeTheSame(IMethodSymbol one, IMethodSymbol other)
    {
        if (one.Arity != other.Arity || one.Parameters.Length != other.Parameters.Length)
            return false;
        if (one.Arity > 0)
            other = other.Construct([.. one.TypeParameters]);
        return one.Parameters.Zip(other.Parameters).All(pair =>
            pair.First.RefKind == pair.Second.RefKind && SymbolEqualityComparer.Default.Equals(pair.First.Type, pair.Second.Type));
    }

    private static bool CanBeCalled(ISymbol symbol)
    {
        ITypeSymbol? type = (symbol as IFieldSymbol)?.Type ?? (symbol as IPropertySymbol)?.Type;
        return type is null or { TypeKind: TypeKind.Delegate or TypeKind.Dynamic or TypeKind.FunctionPointer };
    }

    // What is named in code that may run after its piece has ended.
    private static IEnumerable<string> NamesInFunctions(SyntaxNode root) => root
        .DescendantNodes(node => !IsFunction(node))
        .Where(IsFunction)
        .SelectMany(node => node.DescendantTokens())
        .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
        .Select(token => token.ValueText);

    private static bool IsFunction(SyntaxNode node) => node
        is AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or LocalFunctionStatementSyntax
        or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseTypeDeclarationSyntax;

    /// <summary>A piece: where its variables are, which one it is, and how many things of it later pieces can still name.</summary>
    private sealed class Piece(int slot, int number, HashSet<string> mentioned)
    {
        public int Slot => slot;

        public int Number => number;

        public int Reachable { get; set; }

        /// <summary>How many of its variables later pieces can still name.</summary>
        public int ReachableVariables { get; set; }

        /// <summary>The variables that it declares.</summary>
        public HashSet<string> Variables { get; } = [];

        /// <summary>What its own functions name.</summary>
        public HashSet<string> Mentioned => mentioned;
    }

    private sealed record Declared(ISymbol Symbol, Piece Piece);
}
