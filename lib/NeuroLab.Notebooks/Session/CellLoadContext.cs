using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace NeuroLab.Notebooks.Session;

/// <summary>Loads the cells and what <c>#r</c> named; everything else comes from the worker itself.</summary>
internal sealed class CellLoadContext() : AssemblyLoadContext("cells")
{
    // Known by name from the start, since an assembly of the worker may be wanted here before the worker itself has loaded it.
    private static readonly HashSet<string> own = new(
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => Path.GetFileNameWithoutExtension(path)),
        StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> libraries = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> folders = [];

    /// <summary>Makes an assembly loadable; the first of a name wins.</summary>
    public void AddAssembly(string path) => assemblies.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    /// <summary>Makes the texts of an assembly in one language loadable, which lie in a folder that has the culture's name.</summary>
    public void AddSatellite(string path) => assemblies.TryAdd(
        Path.Combine(Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileNameWithoutExtension(path)), path);

    /// <summary>Makes a native library loadable.</summary>
    public void AddLibrary(string path) => libraries.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    /// <summary>Has assemblies looked for in a folder that are found nowhere else.</summary>
    public void AddFolder(string folder) => folders.Add(folder);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = Path.Combine(assemblyName.CultureName ?? "", assemblyName.Name ?? "");
        if (assemblies.TryGetValue(name, out string? path))
            return LoadFromAssemblyPath(path);
        if (own.Contains(name))
            return null;
        path = folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string name = unmanagedDllName;
        foreach (string candidate in new[] { name, Path.GetFileNameWithoutExtension(name), "lib" + name })
        {
            if (libraries.TryGetValue(candidate, out string? path))
                return NativeLibrary.Load(path);
        }

        foreach (string folder in folders)
        {
            foreach (string file in new[] { name, $"{name}.dll", $"lib{name}.so", $"lib{name}.dylib" })
            {
                if (NativeLibrary.TryLoad(Path.Combine(folder, file), out nint handle))
                    return handle;
            }
        }

        return 0;
    }
}
