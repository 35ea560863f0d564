using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace NeuroLab.Site;

/// <summary>The session that was published for the browser, and the files that its cells read, in a folder named after what is in it.</summary>
/// <remarks>So a page that was loaded before the site changed never gets the half of a session that is new.</remarks>
internal sealed class BrowserEngine
{
    private const string Framework = "_framework";
    private const string Course = "course";

    private readonly PackedFile[] files;

    private BrowserEngine(string name, PackedFile[] files) => (Name, this.files) = (name, files);

    /// <summary>The name of this state of it.</summary>
    public string Name { get; }

    /// <summary>The scripts with which it starts.</summary>
    public IEnumerable<string> Scripts => files.Select(file => file.Path).Where(path => path.EndsWith(".js", StringComparison.Ordinal));

    private string Folder => $"engine/{Name}/";

    /// <summary>Reads and compresses all of it.</summary>
    /// <param name="session">The folder of the session that was published.</param>
    /// <param name="read">Files that cells may read, by their path beside the notebooks' folder.</param>
    /// <param name="cancellation">Stops it.</param>
    public static BrowserEngine Pack(string session, IReadOnlyDictionary<string, string> read, CancellationToken cancellation)
    {
        string published = Path.Combine(session, Framework);
        (string Path, byte[] Content)[] found =
        [
            .. Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories).Where(IsNeeded).Order(StringComparer.Ordinal)
                .Select(file => ($"{Framework}/{Path.GetRelativePath(published, file).Replace('\\', '/')}", File.ReadAllBytes(file))),
            .. read.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => ($"{Course}/{file.Key}", File.ReadAllBytes(file.Value))),
        ];
        string name = Hash(found);
        return new BrowserEngine(name, PackedFile.All([.. found.Select(file => ($"engine/{name}/{file.Path}", file.Content))], cancellation));
    }

    /// <summary>A name for what is in some files.</summary>
    /// <param name="files">Their paths and what is in them.</param>
    public static string Hash(IEnumerable<(string Path, byte[] Content)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string path, byte[] content) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{content.Length}\n"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    /// <summary>What a page must know to start it.</summary>
    public JsonObject Place() => new()
    {
        ["framework"] = $"{Folder}{Framework}/",
        ["engine"] = Name,
        ["kernels"] = files.Select(file => file.Path).FirstOrDefault(path => path.EndsWith("/kernels.wasm", StringComparison.Ordinal)),
        ["folder"] = $"/{Course}/notebooks",
        ["files"] = new JsonObject(files.Where(file => file.Path.StartsWith($"{Folder}{Course}/", StringComparison.Ordinal))
            .Select(file => KeyValuePair.Create(file.Path[(Folder.Length - 1)..], (JsonNode?)file.Path))),
        ["bytes"] = files.Sum(file => (long)file.Content.Length),
        ["packed"] = files.Sum(file => (long)(file.Gzip ?? file.Content).Length),
    };

    /// <summary>Writes it.</summary>
    /// <param name="site">The folder of the site.</param>
    public void Write(string site)
    {
        foreach (PackedFile file in files)
            file.Write(site);
    }

    // The rest is for debuggers.
    private static bool IsNeeded(string file) => Path.GetExtension(file) is ".dll" or ".wasm" or ".js" or ".dat";
}
