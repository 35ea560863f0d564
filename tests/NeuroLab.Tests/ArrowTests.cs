using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using NeuroLab.Tensors;

namespace NeuroLab.Tests;

/// <summary>Which folder of the library, and which project, may know which: arrows point one way.</summary>
public sealed class ArrowTests
{
    /// <summary>The library's folders, lowest first. Each knows those before it, and none after it.</summary>
    private static readonly string[] Folders =
        ["Display", "Kernels", "Tensors", "Ops", "Initialization", "Layers", "Data", "Losses", "Optimization", "Training", "Inspection"];

    /// <summary>The projects in <c>lib</c>, lowest first; those on one line don't know each other.</summary>
    private static readonly string[][] Projects =
    [
        ["NeuroLab"],
        ["NeuroLab.Charts"],
        ["NeuroLab.Course", "NeuroLab.PlotlyNet"],
        ["NeuroLab.Notebooks", "NeuroLab.Polyglot"],
        ["NeuroLab.Browser", "NeuroLab.Jupyter", "NeuroLab.Site", "NeuroLab.Worker"],
        ["NeuroLab.Live"],
        ["NeuroLab.Tool"],
    ];

    [Fact]
    public void A_folder_of_the_library_knows_only_folders_below_it()
    {
        Architecture library = new ArchLoader().LoadAssembly(typeof(Tensor).Assembly).Build();
        (string From, string To, string Why)[] arrows =
        [
            .. from type in library.Types
               from dependency in type.Dependencies
               where dependency.Target is not GenericParameter
               let @from = FolderOf(dependency.Origin)
               let to = FolderOf(dependency.Target)
               where @from is not null && to is not null && @from != to
               select (@from, to, $"{dependency.Origin.FullName} knows {dependency.Target.FullName}"),
        ];

        Assert.Equal(Folders.Order(), arrows.SelectMany(arrow => new[] { arrow.From, arrow.To }).Distinct().Order());
        // The one allowed pair: a tensor remembers the operation that made it, and an operation computes with tensors.
        Assert.Contains(arrows, arrow => arrow is { From: "Tensors", To: "Ops" });
        string[] wrong = [.. arrows
            .Where(arrow => Array.IndexOf(Folders, arrow.To) > Array.IndexOf(Folders, arrow.From) && arrow is not { From: "Tensors", To: "Ops" })
            .Select(arrow => arrow.Why).Distinct()];
        Assert.True(wrong.Length == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void A_project_knows_only_projects_below_it()
    {
        (string From, string To)[] arrows =
        [
            .. from file in Directory.EnumerateFiles(Repository.At("lib"), "*.csproj", SearchOption.AllDirectories)
               from reference in XDocument.Load(file).Descendants("ProjectReference")
               select (Path.GetFileNameWithoutExtension(file), Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)),
        ];

        Assert.Equal(Projects.SelectMany(names => names).Order(), arrows.SelectMany(arrow => new[] { arrow.From, arrow.To }).Distinct().Order());
        Assert.DoesNotContain(arrows, arrow => LevelOf(arrow.To) >= LevelOf(arrow.From));
        // What stands above the charts knows the course's own session or .NET Interactive, never both; the tool only brings the files along.
        Assert.DoesNotContain(arrows, arrow => arrow is { From: "NeuroLab.Notebooks", To: "NeuroLab.PlotlyNet" } or { From: "NeuroLab.Polyglot", To: "NeuroLab.Course" });

        static int LevelOf(string project) => Array.FindIndex(Projects, names => names.Contains(project));
    }

    private static string? FolderOf(IType type)
    {
        string[] parts = type.FullName.Split('.', '+', '/');
        return parts is ["NeuroLab", var folder, _, ..] && !folder.Contains('`', StringComparison.Ordinal) ? folder : null;
    }
}
