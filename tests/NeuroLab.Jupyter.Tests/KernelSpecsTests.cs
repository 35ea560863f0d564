using System.Text.Json.Nodes;

namespace NeuroLab.Jupyter.Tests;

public sealed class KernelSpecsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Spec => Path.Combine(folder.Path, ".net-csharp", "kernel.json");

    [Fact]
    public void Both_names_start_the_command()
    {
        Assert.Equal([".net-csharp", "neurolab"], KernelSpecs.Install(folder.Path, "/x/NeuroLab.Tool.dll", force: false).Select(path => Path.GetFileName(path)));
        JsonNode spec = JsonNode.Parse(File.ReadAllText(Spec))!;
        Assert.Equal(["/x/NeuroLab.Tool.dll", "kernel", "start", "--connection-file", "{connection_file}"],
            spec["argv"]!.AsArray().Skip(1).Select(word => word!.GetValue<string>()));
        Assert.Equal("C# (NeuroLab)", spec["display_name"]!.GetValue<string>());
        Assert.Equal("message", spec["interrupt_mode"]!.GetValue<string>());
    }

    [Fact]
    public void A_kernel_that_is_there_is_replaced_only_by_force()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Spec)!);
        File.WriteAllText(Spec, "{\"argv\": [\"other\"]}");
        KernelException error = Assert.Throws<KernelException>(() => KernelSpecs.Install(folder.Path, "NeuroLab.Tool.dll", force: false));
        Assert.Contains("not NeuroLab's. Give --force", error.Message, StringComparison.Ordinal);
        Assert.Contains("other", File.ReadAllText(Spec), StringComparison.Ordinal);
        KernelSpecs.Install(folder.Path, "NeuroLab.Tool.dll", force: true);
        Assert.Contains("NeuroLab.Tool.dll", File.ReadAllText(Spec), StringComparison.Ordinal);
    }

    [Fact]
    public void Uninstall_removes_ours_and_leaves_others()
    {
        KernelSpecs.Install(folder.Path, "NeuroLab.Tool.dll", force: false);
        File.WriteAllText(Spec, "{\"argv\": [\"other\"]}");
        Assert.Equal("neurolab", Path.GetFileName(Assert.Single(KernelSpecs.Uninstall(folder.Path))));
        Assert.True(File.Exists(Spec));
        Assert.Throws<KernelException>(() => KernelSpecs.Uninstall(folder.Path));
    }

    [Theory]
    [InlineData("{", "cannot be used")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{\"transport\":\"ipc\",\"ip\":\"x\"}", "its transport is ipc")]
    [InlineData("{\"transport\":\"tcp\",\"ip\":\"0.0.0.0\"}", "this machine's own address only")]
    [InlineData("{\"transport\":\"tcp\",\"ip\":\"192.168.0.7\"}", "this machine's own address only")]
    [InlineData("{\"transport\":\"tcp\",\"ip\":\"127.0.0.1\",\"key\":\"k\",\"signature_scheme\":\"hmac-md5\"}", "hmac-md5")]
    [InlineData("{\"transport\":\"tcp\",\"ip\":\"127.0.0.1\",\"key\":\"\",\"shell_port\":70000}", "shell_port")]
    public void A_connection_file_that_cannot_be_used_is_refused(string json, string message)
    {
        string file = folder.Write("connection.json", json);
        KernelException error = Assert.Throws<KernelException>(() => ConnectionFile.Read(file));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
