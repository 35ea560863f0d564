using System.Text.Json.Nodes;

namespace NeuroLab.Setup.Tests;

public sealed class DevContainerTests
{
    private static readonly JsonNode container = JsonNode.Parse(Repository.Text(".devcontainer/devcontainer.json"))!;

    [Fact]
    public void Everything_it_names_exists()
    {
        Assert.True(File.Exists(Repository.At(container["postCreateCommand"]!.GetValue<string>())));
        string[] opened = [.. container["customizations"]!["codespaces"]!["openFiles"]!.AsArray().Select(file => file!.GetValue<string>())];
        Assert.NotEmpty(opened);
        Assert.All(opened, file => Assert.True(File.Exists(Repository.At(file)), file));
    }

    [Fact]
    public void Its_image_has_the_sdk_that_the_project_asks_for()
    {
        string sdk = JsonNode.Parse(Repository.Text("global.json"))!["sdk"]!["version"]!.GetValue<string>();
        Assert.StartsWith($"mcr.microsoft.com/devcontainers/dotnet:{sdk.Split('.')[0]}.0-", container["image"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_installs_the_extensions_that_the_workspace_recommends() => Assert.Equal(
        JsonNode.Parse(Repository.Text(".vscode/extensions.json"))!["recommendations"]!.ToJsonString(),
        container["customizations"]!["vscode"]!["extensions"]!.ToJsonString());

    [Fact]
    public void It_fits_a_machine_of_two_cores_and_four_gigabytes()
    {
        Assert.Equal(2, container["hostRequirements"]!["cpus"]!.GetValue<int>());
        Assert.Equal("4gb", container["hostRequirements"]!["memory"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(".devcontainer/post-create.sh")]
    [InlineData(".devcontainer/install-packages.sh")]
    [InlineData(".devcontainer/start-course.sh")]
    [InlineData(".devcontainer/open-course.sh")]
    [InlineData(".ci/run")]
    public void A_script_can_be_started(string path)
    {
        Assert.StartsWith("#!/usr/bin/env bash\n", File.ReadAllText(Repository.At(path)), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(Repository.At(path)).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public void Continuous_integration_begins_with_the_same_script() =>
        Assert.Contains(container["postCreateCommand"]!.GetValue<string>(), Repository.Text(".ci/run"), StringComparison.Ordinal);
}
