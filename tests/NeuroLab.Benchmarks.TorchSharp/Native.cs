using System.Runtime.InteropServices;

namespace NeuroLab.Benchmarks.TorchSharp;

/// <summary>The native library that TorchSharp calls.</summary>
internal static class Native
{
    /// <summary>Why it can't be loaded, in the words of the system's loader, which TorchSharp keeps to itself; null where it can.</summary>
    internal static string? Reason()
    {
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*LibTorchSharp.*", SearchOption.AllDirectories))
        {
            try
            {
                NativeLibrary.Load(file);
            }
            catch (DllNotFoundException exception)
            {
                // The loader names every folder that it looked into; what is missing stands in the line of this file.
                return Array.Find(exception.Message.Split('\n'), line => line.Contains(file, StringComparison.Ordinal) && !line.Contains("Unable to load", StringComparison.Ordinal)) ?? exception.Message;
            }
        }
        return null;
    }
}
