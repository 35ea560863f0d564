using System.Reflection;
using NeuroLab.Notebooks.Session.Errors;
using NeuroLab.Notebooks.Session.Views;

namespace NeuroLab.Notebooks.Session;

/// <summary>Compiles a cell's pieces of C#, runs them with the variables of those before, and shows what they end in.</summary>
internal sealed class PieceRunner(
    SubmissionCompiler compiler, SessionReferences references, CellLoadContext context, CellSources sources, ICellOutput output)
{
    private readonly SubmissionStates states = new();
    private readonly UsedValues used = new();

    /// <summary>Runs a piece.</summary>
    /// <param name="code">The C#.</param>
    /// <param name="file">What error messages and stack traces call it.</param>
    public async Task RunAsync(string code, string file)
    {
        Submission submission = Compile(code, file);
        bool isSeen = compiler.Accept(submission);
        if (submission.EntryType is null)
            return;
        object?[] slots = states.Next(submission, isSeen);
        if (states.Overloaded is { } name)
            output.Write("stderr", DialectHints.MethodsApart(name));
        try
        {
            object? value = await StartAsync(submission, slots).ConfigureAwait(false);
            // What display gives back is on show already.
            if (value is not DisplayedValue && (value is not null || submission.EndsInValue()))
                output.Result(ValueViews.Of(value, []));
            if (DialectHints.MainIsNotCalled(submission.Root) is { } hint)
                output.Write("stderr", hint);
        }
        finally
        {
            used.Add(slots[^1], submission.Used);
        }
    }

    /// <summary>Runs a piece that leaves nothing behind.</summary>
    /// <param name="code">The C#, which must compile.</param>
    public async Task TryOutAsync(string code)
    {
        Submission submission = compiler.Compile(code, "example", references.All);
        ValueViews.Of(await StartAsync(submission, new object?[2]).ConfigureAwait(false), []);
    }

    /// <summary>Disposes of what the cell's pieces have declared with <c>using</c>.</summary>
    public Task EndCellAsync() => used.DisposeAsync();

    private Task<object?> StartAsync(Submission submission, object?[] slots)
    {
        Assembly assembly = context.LoadFromStream(submission.Assembly, submission.Symbols);
        sources.Add(assembly, submission.Compilation.SyntaxTrees[0].FilePath);
        return assembly.GetType(submission.EntryType!)!
            .GetMethod(submission.EntryMethod!, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>()(slots);
    }

    // What is unknown may be in an assembly that few cells need.
    private Submission Compile(string code, string file)
    {
        try
        {
            return compiler.Compile(code, file, references.All);
        }
        catch (CompilationFailedException failure) when (!failure.IsSyntax && references.AddRest())
        {
            return compiler.Compile(code, file, references.All);
        }
    }
}
