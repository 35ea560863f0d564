using System.Reflection;

namespace NeuroLab.Notebooks.Session.Directives;

/// <summary>Carries out <c>#r "path"</c>, <c>#r "nuget: Name, Version"</c> and <c>#i "nuget: source"</c>.</summary>
internal sealed class AssemblyDirective(
    string folder, SessionReferences references, CellLoadContext context, AdjacentReferences adjacent, ICellOutput output)
{
    /// <summary>The folder beside this assembly with libraries that notebooks name by the path where a build puts them.</summary>
    private const string Carried = "libraries";

    private const string NuGet = "nuget:";

    private readonly PackageRestore packages = new(folder, output.Progress);

    /// <param name="directive">The directive.</param>
    /// <param name="beside">The folder of the file in which it stands; null for a cell.</param>
    public void Run(CellDirective directive, string? beside)
    {
        string argument = directive.Argument;
        bool isPackage = argument.StartsWith(NuGet, StringComparison.OrdinalIgnoreCase);
        if (directive.Name == "#i")
            packages.AddSource(isPackage ? argument[NuGet.Length..].Trim() : "");
        else if (isPackage)
            AddPackage(argument[NuGet.Length..]);
        else
            AddAssembly(argument, beside);
    }

    private void AddPackage(string argument)
    {
        PackageName package = PackageName.Parse(argument);
        if (packages.Contains(package))
            return;
        RestoredPackages restored = packages.Restore(package);
        foreach (string path in restored.Compile)
            references.Add(path);
        foreach (string path in restored.Runtime)
            context.AddAssembly(path);
        foreach (string path in restored.Native)
            context.AddLibrary(path);
        foreach (string path in restored.Resource)
            context.AddSatellite(path);
    }

    private void AddAssembly(string argument, string? beside)
    {
        string name = argument.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? Path.GetFileNameWithoutExtension(argument.Replace('\\', '/'))
            : argument;
        // The course's own assemblies are here from the start, built or not at the path that other hosts load them from.
        if (references.Contains(name))
            return;
        string path = CellPath.Find(argument, folder, beside);
        // Who has the command from its package has built nothing; what the course's notebooks load lies in the package.
        string carried = Path.Combine(AppContext.BaseDirectory, Carried, name + ".dll");
        if (!File.Exists(path) && File.Exists(carried))
            path = carried;
        if (!File.Exists(path))
        {
            throw CellFailedException.Because("AssemblyNotFound",
                $"#r \"{argument}\": there is no such file. {CellPath.Rule}, so this one is {path}.");
        }

        try
        {
            AssemblyName.GetAssemblyName(path);
        }
        catch (BadImageFormatException)
        {
            throw CellFailedException.Because("NotAnAssembly", $"#r \"{argument}\": the file is not a .NET assembly.");
        }

        string home = Path.GetDirectoryName(path)!;
        references.Add(path);
        context.AddAssembly(path);
        context.AddFolder(home);
        adjacent.AddFolder(home);
    }
}
