using System.Reflection;
using System.Runtime.CompilerServices;

namespace NeuroLab.Notebooks.Session;

/// <summary>The texts of all cells and imported files so far, to show lines of them in errors.</summary>
internal sealed class CellSources
{
    private readonly Dictionary<string, string> texts = [];
    private readonly ConditionalWeakTable<Assembly, string> files = [];

    /// <summary>Keeps a text under the name by which errors call it.</summary>
    public void Add(string file, string text) => texts[file] = text;

    /// <summary>Notes what an assembly was compiled from.</summary>
    public void Add(Assembly assembly, string file) => files.Add(assembly, file);

    /// <summary>The text of a cell or file; null where there is none of that name.</summary>
    public string? TextOf(string file) => texts.GetValueOrDefault(file);

    /// <summary>The cell or file that a method is from; null for what is not the student's.</summary>
    public string? FileOf(MethodBase? method) =>
        method is not null && files.TryGetValue(method.Module.Assembly, out string? file) ? file : null;
}
