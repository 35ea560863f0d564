using System.Globalization;
using System.Runtime.InteropServices.JavaScript;
using System.Text.Json.Nodes;
using NeuroLab.Charts;
using NeuroLab.Kernels;
using NeuroLab.Kernels.Provider;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;
using NeuroLab.Notebooks.Session;
using NeuroLab.Notebooks.Worker;

namespace NeuroLab.Browser;

/// <summary>The session as the page's Web Worker calls it. What a cell shows goes to the function <c>tell</c> of the module <c>session</c>, as JSON.</summary>
internal static partial class BrowserSession
{
    private static CSharpSession? session;
    private static readonly Relay output = new();
    private static readonly BrowserInput input = new(AskPage);

    /// <summary>All begins when the page asks for it.</summary>
    internal static void Main()
    {
    }

    /// <summary>Gets ready to run cells.</summary>
    /// <param name="folder">The notebook's folder among the worker's files.</param>
    /// <param name="assemblies">The paths of all assemblies among these files, each in a line.</param>
    /// <param name="isAwaited">Whether a cell waits already: then nothing is tried out first.</param>
    [JSExport]
    internal static async Task StartAsync(string folder, string assemblies, bool isAwaited)
    {
        // The compiler waits for a task. On the only thread it may, once the thread pool has run one.
        await Task.Run(static () => { });
        AppContext.SetData("TRUSTED_PLATFORM_ASSEMBLIES", assemblies.Replace('\n', Path.PathSeparator));
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Directory.CreateDirectory(folder);
        Environment.CurrentDirectory = folder;
        Console.SetOut(new CellConsole(output, "stdout", output.Flush));
        Console.SetError(new CellConsole(output, "stderr", output.Flush));
#pragma warning disable CA1416 // A browser has no input of its own, for which all of Console's is declared missing; a reader of ours serves.
        Console.SetIn(input);
#pragma warning restore CA1416
        // Pages have the scripts that draw.
        FigureHtml.Scripts = ScriptPlacement.Page;
        if (Kernel("multiply") != 0)
            WebKernels.Use(static name => Kernel(name));
        session = new CSharpSession(folder, output);
        LiveOutput.Host = value => NotebookFunctions.display(value).Update;
        SimdLinearAlgebraProvider.Install();
        if (isAwaited)
            return;
        foreach (string example in CSharpSession.Examples)
            await session.TryOutAsync(example);
        session.Prepare();
    }

    /// <summary>Runs a cell.</summary>
    /// <param name="cell">Its id.</param>
    /// <param name="number">The number beside it.</param>
    /// <param name="code">Its text.</param>
    /// <param name="all">The notebook's cells as JSON, each with its number and its code.</param>
    /// <returns>Its error as JSON; null where there is none.</returns>
    [JSExport]
    internal static async Task<string?> RunAsync(string cell, int number, string code, string all)
    {
        session!.Tell([.. JsonNode.Parse(all)!.AsArray().Select(other => OtherCell.Numbered((int)other!["number"]!, (string)other["code"]!))]);
        using CellMessages messages = new(cell, message => Tell(message.ToRelaxedText()));
        output.To = messages;
        input.Begin();
        CellError? error = await session.RunAsync(code, number);
        if (OptionalPart.SkipReason(OptionalPart.HintOf(code), error) is { } reason)
        {
            error = null;
            messages.Write("stderr", OptionalPart.Note(reason));
        }

        messages.Flush();
        return CellMessages.Json(error)?.ToJsonString();
    }

    /// <summary>Answers a question about code that is being typed.</summary>
    [JSExport]
    internal static string Answer(string question, string code, int cursor) => session!.Answer(question, code, cursor).ToJsonString();

    // What was printed before is the question.
    private static string? AskPage()
    {
        output.Flush();
        return Ask();
    }

    [JSImport("tell", "session")]
    private static partial void Tell(string message);

    [JSImport("ask", "session")]
    private static partial string? Ask();

    /// <summary>The place of one of the kernels in the runtime's table of functions; 0 where there are none.</summary>
    [JSImport("kernel", "session")]
    private static partial int Kernel(string name);

    /// <summary>Output of the session goes to the cell that runs, or ran last.</summary>
    private sealed class Relay : ICellOutput
    {
        public CellMessages? To { get; set; }

        public void Write(string stream, string text) => To?.Write(stream, text);

        public void Display(string displayId, JsonObject data) => To?.Display(displayId, data);

        public void Update(string displayId, JsonObject data) => To?.Update(displayId, data);

        public void Result(JsonObject data) => To?.Result(data);

        public void Progress(string text) => To?.Progress(text);

        public void Flush() => To?.Flush();
    }
}
