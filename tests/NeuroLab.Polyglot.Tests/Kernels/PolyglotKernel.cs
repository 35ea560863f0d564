using System.Reactive.Linq;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.PackageManagement;
using NeuroLab.Charts;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Polyglot.Tests.Kernels;

/// <summary>.NET Interactive's own kernel, put together as it is for Polyglot Notebooks, in the folder of a notebook.</summary>
internal sealed class PolyglotKernel : IDisposable
{
    private readonly string folderBefore = Directory.GetCurrentDirectory();
    private readonly OutputCollector collector = new();
    private int cells;

    public PolyglotKernel(string? folder = null)
    {
        // VS Code starts the kernel in the notebook's folder, and every relative path is taken from there.
        Directory.SetCurrentDirectory(folder ?? Repository.At("notebooks"));
        Formatter.ResetToDefault();
        Formatter.DefaultMimeType = HtmlFormatter.MimeType;
        Formatter.SetPreferredMimeTypesFor(typeof(string), PlainTextFormatter.MimeType);
        LiveOutput.Host = null;
        FigureHtml.BeginPage();

        CSharp = new CSharpKernel();
        CSharp.UseNugetDirective((kernel, packages) =>
        {
            kernel.AddAssemblyReferences(packages.SelectMany(package => package.AssemblyPaths));
            return Task.CompletedTask;
        }).UseKernelHelpers().UseWho().UseValueSharing();
        Composite = new CompositeKernel { CSharp, new HtmlKernel() };
        Composite.DefaultKernelName = CSharp.Name;
        Composite.UseImportMagicCommand();
        Composite.KernelEvents.Subscribe(Take);
    }

    public CompositeKernel Composite { get; }

    public CSharpKernel CSharp { get; }

    /// <summary>Everything that the kernel has told, in order.</summary>
    public List<KernelEvent> Events { get; } = [];

    /// <summary>A kernel with the library and the extension, loaded by the assembly's file as a notebook does; it has told nothing yet.</summary>
    public static async Task<PolyglotKernel> WithExtensionAsync()
    {
        PolyglotKernel kernel = new();
        IReadOnlyList<NotebookOutput> outputs = await kernel.RunAsync("""
            #!import "setup.dib"
            #r "../artifacts/bin/NeuroLab.PlotlyNet/release/NeuroLab.PlotlyNet.dll"
            #r "../artifacts/bin/NeuroLab.PlotlyNet/release/Plotly.NET.CSharp.dll"
            #r "../artifacts/bin/NeuroLab.Polyglot/release/NeuroLab.Polyglot.dll"
            await NeuroLab.Polyglot.Kernels.NeuroLabExtension.LoadAsync();
            """);
        Assert.Empty(outputs);
        kernel.Events.Clear();
        return kernel;
    }

    /// <summary>Runs a cell.</summary>
    /// <returns>Its outputs as a notebook stores them; an error is the last.</returns>
    public async Task<IReadOnlyList<NotebookOutput>> RunAsync(string code)
    {
        collector.Begin(++cells);
        KernelCommandResult result = await Composite.SendAsync(new SubmitCode(code));
        CommandFailed? failed = result.Events.OfType<CommandFailed>().FirstOrDefault();
        return collector.End(failed is null ? null : new CellError(failed.Exception?.GetType().Name ?? "Error", failed.Message, [failed.Message]));
    }

    public void Dispose()
    {
        Composite.Dispose();
        LiveOutput.Host = null;
        Formatter.ResetToDefault();
        Directory.SetCurrentDirectory(folderBefore);
    }

    private void Take(KernelEvent told)
    {
        lock (Events)
            Events.Add(told);
        switch (told)
        {
            case StandardOutputValueProduced printed:
                collector.Write("stdout", Text(printed));
                break;
            case StandardErrorValueProduced printed:
                collector.Write("stderr", Text(printed));
                break;
            case DisplayedValueProduced shown:
                collector.Display(shown.ValueId ?? "", Views(shown));
                break;
            case DisplayedValueUpdated updated:
                collector.Update(updated.ValueId, Views(updated));
                break;
            case ReturnValueProduced result:
                collector.Result(Views(result));
                break;
        }
    }

    private static string Text(DisplayEvent printed) => printed.FormattedValues.First().Value;

    private static JsonObject Views(DisplayEvent shown)
    {
        JsonObject views = [];
        foreach (FormattedValue view in shown.FormattedValues)
            views[view.MimeType] = view.MimeType.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(view.Value) : view.Value;
        return views;
    }
}
