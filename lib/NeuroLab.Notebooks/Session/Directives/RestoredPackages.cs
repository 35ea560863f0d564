using System.Text.Json;

namespace NeuroLab.Notebooks.Session.Directives;

/// <summary>The files that a set of packages stands for.</summary>
/// <param name="Compile">Assemblies to compile against.</param>
/// <param name="Runtime">Assemblies to run with.</param>
/// <param name="Native">Native libraries.</param>
/// <param name="Resource">Texts of the assemblies in other languages, each in a folder that has the culture's name.</param>
internal sealed record RestoredPackages(
    IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime, IReadOnlyList<string> Native, IReadOnlyList<string> Resource)
{
    /// <summary>Whether every file is still there; package folders get cleared.</summary>
    public bool AllExist() => Compile.Concat(Runtime).Concat(Native).Concat(Resource).All(File.Exists);

    /// <summary>Reads the <c>project.assets.json</c> that a restore leaves behind.</summary>
    public static RestoredPackages Read(string assetsFile)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        JsonElement root = document.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        JsonElement libraries = root.GetProperty("libraries");
        // The last target is the one for this system, where native files are listed; the first is for any.
        JsonElement target = root.GetProperty("targets").EnumerateObject().Last().Value;
        List<string> compile = [], runtime = [], native = [], resource = [];
        foreach (JsonProperty package in target.EnumerateObject())
        {
            if (!libraries.GetProperty(package.Name).TryGetProperty("path", out JsonElement path))
                continue;
            string folder = folders.Select(root => Path.Combine(root, path.GetString()!)).FirstOrDefault(Directory.Exists) ?? folders[0];
            Collect(package.Value, "compile", folder, compile);
            Collect(package.Value, "runtime", folder, runtime);
            Collect(package.Value, "native", folder, native);
            Collect(package.Value, "resource", folder, resource);
        }

        return new RestoredPackages(compile, runtime, native, resource);
    }

    private static void Collect(JsonElement package, string kind, string folder, List<string> into)
    {
        if (!package.TryGetProperty(kind, out JsonElement files))
            return;
        foreach (JsonProperty file in files.EnumerateObject())
        {
            // "_._" says that there is nothing for this framework, on purpose.
            if (!file.Name.EndsWith("_._", StringComparison.Ordinal))
                into.Add(Path.GetFullPath(Path.Combine(folder, file.Name)));
        }
    }
}
