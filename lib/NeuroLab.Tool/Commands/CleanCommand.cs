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
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments.GetValue(Paths)!, cancellation)));
        return command;
    }

    private static int Run(string[] paths, CancellationToken cancellation)
    {
        int code = ExitCodes.Success;
        foreach (NotebookFile notebook in NotebookFiles.Find(paths))
        {
            if (cancellation.IsCancellationRequested)
                return Stop(notebook);
            if (!Clean(notebook))
                code = ExitCodes.Usage;
        }

        return code;
    }

    private static bool Clean(NotebookFile notebook)
    {
        if (notebook.Document is null)
        {
            Console.Error.WriteLine(notebook.Problem);
            return false;
        }

        try
        {
            NotebookDocument clean = NotebookCleaner.Clean(notebook.Document);
            bool changes = clean.ToJson() != File.ReadAllText(notebook.Path);
            if (changes)
                clean.Save(notebook.Path);
            AnsiConsole.Console.WritePath(changes ? "Cleaned " : "Clean already: ", notebook.Path);
            return true;
        }
        catch (IOException error)
        {
            Console.Error.WriteLine(error.Message);
            return false;
        }
    }

    private static int Stop(NotebookFile notebook)
    {
        Console.Error.WriteLine($"Stopped before {notebook.Path}. The notebooks named above are clean, the others are as they were.");
        return ExitCodes.Interrupted;
    }
}
