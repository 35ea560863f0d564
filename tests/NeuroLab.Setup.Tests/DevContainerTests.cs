using System.Diagnostics;
using System.Text.Json.Nodes;

namespace NeuroLab.Setup.Tests;

public sealed class DevContainerTests
{
    private static readonly JsonNode container = JsonNode.Parse(Repository.Text(".devcontainer/devcontainer.json"))!;

    [Fact]
    public void Everything_it_names_exists()
    {
        Assert.All(new[] { "postCreateCommand", "postStartCommand", "postAttachCommand" }, name => Assert.True(File.Exists(Repository.At(Named(name))), name));
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
    public void Nothing_it_installs_competes_with_the_extension_for_the_notebooks() => Assert.DoesNotContain(
        container["customizations"]!["vscode"]!["extensions"]!.AsArray().Select(name => name!.GetValue<string>()),
        name => name is "ms-toolsai.jupyter" or "ms-dotnettools.dotnet-interactive-vscode");

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
    public void Its_port_is_forwarded_as_the_course_is_served()
    {
        int port = Assert.Single(container["forwardPorts"]!.AsArray())!.GetValue<int>();
        Assert.Contains($"DefaultPort = {port};", Repository.Text("lib/NeuroLab.Live/LiveOptions.cs"), StringComparison.Ordinal);
        Assert.NotNull(container["portsAttributes"]![port.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
    }

    [UnixFact]
    public async Task The_course_is_served_when_it_starts_and_opened_when_an_editor_attaches()
    {
        using TemporaryFolder clone = new();
        foreach (string part in new[] { "notebooks", "datasets", "docs", "lib" })
            Directory.CreateSymbolicLink(clone.At(part), Repository.At(part));
        Directory.CreateDirectory(clone.At("artifacts"));
        Directory.CreateSymbolicLink(clone.At("artifacts/bin"), Repository.At("artifacts/bin"));
        Directory.CreateDirectory(clone.At(".devcontainer"));
        foreach (string script in new[] { "postStartCommand", "postAttachCommand" }.Select(Named))
            File.Copy(Repository.At(script), clone.At(script));
        await File.WriteAllTextAsync(clone.At("browser"), $"#!/bin/sh\necho \"$1\" >'{clone.At("opened")}'\n");
        // The editor's own command, which knows where the editor keeps its extensions.
        Directory.CreateDirectory(clone.At("editor"));
        await File.WriteAllTextAsync(clone.At("editor/code"), $"#!/bin/sh\necho \"$@\" >'{clone.At("installed")}'\n");
        Directory.CreateDirectory(clone.At("artifacts/vscode"));
        await File.WriteAllTextAsync(clone.At("artifacts/vscode/neurolab.vsix"), "");
        Assert.Equal(0, (await Command.RunAsync(new ProcessStartInfo("chmod", ["+x", clone.At("browser"), clone.At("editor/code")]))).ExitCode);

        Assert.Equal(0, (await Command.RunAsync(new ProcessStartInfo(clone.At(Named("postStartCommand"))))).ExitCode);
        try
        {
            ProcessStartInfo attach = new(clone.At(Named("postAttachCommand")));
            attach.Environment["BROWSER"] = clone.At("browser");
            attach.Environment["PATH"] = clone.At("editor") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
            (int code, string output, string errors) = await Command.RunAsync(attach);
            Assert.True(code == 0, output + errors);
            Assert.Equal("--install-extension artifacts/vscode/neurolab.vsix --force", (await File.ReadAllTextAsync(clone.At("installed"))).Trim());
            using HttpClient browser = new();
            string link = (await File.ReadAllTextAsync(clone.At("opened"))).Trim();
            Assert.Contains("url=/index.html", await browser.GetStringAsync(new Uri(link)), StringComparison.Ordinal);
            Assert.True(File.Exists(clone.At("my-course/notebooks/00-start-here.ipynb")));
        }
        finally
        {
            using Process server = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(clone.At("artifacts/live.pid")), System.Globalization.CultureInfo.InvariantCulture));
            server.Kill(entireProcessTree: true);
        }
    }

    private static string Named(string command) => container[command]!.GetValue<string>();

    [Fact]
    public void Continuous_integration_begins_with_the_same_script() =>
        Assert.Contains(container["postCreateCommand"]!.GetValue<string>(), Repository.Text(".ci/run"), StringComparison.Ordinal);
}
