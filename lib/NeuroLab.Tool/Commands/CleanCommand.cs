using System.CommandLine;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Tool.Reports;
using NeuroLab.Tool.Running;
using Spectre.Console;

namespace NeuroLab.Tool.Commands;

/// <summary><c>neurolab clean</c>: prepares notebooks to be committed, whichever editor they were written in.</summary>
internal static class CleanCommand
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Notebooks, or folders of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The command as the command line knows it.</summary>
    public static Command Create()
    {
        var command = new Command("clean", "Takes outputs and editors' notes out of notebooks, so that they can be committed.") { Paths };
        command.SetAction(arguments => Run(arguments.GetValue(Paths)!));
        return command;
    }

    private static void Run(string[] paths)
    {
        foreach (NotebookFile notebook in NotebookFiles.Find(paths))
        {
            NotebookDocument clean = NotebookCleaner.Clean(notebook.Document);
            bool changes = clean.ToJson() != File.ReadAllText(notebook.Path);
            if (changes)
                clean.Save(notebook.Path);
            AnsiConsole.Console.WritePath(changes ? "Cleaned " : "Clean already: ", notebook.Path);
        }
    }
}
