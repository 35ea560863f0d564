using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuroLab.Notebooks.Session.Directives;

namespace NeuroLab.Notebooks.Session;

/// <summary>The notebook's cells, to find the one that declares what another lacks.</summary>
/// <param name="files">Reads what cells import.</param>
internal sealed class NotebookCells(ImportedFiles files)
{
    private readonly Dictionary<string, string> failed = [];

    /// <summary>Those the host has told of, run or not.</summary>
    public IReadOnlyList<OtherCell> Told { get; set; } = [];

    /// <summary>Notes whether a cell ran: one that failed may lack what it should have declared.</summary>
    public void Ran(string name, string code, bool ok)
    {
        failed.Remove(name);
        if (!ok)
        {
            failed[name] = code;
        }
        else if (failed.Count > 0)
        {
            // Mended and run again it may have another number, so what it declares tells that it is the same.
            HashSet<string> declared = [.. Declared(Root(code))];
            foreach ((string cell, string old) in failed.ToArray())
            {
                if (Declared(Root(old)).Any(declared.Contains))
                    failed.Remove(cell);
            }
        }
    }

    /// <summary>Says which value a cell uses that was not set, as the cell that should set it failed; null where there is none.</summary>
    /// <param name="code">The text of the cell that uses it.</param>
    /// <param name="except">The name of that cell.</param>
    public string? FindUnset(string code, string except)
    {
        CompilationUnitSyntax root = Root(code);
        HashSet<string> used = [.. root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.Text)];
        used.ExceptWith(Declared(root));
        foreach ((string cell, string old) in failed)
        {
            if (cell != except && Declared(Root(old)).FirstOrDefault(used.Contains) is { } name)
                return $"{cell} failed before it was done, so {name} may not be set. Mend it, run it again, and then this one.";
        }

        return null;
    }

    /// <summary>Says which cell declares a name, or opens one of the namespaces that have it; null where none does.</summary>
    /// <param name="name">The name.</param>
    /// <param name="namespaces">The namespaces that have a type of this name.</param>
    /// <param name="except">The cell that lacks it.</param>
    public string? Find(string name, IReadOnlyList<string> namespaces, string except)
    {
        foreach ((string cell, string code) in failed)
        {
            if (cell != except && Brings(code, name, namespaces, []))
                return $"{cell} should bring {name}, but it failed. Mend it, run it again, and then this one.";
        }

        // The nearest above, else the nearest below. A using counts above only: one below was not meant for this cell.
        OtherCell[] above = [.. Told.TakeWhile(cell => cell.Name != except)];
        OtherCell? other = above.LastOrDefault(cell => Brings(cell.Code, name, namespaces, []))
            ?? Told.Skip(above.Length + 1).FirstOrDefault(cell => Brings(cell.Code, name, [], []));
        return other is null
            ? null
            : $"Run {other.Name} first, which brings {name}. It begins: {other.Code.TrimStart().Split('\n')[0].Trim()}";
    }

    private bool Brings(string text, string name, IReadOnlyList<string> namespaces, HashSet<string> seen)
    {
        CompilationUnitSyntax root = Root(text);
        return root.Usings.Any(opened => opened.Name is { } space && namespaces.Contains(space.ToString()))
            || Declared(root).Contains(name)
            || files.ImportedBy(text).Any(file => seen.Add(file.Path) && file.Pieces.Any(piece => Brings(piece.Code, name, namespaces, seen)));
    }

    private static CompilationUnitSyntax Root(string text) => SubmissionCompiler.Parse(text, "").Tree.GetCompilationUnitRoot();

    private static IEnumerable<string> Declared(CompilationUnitSyntax root) => root.Members.SelectMany(Names);

    private static IEnumerable<string> Names(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.Text),
        PropertyDeclarationSyntax property => [property.Identifier.Text],
        MethodDeclarationSyntax method => [method.Identifier.Text],
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        DelegateDeclarationSyntax type => [type.Identifier.Text],
        GlobalStatementSyntax { Statement: ExpressionStatementSyntax statement } =>
            statement.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax)
                .OfType<SingleVariableDesignationSyntax>().Select(variable => variable.Identifier.Text),
        _ => [],
    };
}
