using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NeuroLab.Setup.Tests;

/// <summary>The commands that are written down in several places are the same commands, and name what exists.</summary>
public sealed partial class CommandTests
{
    private const string Course = "dotnet run -c Release --project lib/NeuroLab.Tool";
    private const string Tests = "dotnet test NeuroLab.sln -c Release";

    [Fact]
    public void The_two_commands_are_the_same_everywhere()
    {
        string[] tasks = [.. Tasks().Select(task => task.Command)];
        string[] readme = [.. Blocks("README.md")];
        string[] workflow = [.. WorkflowCommand().Matches(Repository.Text(".github/workflows/ci.yml")).Select(match => match.Groups[1].Value)];
        foreach (string command in new[] { Course, Tests })
        {
            Assert.Contains(command, tasks);
            Assert.Contains(command, readme);
            Assert.Contains(command, workflow);
        }

        Assert.Contains(Tests, Repository.Text(".ci/run"), StringComparison.Ordinal);
        Assert.Contains(".ci/run", workflow);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("docs/charts.md")]
    [InlineData("docs/performance.md")]
    [InlineData("notebooks/README.md")]
    [InlineData(".vscode/tasks.json")]
    [InlineData(".github/workflows/ci.yml")]
    public void A_command_names_projects_that_exist(string file)
    {
        IEnumerable<string> commands = file.EndsWith("tasks.json", StringComparison.Ordinal)
            ? Tasks().Select(task => task.Command)
            : [Repository.Text(file)];
        string[] named = [.. commands.SelectMany(text => ProjectPath().Matches(text)).Select(match => match.Groups[1].Value).Distinct()];
        Assert.All(named, path => Assert.True(File.Exists(Repository.At(path)) || Directory.Exists(Repository.At(path)), $"{file} names {path}"));
    }

    [Fact]
    public void Every_task_is_a_command_of_its_own()
    {
        var tasks = Tasks();
        Assert.Equal(tasks.Count, tasks.Select(task => task.Label).Distinct().Count());
        Assert.All(tasks, task => Assert.StartsWith("dotnet ", task.Command, StringComparison.Ordinal));
    }

    private static List<(string Label, string Command)> Tasks() =>
        [.. JsonNode.Parse(Repository.Text(".vscode/tasks.json"))!["tasks"]!.AsArray().Select(task => (
            task!["label"]!.GetValue<string>(),
            string.Join(' ', task["args"]!.AsArray().Select(argument => argument!.GetValue<string>()).Prepend(task["command"]!.GetValue<string>()))))];

    private static IEnumerable<string> Blocks(string file) =>
        Repository.Text(file).Split("```").Where((_, i) => i % 2 == 1).SelectMany(block => block.Split('\n')).Select(line => line.Trim());

    [GeneratedRegex(@"^\s*(?:- )?run: (.+)$", RegexOptions.Multiline)]
    private static partial Regex WorkflowCommand();

    [GeneratedRegex(@"(?:--project |dotnet (?:build|test|pack|restore) )((?:lib|tests|NeuroLab)[\w./]*)")]
    private static partial Regex ProjectPath();
}
