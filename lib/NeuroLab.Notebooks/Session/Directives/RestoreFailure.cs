namespace NeuroLab.Notebooks.Session.Directives;

/// <summary>Words a failed restore.</summary>
internal static class RestoreFailure
{
    private const string Sources = "The package sources asked are those of your NuGet settings; \"dotnet nuget list source\" shows them.";

    public static string Describe(PackageName package, string printed)
    {
        string why = printed switch
        {
            _ when Has("NU1101") => "No package source has a package of this name. Check its spelling.",
            _ when Has("NU1102") || Has("NU1103") => "The package exists, but not in this version.",
            _ when Has("NU1301") || Has("NU1900") =>
                "A package source cannot be reached. Check the network; without one, use packages restored before, in exactly that version.",
            _ when Has("NU1202") || Has("NU1213") => "The package has nothing for this version of .NET, or is no library.",
            _ when Has("No .NET SDKs were found") || Has("not find any installed .NET SDK") =>
                "Packages are restored with the .NET SDK, and only the .NET runtime was found. Install the SDK.",
            _ => "The restore failed:\n" + string.Join('\n', printed.Split('\n', StringSplitOptions.TrimEntries)
                .Where(line => line.Contains("error", StringComparison.Ordinal) && !line.Contains("://", StringComparison.Ordinal))
                .Distinct().Take(5)),
        };
        return $"#r \"nuget: {package.Id}, {package.Version}\": the package {package} cannot be had. {why}\n{Sources}";

        bool Has(string code) => printed.Contains(code, StringComparison.Ordinal);
    }
}
