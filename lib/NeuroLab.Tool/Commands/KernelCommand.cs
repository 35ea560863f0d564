using System.CommandLine;
using NeuroLab.Jupyter;
using NeuroLab.Tool.Reports;
using Spectre.Console;

namespace NeuroLab.Tool.Commands;

/// <summary><c>neurolab kernel</c>: lets Jupyter run the notebooks.</summary>
internal static class KernelCommand
{
    private static readonly Option<bool> User = new("--user") { Description = "For the current user; this is what happens without an option." };

    private static readonly Option<string?> Prefix = new("--prefix")
    {
        Description = "For the installation in this folder, such as /usr/local or a Python environment.",
        HelpName = "DIR",
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace kernels of the same names." };

    /// <summary>The command with those below it.</summary>
    public static Command Create()
    {
        var install = new Command("install", $"Makes the kernel known to Jupyter, as {string.Join(" and ", KernelSpecs.Names)}.") { User, Prefix, Force };
        install.SetAction(Install);
        var uninstall = new Command("uninstall", "Removes what install wrote.") { User, Prefix };
        uninstall.SetAction(Uninstall);
        return new Command("kernel", "Lets Jupyter run C# notebooks: install, start, uninstall.") { install, KernelStartCommand.Create(), uninstall };
    }

    private static void Install(ParseResult arguments)
    {
        string program = typeof(KernelCommand).Assembly.Location;
        foreach (string path in KernelSpecs.Install(Folder(arguments), program, arguments.GetValue(Force)))
            AnsiConsole.Console.WritePath("Installed ", path);
    }

    private static void Uninstall(ParseResult arguments)
    {
        foreach (string path in KernelSpecs.Uninstall(Folder(arguments)))
            AnsiConsole.Console.WritePath("Removed ", path);
    }

    private static string Folder(ParseResult arguments) => (arguments.GetValue(User), arguments.GetValue(Prefix)) switch
    {
        (true, not null) => throw new UsageException("--user and --prefix name two places. Give one of them."),
        (_, { } prefix) => KernelSpecs.PrefixFolder(prefix),
        _ => KernelSpecs.UserFolder(),
    };
}
