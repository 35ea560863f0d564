using System.Globalization;

namespace NeuroLab.Training;

/// <summary>What a checkpoint holds, to be written into tensors and counters by name: all of them or, if anything does not fit, none.</summary>
internal sealed class CheckpointContents(SafetensorsFile file)
{
    private const int MostListed = 40;
    private const int Longest = 120;
    private readonly Dictionary<string, SafetensorsEntry> entries = file.Entries.ToDictionary(entry => entry.Name);

    internal SafetensorsFile File => file;

    internal SafetensorsEntry? Find(string name) => entries.GetValueOrDefault(name);

    /// <summary>Overwrites tensors and counters with the file's numbers.</summary>
    /// <param name="expected">Where the numbers go.</param>
    /// <param name="what">What they belong to, for messages.</param>
    /// <param name="mustBeExpected">Which of the file's names are a mistake when nobody expects them.</param>
    /// <exception cref="CheckpointException">Names are missing, extra, or of another shape or type. Nothing was written.</exception>
    internal void LoadInto(IReadOnlyList<NamedState> expected, string what, Func<string, bool> mustBeExpected)
    {
        HashSet<string> names = [.. expected.Select(named => named.Name)];
        List<string> problems = [];
        Report(problems, "missing from the file", expected.Where(named => !entries.ContainsKey(named.Name)).Select(named => named.ToString()));
        Report(problems, "in the file, but not expected", file.Entries.Where(entry => !names.Contains(entry.Name) && mustBeExpected(entry.Name)).Select(Describe));
        Report(problems, "of another shape", expected.Where(named => Find(named.Name) is { } entry && !named.Sizes.SequenceEqual(entry.Sizes))
            .Select(named => $"{named} is {Describe(entries[named.Name])} in the file"));
        Report(problems, "of a type that is not read", expected.Where(named => Find(named.Name) is { HasNumbers: false }).Select(named => $"{named.Name} of type {entries[named.Name].Type}"));
        RequireNone(problems, what);

        Action?[] takings = [.. expected.Select(named => named.Taking(entries[named.Name]))];
        Report(problems, "a count that is no whole number of 0 or more", expected.Where((_, i) => takings[i] is null).Select(named => named.Name));
        RequireNone(problems, what);
        foreach (Action? take in takings)
            take!();
    }

    private void RequireNone(List<string> problems, string what)
    {
        if (problems.Count > 0)
            throw new CheckpointException($"{file.Source} does not fit {SafetensorsHeader.Short(what, Longest)}. {string.Join(" ", problems)} Build the architecture that was saved; nothing was changed.");
    }

    private static void Report(List<string> problems, string what, IEnumerable<string> names)
    {
        string[] all = [.. names];
        if (all.Length == 0)
            return;
        string more = all.Length > MostListed ? string.Create(CultureInfo.InvariantCulture, $", and {all.Length - MostListed} more") : "";
        problems.Add($"{char.ToUpperInvariant(what[0])}{what[1..]}: {string.Join(", ", all.Take(MostListed))}{more}.");
    }

    private static string Describe(SafetensorsEntry entry) => $"{SafetensorsHeader.Short(entry.Name, Longest)} ({string.Join(", ", entry.Sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)))})";
}
