using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace NeuroLab.PlotlyNet;

/// <summary>Loads what Plotly.NET needs from the folder of this assembly, where the host can't.</summary>
/// <remarks>
/// Plotly.NET 6 is compiled against FSharp.Core 10.1. .NET Interactive's last tool brings 10.0, and hands it to whatever asks for that or
/// an older one, as Giraffe.ViewEngine does: then the two speak of different lists. So what the host does not find is loaded here, in a
/// context in which FSharp.Core is the one that lies beside Plotly.NET. A host that finds everything by itself never asks.
/// </remarks>
internal sealed class PlotlyNetAssemblies() : AssemblyLoadContext("Plotly.NET")
{
    private static readonly string folder = Path.GetDirectoryName(typeof(PlotlyNetAssemblies).Assembly.Location) ?? "";

    /// <summary>Stands by from the moment that this assembly is first used.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries", Justification = "A cell that names Plotly.NET calls nothing here first.")]
    internal static void StandBy()
    {
        PlotlyNetAssemblies context = new();
        Default.Resolving += (_, name) => context.Load(name);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string file = Path.Combine(folder, assemblyName.Name + ".dll");
        if (!File.Exists(file))
            return null;
        // The host may have loaded some of them itself by now, each in a context of its own; a second copy would have types of its own.
        return AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(loaded => !loaded.IsDynamic && loaded.Location == file) ?? LoadFromAssemblyPath(file);
    }
}
