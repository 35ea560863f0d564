using System.Resources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NeuroLab.Notebooks.Tests.Session;

/// <summary>A small library with its texts in two languages, as a build leaves it: the assembly, and beside it one in a folder for German.</summary>
internal static class TranslatedLibrary
{
    private const string Code = """
        using System.Globalization;
        using System.Resources;
        [assembly: NeutralResourcesLanguage("en")]
        public static class Greeting
        {
            public static string In(string culture) => new ResourceManager("Words", typeof(Greeting).Assembly).GetString("hello", new CultureInfo(culture));
        }
        """;

    /// <summary>The files by their names.</summary>
    internal static IReadOnlyDictionary<string, byte[]> Files { get; } = new Dictionary<string, byte[]>
    {
        ["Greeting.dll"] = Compile("Greeting", Code, "Words.resources", "hello"),
        ["de/Greeting.resources.dll"] = Compile(
            "Greeting.resources", "[assembly: System.Reflection.AssemblyCulture(\"de\")]", "Words.de.resources", "Guten Tag"),
    };

    private static byte[] Compile(string name, string code, string resources, string hello)
    {
        MemoryStream words = new();
        using (ResourceWriter writer = new(words))
        {
            writer.AddResource("hello", hello);
            writer.Generate();
            words = new MemoryStream(words.ToArray());
        }

        MemoryStream assembly = new();
        CSharpCompilation compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(code)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(assembly, manifestResources: [new ResourceDescription(resources, () => words, isPublic: true)]).Success);
        return assembly.ToArray();
    }
}
