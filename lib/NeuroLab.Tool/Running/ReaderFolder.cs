using NeuroLab.Notebooks.Writing;
using NeuroLab.Tool.Reports;
using Spectre.Console;

namespace NeuroLab.Tool.Running;

/// <summary>The folder in which the reader's own notebooks live. He is asked for it once.</summary>
internal static class ReaderFolder
{
    private const string Remedy = "Name your folder instead: neurolab open DIR";

    /// <summary>The folder that he named before; else the one that he names now.</summary>
    /// <exception cref="UsageException">Nobody is there to be asked.</exception>
    /// <exception cref="OutputException">The answer can't be kept.</exception>
    public static string Find()
    {
        string memory = Path.Combine(UserFolder.Find(Environment.SpecialFolder.ApplicationData, Remedy), "neurolab", "folder.txt");
        if (File.Exists(memory) && File.ReadAllText(memory).Trim() is { Length: > 0 } known && Directory.Exists(known))
            return known;
        if (!Terminal.CanAsk)
            throw new UsageException($"Your folder is not known yet. {Remedy}");
        string home = UserFolder.Find(Environment.SpecialFolder.UserProfile, Remedy);
        string answer = AnsiConsole.Prompt(new TextPrompt<string>("In which folder shall your notebooks live?").DefaultValue(Path.Combine(home, "neurolab-course")));
        string folder = Path.GetFullPath(answer.StartsWith('~') ? home + answer[1..] : answer);
        Directory.CreateDirectory(Path.GetDirectoryName(memory)!);
        using OutputFile file = OutputFile.Open(memory, Remedy);
        file.Write(folder + "\n");
        return folder;
    }
}
