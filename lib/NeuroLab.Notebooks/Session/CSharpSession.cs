using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session.Assistance;
using NeuroLab.Notebooks.Session.Directives;
using NeuroLab.Notebooks.Session.Views;

namespace NeuroLab.Notebooks.Session;

/// <summary>
/// Runs a notebook's cells one after the other in this process. Each sees what those before it declared, also when one of them threw.
/// </summary>
/// <remarks>One session to a process: console and display belong to the process. A cell that never ends needs a worker to end.</remarks>
public sealed class CSharpSession
{
    private readonly string folder;
    private readonly ICellOutput output;
    private readonly SessionReferences references = new();
    private readonly CellLoadContext context = new();
    private readonly AdjacentReferences adjacent;
    private readonly SubmissionCompiler compiler;
    private readonly AssemblyDirective assemblies;
    private readonly CodeAssistance assistance;
    private readonly Dictionary<string, string> sources = [];
    private readonly List<string> importing = [];
    private object?[] states = new object?[1];

    /// <summary>Starts a session.</summary>
    /// <param name="folder">The notebook's folder, from which relative paths are taken.</param>
    /// <param name="output">Where results and displayed values go.</param>
    public CSharpSession(string folder, ICellOutput output)
    {
        this.folder = folder;
        this.output = output;
        adjacent = new AdjacentReferences(references);
        compiler = new SubmissionCompiler(adjacent);
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
        importing.Clear();
        try
        {
            await RunTextAsync(code, file).ConfigureAwait(false);
            return null;
        }
        catch (CellFailedException failure)
        {
            return failure.Error;
        }
        catch (Exception exception)
        {
            return RuntimeErrorReport.Describe(exception, file, sources);
        }
    }

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
    public async Task TryOutAsync(string code)
    {
        Submission submission = compiler.Compile(code, "example", references.All);
        ValueViews.Of(await StartAsync(submission, new object?[2]).ConfigureAwait(false), []);
    }

    private async Task RunTextAsync(string text, string file)
    {
        (IReadOnlyList<CellDirective> directives, string code) = DirectiveReader.Read(text);
        Stopwatch watch = Stopwatch.StartNew();
        sources[file] = text;
        string[] lines = code.ReplaceLineEndings("\n").Split('\n');
        int done = 0;
        foreach (CellDirective directive in directives)
        {
            if (directive.Name == "#r")
                assemblies.Run(directive.Argument);
            if (directive.Name != "#!import")
                continue;
            await RunLinesAsync(lines, done, directive.Line, file).ConfigureAwait(false);
            await ImportAsync(directive.Argument).ConfigureAwait(false);
            done = directive.Line + 1;
        }

        await RunLinesAsync(lines, done, lines.Length, file).ConfigureAwait(false);
        if (directives.Any(directive => directive.Name == "#!time"))
            output.Write("stdout", string.Create(CultureInfo.InvariantCulture, $"Wall time: {watch.Elapsed.TotalMilliseconds:0.0} ms\n"));
    }

    private async Task ImportAsync(string name)
    {
        string path = Path.GetFullPath(Path.Combine(folder, name.Replace('\\', '/')));
        if (importing.Contains(path))
            throw CellFailedException.Because("ImportCycle", $"#!import \"{name}\": the file imports itself, directly or through another.");
        importing.Add(path);
        foreach ((string file, string code) in ImportedFile.Read(path, name))
            await RunTextAsync(code, file).ConfigureAwait(false);
        importing.Remove(path);
    }

    // Lines before the first are left empty, so that the compiler counts as the student does.
    private Task RunLinesAsync(string[] lines, int first, int end, string file)
    {
        string[] piece = lines[first..end];
        return piece.All(string.IsNullOrWhiteSpace)
            ? Task.CompletedTask
            : RunPieceAsync(new string('\n', first) + string.Join('\n', piece), file);
    }

    private async Task RunPieceAsync(string code, string file)
    {
        Submission submission = Compile(code, file);
        bool isSeen = compiler.Accept(submission);
        if (submission.EntryType is null)
            return;
        // Slot 0 is the host's; a piece writes its own slot and reads those before it.
        object?[] slots = [.. states, null];
        if (isSeen)
            states = slots;
        object? value = await StartAsync(submission, slots).ConfigureAwait(false);
        if (value is not null || submission.EndsInValue())
            output.Result(ValueViews.Of(value, []));
    }

    private Task<object?> StartAsync(Submission submission, object?[] slots) =>
        context.LoadFromStream(submission.Assembly, submission.Symbols)
            .GetType(submission.EntryType!)!
            .GetMethod(submission.EntryMethod!, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>()(slots);

    // What is unknown may be in an assembly that few cells need.
    private Submission Compile(string code, string file)
    {
        try
        {
            return compiler.Compile(code, file, references.All);
        }
        catch (CellFailedException) when (references.AddRest())
        {
            return compiler.Compile(code, file, references.All);
        }
    }
}
