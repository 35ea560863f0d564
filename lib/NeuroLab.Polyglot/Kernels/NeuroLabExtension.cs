using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Formatting;
using NeuroLab.Charts;
using NeuroLab.PlotlyNet;
using Plotly.NET;

namespace NeuroLab.Polyglot.Kernels;

/// <summary>
/// What NeuroLab adds to .NET Interactive: charts of Plotly.NET draw without a network, output changes while a cell runs, and
/// <c>#!shapes</c> lists the shapes of the variables.
/// </summary>
/// <remarks>
/// .NET Interactive loads it when a notebook names the package with <c>#r "nuget: NeuroLab.Polyglot"</c>. A notebook that names the
/// assembly's file instead loads it with <c>await NeuroLabExtension.LoadAsync()</c>. Loading it again changes nothing.
/// </remarks>
public sealed class NeuroLabExtension : IKernelExtension
{
    /// <summary>Loads the extension into the kernel whose cell runs.</summary>
    /// <exception cref="InvalidOperationException">No cell of .NET Interactive runs.</exception>
    public static Task LoadAsync()
    {
        Kernel kernel = KernelInvocationContext.Current?.HandlingKernel?.RootKernel
            ?? throw new InvalidOperationException("NeuroLabExtension.LoadAsync works in a cell of .NET Interactive, but none runs. In a host of another kind it is not needed.");
        return new NeuroLabExtension().OnLoadAsync(kernel);
    }

    /// <summary>Loads the extension into a kernel and the kernels below it.</summary>
    /// <param name="kernel">The kernel.</param>
    public Task OnLoadAsync(Kernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        // From here on a cell may use Plotly.NET alone.
        RuntimeHelpers.RunModuleConstructor(typeof(PlotlyNetExtensions).Module.ModuleHandle);
        RegisterFormatters();
        LiveOutput.Host = LiveDisplay.Show;
        kernel.VisitSubkernelsAndSelf(each =>
        {
            if (each is CSharpKernel csharp)
                ShapesDirective.AddTo(csharp);
        });
        return Task.CompletedTask;
    }

    // NeuroLab's own types bring their formatters along; a chart of Plotly.NET knows only how to load plotly.js from a CDN.
    private static void RegisterFormatters()
    {
        Formatter.Register<GenericChart>((chart, writer) => writer.Write(chart.ToFigure().ToHtml()), MimeTypes.Html);
        Formatter.Register<GenericChart>((chart, writer) => writer.Write(chart.ToFigure().ToJson()), MimeTypes.Plotly);
        Formatter.Register<GenericChart>((chart, writer) => writer.Write(chart.ToFigure()), MimeTypes.Text);
        Formatter.SetPreferredMimeTypesFor(typeof(GenericChart), MimeTypes.Html, MimeTypes.Plotly);
    }
}
