using System.Reflection;

namespace NeuroLab.Notebooks.Session.Directives;

/// <summary>Carries out <c>#r "path"</c> and <c>#r "nuget: Name, Version"</c>.</summary>
internal sealed class AssemblyDirective(
    string folder, SessionReferences references, CellLoadContext context, AdjacentReferences adjacent, ICellOutput output)
{
    private readonly PackageRestore packages = new(folder, output.Progress);

    public void Run(string argument)
    {
        if (argument.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            AddPackage(argument["nuget:".Length..]);
        else
            AddAssembly(argument);
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
    }

    private void AddAssembly(string argument)
    {
        string name = argument.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? Path.GetFileNameWithoutExtension(argument.Replace('\\', '/'))
            : argument;
        // The course's own assemblies are here from the start, built or not at the path that other hosts load them from.
        if (references.Contains(name))
            return;
        string path = Path.GetFullPath(Path.Combine(folder, argument.Replace('\\', '/')));
        if (!File.Exists(path))
        {
            throw CellFailedException.Because("AssemblyNotFound",
                $"#r \"{argument}\": there is no such file. Relative paths are taken from the notebook's folder, so this one is {path}.");
        }

        try
        {
            AssemblyName.GetAssemblyName(path);
        }
        catch (BadImageFormatException)
        {
            throw CellFailedException.Because("NotAnAssembly", $"#r \"{argument}\": the file is not a .NET assembly.");
        }

        string beside = Path.GetDirectoryName(path)!;
        references.Add(path);
        context.AddAssembly(path);
        context.AddFolder(beside);
        adjacent.AddFolder(beside);
    }
}
