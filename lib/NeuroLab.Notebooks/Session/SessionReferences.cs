using Microsoft.CodeAnalysis;

namespace NeuroLab.Notebooks.Session;

/// <summary>The assemblies that cells compile against, one of each name: the framework, the library, and what <c>#r</c> added.</summary>
internal sealed class SessionReferences
{
    private readonly Dictionary<string, PortableExecutableReference> references = new(StringComparer.OrdinalIgnoreCase);

    public SessionReferences()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        string[] own =
        [
            "NeuroLab", "NeuroLab.Charts", "NeuroLab.Course", "NeuroLab.Notebooks", "MathNet.Numerics",
        ];
        foreach (string path in trusted.Split(Path.PathSeparator))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            bool isFramework = Path.GetDirectoryName(path) == framework && !name.StartsWith("Microsoft.", StringComparison.Ordinal);
            if (isFramework || name == "Microsoft.CSharp" || name == "System.Numerics.Tensors" || own.Contains(name))
                Add(path);
        }
    }

    /// <summary>All of them, as the compiler wants them.</summary>
    public IEnumerable<MetadataReference> All => references.Values;

    /// <summary>Whether an assembly of this name is there already.</summary>
    public bool Contains(string name) => references.ContainsKey(name);

    /// <summary>Adds an assembly unless one of its name is there.</summary>
    public void Add(string path) =>
        references.TryAdd(Path.GetFileNameWithoutExtension(path), MetadataReference.CreateFromFile(path));
}
