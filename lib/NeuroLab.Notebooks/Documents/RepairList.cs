namespace NeuroLab.Notebooks.Documents;

/// <summary>What was put right while a notebook was read: each kind once, with the cells it was found in.</summary>
internal sealed class RepairList
{
    private const int MostPlaces = 8;

    private readonly OrderedDictionary<string, List<string>> found = [];

    /// <summary>The sentences, in the order in which the kinds were met.</summary>
    public IReadOnlyList<string> Sentences => [.. found.Select(entry => Sentence(entry.Key, entry.Value))];

    /// <summary>Notes a repair.</summary>
    /// <param name="place">The cell, or "" for the notebook as a whole.</param>
    /// <param name="what">What was wrong and what was done, as a sentence.</param>
    public void Add(string place, string what)
    {
        if (!found.TryGetValue(what, out List<string>? places))
            found[what] = places = [];
        places.Add(place);
    }

    private static string Sentence(string what, List<string> places)
    {
        string shown = string.Join(", ", places.Take(MostPlaces).Where(place => place.Length > 0));
        if (places.Count > MostPlaces)
            shown += $" and {places.Count - MostPlaces} more";
        return shown.Length == 0 ? what : $"{shown}: {what}";
    }
}
