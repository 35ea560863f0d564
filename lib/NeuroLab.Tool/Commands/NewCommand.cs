using System.CommandLine;
using NeuroLab.Tool.Reports;
using NeuroLab.Tool.Running;
using Spectre.Console;

namespace NeuroLab.Tool.Commands;

/// <summary><c>neurolab new</c>: writes the course into a folder, for those who have the command and no repository.</summary>
internal static class NewCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "The folder to write the course to. It is made, or must be empty." };

    /// <summary>The command as the command line knows it.</summary>
    public static Command Create()
    {
        var command = new Command("new", "Writes the course's notebooks and data into a new folder.") { Folder };
        command.SetAction(arguments => Run(arguments.GetValue(Folder)!));
        return command;
    }

    private static void Run(string folder)
    {
        int notebooks = CourseCopy.Write(folder);
        AnsiConsole.Console.WritePath($"{Text.Count(notebooks, "notebook")} written to ", Path.GetFullPath(folder));
        AnsiConsole.Console.WriteLine("To run them all and see them as pages: change to that folder, then neurolab");
    }
}
