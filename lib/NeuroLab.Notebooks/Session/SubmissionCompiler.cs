using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using NeuroLab.Notebooks.Session.Errors;

namespace NeuroLab.Notebooks.Session;

/// <summary>Compiles one piece of a notebook after the other, each seeing what those before it declared.</summary>
/// <param name="resolver">Finds assemblies that those referenced need.</param>
internal sealed class SubmissionCompiler(MetadataReferenceResolver resolver)
{
    /// <summary>Set while our session compiles, so that <c>#if !NEUROLAB_SESSION</c> marks what is for other hosts.</summary>
    public const string Symbol = "NEUROLAB_SESSION";

    public static readonly CSharpParseOptions ParseOptions =
        new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script, [Symbol]);

    // Polyglot's usings and no more: what compiles here compiles there.
    private static readonly string[] Usings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(NotebookFunctions).FullName!, typeof(DisplayExtensions).FullName!,
    ];

    private static readonly EmitOptions Emitting = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    // For the first piece; those after it take over its usings.
    private readonly CSharpCompilationOptions options = new(
        OutputKind.DynamicallyLinkedLibrary, usings: Usings, optimizationLevel: OptimizationLevel.Release,
        concurrentBuild: false, metadataReferenceResolver: resolver);

    private readonly HashSet<MetadataReference> given = [];
    private CSharpCompilation? previous;
    private (CSharpCompilation Empty, MetadataReference[] References)? prepared;
    private int compiled;

    /// <summary>Has the compiler loaded as far as that goes without a session's references, which take time to find.</summary>
    public static void Load()
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From("class C { }", Encoding.UTF8), new(LanguageVersion.Latest));
        CSharpCompilationOptions plain = new(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false);
        CSharpCompilation.Create("loading", [tree], [SessionReferences.CoreLibrary], plain)
            .Emit(new MemoryStream(), new MemoryStream(), options: Emitting);
    }

    /// <summary>Compiles a piece. It counts as declared only after <see cref="Accept"/>.</summary>
    /// <param name="code">The C#.</param>
    /// <param name="file">What error messages and stack traces call it.</param>
    /// <param name="references">The assemblies it may use.</param>
    /// <exception cref="CompilationFailedException">It does not compile.</exception>
    /// <exception cref="CellFailedException">It declares with <c>using</c> what can't be disposed of.</exception>
    public Submission Compile(string code, string file, IEnumerable<MetadataReference> references)
    {
        (SyntaxTree tree, ImmutableArray<string> used) = Parse(code, file);
        CSharpCompilation compilation = Next(references).AddSyntaxTrees(tree);
        CompilationUnitSyntax root = tree.GetCompilationUnitRoot();
        // What the compiler makes of code that it can't read is no help to anyone.
        if (root.ContainsDiagnostics && Errors(tree.GetDiagnostics()) is { Length: > 0 } misread)
            throw new CompilationFailedException(misread, compilation, code, isSyntax: true);
        // Unsafe code is allowed, but to allow it takes a twentieth of the time of a small piece, and most have none.
        if (code.Contains("unsafe", StringComparison.Ordinal))
            compilation = compilation.WithOptions(compilation.Options.WithAllowUnsafe(true));
        (MemoryStream assembly, MemoryStream symbols) = Emit(compilation, code);
        if (InputEncodings.Lead(compilation) is { } led)
            (assembly, symbols) = Emit(compilation = led, code);
        foreach (string name in used)
            CheckDisposable(name, compilation);
        IMethodSymbol? entry = root.Members.Count == 0 ? null : compilation.GetEntryPoint(CancellationToken.None);
        return new Submission(compilation, assembly, symbols, entry?.ContainingType.MetadataName, entry?.MetadataName, used);
    }

    /// <summary>Reads a piece.</summary>
    /// <returns>Its syntax, and the names of the variables that are to be disposed of when the cell ends.</returns>
    public static (SyntaxTree Tree, ImmutableArray<string> Used) Parse(string code, string file) =>
        UsingDeclarations.Replace(CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, file));

    /// <summary>What the compiler makes of code that is being typed.</summary>
    public SemanticModel Model(string code, IEnumerable<MetadataReference> references)
    {
        SyntaxTree tree = Parse(code, "").Tree;
        return Continue("typed", New(references)).AddSyntaxTrees(tree).GetSemanticModel(tree);
    }

    /// <summary>Lets the pieces to come see what this one declares.</summary>
    /// <returns>Whether they can see anything of it. What declares nothing is forgotten: the compiler would go through it for every name.</returns>
    public bool Accept(Submission submission)
    {
        CSharpCompilation accepted = submission.Compilation;
        CompilationUnitSyntax root = accepted.SyntaxTrees[0].GetCompilationUnitRoot();
        if (root.Usings.Count == 0 && root.Externs.Count == 0 && accepted.ExternalReferences.All(given.Contains)
            && accepted.ScriptClass!.GetMembers().All(member => member.IsImplicitlyDeclared))
        {
            return false;
        }
        previous = accepted;
        given.UnionWith(accepted.ExternalReferences);
        return true;
    }

    /// <summary>Does what the next piece needs whatever it says, while nobody waits for it.</summary>
    /// <param name="references">The assemblies it may use.</param>
    public void Prepare(IEnumerable<MetadataReference> references)
    {
        MetadataReference[] added = New(references);
        CSharpCompilation empty = Continue($"cell#{++compiled}", added);
        // Asking for anything that is declared has the references bound.
        _ = empty.Assembly;
        prepared = (empty, added);
    }

    private static (MemoryStream Assembly, MemoryStream Symbols) Emit(CSharpCompilation compilation, string code)
    {
        MemoryStream assembly = new();
        MemoryStream symbols = new();
        EmitResult result = compilation.Emit(assembly, symbols, options: Emitting);
        // A piece without statements, such as a lone using, is not emitted; that alone is no error.
        if (Errors(result.Diagnostics) is { Length: > 0 } errors)
            throw new CompilationFailedException(errors, compilation, code, isSyntax: false);
        assembly.Position = symbols.Position = 0;
        return (assembly, symbols);
    }

    private static Diagnostic[] Errors(IEnumerable<Diagnostic> found) => [.. found.Where(one => one.Severity == DiagnosticSeverity.Error)];

    private static void CheckDisposable(string name, CSharpCompilation compilation)
    {
        ITypeSymbol? type = compilation.ScriptClass!.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault()?.Type;
        if (type is not null && !type.AllInterfaces.Append(type).Any(one => one.Name is nameof(IDisposable) or nameof(IAsyncDisposable)))
        {
            throw CellFailedException.Because("CompileError",
                $"{name} is declared with using, but its type, {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}, can't be disposed of. Leave out \"using\".");
        }
    }

    private CSharpCompilation Next(IEnumerable<MetadataReference> references)
    {
        MetadataReference[] added = New(references);
        (CSharpCompilation Empty, MetadataReference[] References)? ready = prepared;
        prepared = null;
        return ready is { } next && next.Empty.ScriptCompilationInfo!.PreviousScriptCompilation == previous && next.References.SequenceEqual(added)
            ? next.Empty
            : Continue($"cell#{++compiled}", added);
    }

    private CSharpCompilation Continue(string name, MetadataReference[] added) =>
        CSharpCompilation.CreateScriptCompilation(
            name, null, added, previous is null ? options : options.WithUsings(), previous, typeof(object));

    // A compilation takes over the references of those before it. Given again to each, they would be kept once more by each.
    private MetadataReference[] New(IEnumerable<MetadataReference> references) =>
        [.. references.Where(reference => !given.Contains(reference))];
}
