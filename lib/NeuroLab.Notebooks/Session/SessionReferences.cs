using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace NeuroLab.Notebooks.Session;

/// <summary>The assemblies that cells compile against, one of each name: the framework, the library, and what <c>#r</c> added.</summary>
/// <remarks>
/// Each assembly of the framework costs memory, and most cells need few of them. So a session starts with those that most cells need,
/// and gets the rest by <see cref="AddRest"/> when a cell does not compile. It starts with all that these refer to as well: an assembly
/// whose references change is another assembly to the compiler, and its types no longer fit those of the cells before.
/// </remarks>
internal sealed class SessionReferences
{
    private static readonly HashSet<string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        "System.Collections", "System.Collections.Concurrent", "System.ComponentModel", "System.ComponentModel.Primitives",
        "System.Console", "System.Linq", "System.Linq.Expressions", "System.Memory",
        "System.Numerics.Vectors", "System.ObjectModel", "System.Private.CoreLib", "System.Private.Uri", "System.Runtime",
        "System.Runtime.Extensions", "System.Runtime.InteropServices", "System.Runtime.Numerics", "System.Text.Json",
        "System.Text.RegularExpressions", "System.Threading", "System.Threading.Tasks", "System.Threading.Thread",
    };

    private static readonly string[] Own =
    [
        "NeuroLab", "NeuroLab.Charts", "NeuroLab.Course", "NeuroLab.Notebooks", "MathNet.Numerics", "System.Numerics.Tensors",
    ];

    private readonly Dictionary<string, PortableExecutableReference> references = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> rest = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PortableExecutableReference> readFromRest = new(StringComparer.OrdinalIgnoreCase);

    public SessionReferences()
    {
        references.Add(typeof(object).Assembly.GetName().Name!, CoreLibrary);
        string framework = Path.GetDirectoryName(CorePath)!;
        Queue<string> wanted = [];
        foreach (string path in Trusted)
        {
            string name = Path.GetFileNameWithoutExtension(path);
            if (Usual.Contains(name) || Own.Contains(name))
                wanted.Enqueue(path);
            else if (Path.GetDirectoryName(path) == framework && (name == "Microsoft.CSharp" || !name.StartsWith("Microsoft.", StringComparison.Ordinal)))
                rest.TryAdd(name, path);
        }

        while (wanted.TryDequeue(out string? path))
        {
            Add(path);
            foreach (string name in ReferencesOf(path))
            {
                if (rest.Remove(name, out string? referred))
                    wanted.Enqueue(referred);
            }
        }
    }

    /// <summary>The assembly that every other refers to.</summary>
    public static PortableExecutableReference CoreLibrary { get; } = Read(CorePath);

    // The program's own list, and not where its assemblies say that they are: in a browser they are nowhere.
    private static string[] Trusted => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private static string CorePath => Trusted.First(path => Path.GetFileNameWithoutExtension(path) == typeof(object).Assembly.GetName().Name);

    /// <summary>Those in use, as the compiler wants them.</summary>
    public IEnumerable<MetadataReference> All => references.Values;

    /// <summary>Whether an assembly of this name can be used already.</summary>
    public bool Contains(string name) => references.ContainsKey(name) || rest.ContainsKey(name);

    /// <summary>Adds an assembly unless one of its name is there.</summary>
    public void Add(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        if (!Contains(name))
            references.Add(name, Read(path));
    }

    /// <summary>Adds what the framework has besides. False where it was added before.</summary>
    public bool AddRest()
    {
        bool any = rest.Count > 0;
        foreach (string name in rest.Keys)
            references.TryAdd(name, FromRest(name)!);
        rest.Clear();
        return any;
    }

    /// <summary>A part of the framework that is not in use yet; null where there is none of that name.</summary>
    public PortableExecutableReference? FromRest(string name)
    {
        if (!readFromRest.TryGetValue(name, out PortableExecutableReference? part) && rest.TryGetValue(name, out string? path))
            readFromRest.Add(name, part = Read(path));
        return part;
    }

    // The compiler's own way to read a file keeps all of it in memory; of the framework's files most is machine code. Of references that
    // have a file path it writes a list into the symbols of every cell, and looks into their files for it; nobody reads that here.
    private static PortableExecutableReference Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromStream(file, PEStreamOptions.PrefetchMetadata)).GetReference(display: path);
    }

    private static List<string> ReferencesOf(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
