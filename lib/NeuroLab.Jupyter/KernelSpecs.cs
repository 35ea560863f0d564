using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session.Directives;
using NeuroLab.Notebooks.Writing;

namespace NeuroLab.Jupyter;

/// <summary>Tells Jupyter of the kernel, by a folder with a file <c>kernel.json</c> for each name it answers to.</summary>
public static class KernelSpecs
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The names: the one that the course's notebooks ask for, and one that says whose kernel it is.</summary>
    public static IReadOnlyList<string> Names { get; } = [".net-csharp", "neurolab"];

    /// <summary>Where Jupyter looks for the kernels of this user.</summary>
    /// <exception cref="OutputException">The user has no home folder.</exception>
    public static string UserFolder()
    {
        string data = Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } set ? set
            : OperatingSystem.IsWindows() ? Path.Combine(Of(Environment.SpecialFolder.ApplicationData), "jupyter")
            : OperatingSystem.IsMacOS() ? Path.Combine(Of(Environment.SpecialFolder.UserProfile), "Library", "Jupyter")
            : Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } share ? Path.Combine(share, "jupyter")
            : Path.Combine(Of(Environment.SpecialFolder.UserProfile), ".local", "share", "jupyter");
        return Path.Combine(data, "kernels");

        static string Of(Environment.SpecialFolder folder) =>
            Notebooks.Writing.UserFolder.Find(folder, "Set it, or name another place with --prefix or the environment variable JUPYTER_DATA_DIR.");
    }

    /// <summary>Where Jupyter looks for the kernels of an installation, such as <c>/usr/local</c> or a Python environment.</summary>
    public static string PrefixFolder(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");

    /// <summary>Writes the kernelspecs.</summary>
    /// <param name="folder">The folder of all kernelspecs.</param>
    /// <param name="program">The command's assembly.</param>
    /// <param name="force">Whether kernelspecs of these names are replaced.</param>
    /// <returns>The folders written.</returns>
    /// <exception cref="KernelException">There is such a kernelspec already.</exception>
    /// <exception cref="OutputException">The folder can't be written.</exception>
    public static IReadOnlyList<string> Install(string folder, string program, bool force)
    {
        string[] targets = [.. Names.Select(name => Path.Combine(folder, name))];
        if (!force && targets.FirstOrDefault(Directory.Exists) is { } there)
        {
            throw new KernelException(
                $"There is a kernel at {there} already{(IsOurs(there) ? "" : ", and it is not NeuroLab's")}. Give --force to replace it.");
        }

        JsonObject spec = new()
        {
            ["argv"] = new JsonArray(DotnetCommand.Location, program, "kernel", "start", "--connection-file", "{connection_file}"),
            ["display_name"] = "C# (NeuroLab)",
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["metadata"] = new JsonObject { ["debugger"] = false },
        };
        OutputPlace place = OutputPlace.Of(folder, "Choose another place with --prefix.");
        place.CheckFolder();
        place.Try(() =>
        {
            foreach (string target in targets)
            {
                if (Directory.Exists(target))
                    Directory.Delete(target, recursive: true);
                Directory.CreateDirectory(target);
                using OutputFile file = OutputFile.Open(Path.Combine(target, "kernel.json"), "");
                file.Write(spec.ToJsonString(Json) + "\n");
            }
        });

        return targets;
    }

    /// <summary>Removes the kernelspecs that are NeuroLab's; another kernel of such a name stays.</summary>
    /// <param name="folder">The folder of all kernelspecs.</param>
    /// <returns>The folders removed.</returns>
    /// <exception cref="KernelException">There is none of NeuroLab's.</exception>
    /// <exception cref="OutputException">The folder can't be written.</exception>
    public static IReadOnlyList<string> Uninstall(string folder)
    {
        string[] targets = [.. Names.Select(name => Path.Combine(folder, name)).Where(IsOurs)];
        if (targets.Length == 0)
            throw new KernelException($"There is no kernel of NeuroLab's in {folder}. Name the place it was installed to with --prefix.");
        OutputPlace.Of(folder, "See who may write it.").Try(() =>
        {
            foreach (string target in targets)
                Directory.Delete(target, recursive: true);
        });

        return targets;
    }

    private static bool IsOurs(string target)
    {
        string file = Path.Combine(target, "kernel.json");
        return File.Exists(file) && File.ReadAllText(file).Contains("NeuroLab.Tool.dll", StringComparison.Ordinal);
    }
}
