using System.Globalization;
using System.Runtime.InteropServices;

namespace NeuroLab.Notebooks.Worker;

/// <summary>The runtime's settings for a worker that are known only when it is started, as environment variables.</summary>
internal static class WorkerSettings
{
    private const string MemoryLimit = "DOTNET_GCHeapHardLimit";
    private const string Diagnostics = "DOTNET_EnableDiagnostics";
    private const string Dump = "DOTNET_DbgEnableMiniDump";
    private const string Invariant = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    // Of the library with the world's cultures, these are the versions that the runtime knows.
    private const int OldestCultures = 50;
    private const int NewestCultures = 99;

    private static readonly Lazy<bool> hasCultures = new(FindCultures);

    /// <summary>The settings of a worker.</summary>
    public static IEnumerable<(string Name, string Value)> Of(SessionOptions options)
    {
        // A crash is reported by us; a dump of the student's loop helps nobody.
        yield return (Dump, "0");
        // For debuggers the runtime puts files into the temporary folder, which stay there when a worker is killed.
        yield return (Diagnostics, "0");
        if (options.MemoryLimit is { } limit)
            yield return (MemoryLimit, limit.ToString("x", CultureInfo.InvariantCulture));
        if (!hasCultures.Value)
            yield return (Invariant, "1");
    }

    /// <summary>In the worker: hides the settings from the cells and from what they start.</summary>
    public static void Forget()
    {
        foreach (string name in new[] { Dump, Diagnostics, MemoryLimit })
            Environment.SetEnvironmentVariable(name, null);
    }

    // Windows and macOS bring the cultures along. Elsewhere they are a package of the system; without it the runtime would not even start.
    private static bool FindCultures()
    {
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
            return true;
        for (int version = NewestCultures; version >= OldestCultures; version--)
        {
            if (!NativeLibrary.TryLoad($"libicuuc.so.{version}", out nint library))
                continue;
            NativeLibrary.Free(library);
            return true;
        }

        return NativeLibrary.TryLoad("libicuuc.so", out _);
    }
}
