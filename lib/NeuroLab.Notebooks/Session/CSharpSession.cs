using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session.Assistance;
using NeuroLab.Notebooks.Session.Directives;
using NeuroLab.Notebooks.Session.Errors;

namespace NeuroLab.Notebooks.Session;

/// <summary>
/// Runs a notebook's cells one after the other in this process. Each sees what those before it declared, also when one of them threw.
/// </summary>
/// <remarks>One session to a process: console and display belong to the process. A cell that never ends needs a worker to end.</remarks>
public sealed class CSharpSession
{
    private readonly ICellOutput output;
    private readonly SessionReferences references = new();
    private readonly SubmissionCompiler compiler;
    private readonly AssemblyDirective assemblies;
    private readonly CodeAssistance assistance;
    private readonly ImportedFiles files;
    private readonly NotebookCells cells;
    private readonly PieceRunner pieces;
    private readonly CellSources sources = new();
    private readonly List<string> importing = [];

    /// <summary>Starts a session.</summary>
    /// <param name="folder">The notebook's folder, from which relative paths are taken.</param>
    /// <param name="output">Where results and displayed values go.</param>
    public CSharpSession(string folder, ICellOutput output)
    {
        this.output = output;
        files = new ImportedFiles(folder);
        cells = new NotebookCells(files);
        AdjacentReferences adjacent = new(references);
        CellLoadContext context = new();
        compiler = new SubmissionCompiler(adjacent);
        pieces = new PieceRunner(compiler, references, context, sources, output);
        assistance = new CodeAssistance(compiler, references, folder);
        assemblies = new AssemblyDirective(folder, references, context, adjacent, output);
        NotebookFunctions.Connect(output);
    }

    /// <summary>Runs a cell.</summary>
    /// <param name="code">Its text, directives and all.</param>
    /// <param name="number">The number that stands beside it, by which later cells' error messages call it.</param>
    /// <returns>Null, or why it failed.</returns>
    public async Task<CellError?> RunAsync(string code, int number)
    {
        string file = CellFile.NameOf(number);
        CellError? error = await RunCellAsync(code, file).ConfigureAwait(false);
        cells.Ran(file, code, error is null);
        return error;
    }

    /// <summary>Tells of the notebook's cells, run or not, for errors to say which of them declares what is missing.</summary>
    /// <param name="all">The cells in order.</param>
    public void Tell(IReadOnlyList<OtherCell> all) => cells.Told = all;

    /// <summary>Makes the next cell's run shorter. For when nobody waits.</summary>
    public void Prepare() => compiler.Prepare(references.All);

    /// <summary>Answers a question about code that is being typed; see <see cref="CodeAssistance"/>.</summary>
    internal JsonObject Answer(string question, string code, int cursor) => assistance.Answer(question, code, cursor);

    /// <summary>Cells to try out while nothing else is to do, so that the student's first cells need not wait for the compiler to load.</summary>
    public static IReadOnlyList<string> Examples { get; } =
    [
        "1 + 1",
        "using System.IO;\nvar numbers = new[] { 1, 2 }; numbers.Select(n => $\"{n}\").ToList()",
    ];

    /// <summary>Runs a cell that leaves nothing behind.</summary>
    /// <param name="code">Its text, which must compile.</param>
    public Task TryOutAsync(string code) => pieces.TryOutAsync(code);

    private async Task<CellError?> RunCellAsync(string code, string file)
    {
        importing.Clear();
        try
        {
            try
            {
                await RunTextAsync(code, file, code, beside: null).ConfigureAwait(false);
            }
            finally
            {
                await pieces.EndCellAsync().ConfigureAwait(false);
            }

            return null;
        }
        catch (CellFailedException failure)
        {
            return failure.Error;
        }
        catch (CompilationFailedException failure)
        {
            return CompileErrorReport.Describe(failure, cells);
        }
        catch (Exception exception)
        {
            CellError error = new RuntimeErrorReport(sources, file).Describe(exception);
            return error.Name == typeof(NullReferenceException).FullName && cells.FindUnset(code, file) is { } hint
                ? error with { Details = [.. error.Details, hint] }
                : error;
        }
    }

    private async Task RunTextAsync(string text, string file, string source, string? beside)
    {
        (IReadOnlyList<CellDirective> directives, string code) = DirectiveReader.Read(text);
        Stopwatch watch = Stopwatch.StartNew();
        sources.Add(file, source);
        string[] lines = code.ReplaceLineEndings("\n").Split('\n');
        int done = 0;
        foreach (CellDirective directive in directives)
        {
            if (directive.Name is "#r" or "#i")
                assemblies.Run(directive, beside);
            if (!directive.IsImport)
                continue;
            await RunLinesAsync(lines, done, directive.Line, file).ConfigureAwait(false);
            await ImportAsync(directive, beside).ConfigureAwait(false);
            done = directive.Line + 1;
        }

        await RunLinesAsync(lines, done, lines.Length, file).ConfigureAwait(false);
        if (directives.Any(directive => directive.Name == "#!time"))
            output.Write("stdout", string.Create(CultureInfo.InvariantCulture, $"Wall time: {watch.Elapsed.TotalMilliseconds:0.0} ms\n"));
    }

    private async Task ImportAsync(CellDirective directive, string? beside)
    {
        ImportedFile imported = files.Read(directive, beside);
        if (importing.Contains(imported.Path))
            throw CellFailedException.Because("ImportCycle", $"{directive}: the file imports itself, directly or through another.");
        importing.Add(imported.Path);
        foreach ((string file, string code, string source) in imported.Pieces)
            await RunTextAsync(code, file, source, Path.GetDirectoryName(imported.Path)).ConfigureAwait(false);
        importing.Remove(imported.Path);
    }

    // Lines before the first are left empty, so that the compiler counts as the student does.
    private Task RunLinesAsync(string[] lines, int first, int end, string file)
    {
        string[] piece = lines[first..end];
        return piece.All(string.IsNullOrWhiteSpace)
            ? Task.CompletedTask
            : pieces.RunAsync(new string('\n', first) + string.Join('\n', piece), file);
    }
}
