using NeuroLab.Tests.Shared.Jupyter;
using Xunit.Abstractions;

namespace NeuroLab.Tool.Tests.Jupyter;

/// <summary>Jupyter's own client as the peer; the checks stand in <c>peer.py</c>.</summary>
public sealed class ConformanceTests(InstalledKernel kernel, ITestOutputHelper report) : IClassFixture<InstalledKernel>
{
    [JupyterTheory]
    [InlineData("kernel_info")]
    [InlineData("execute")]
    [InlineData("silent_and_unstored")]
    [InlineData("user_expressions")]
    [InlineData("errors_stop_what_follows")]
    [InlineData("updates")]
    [InlineData("completion")]
    [InlineData("inspection")]
    [InlineData("completeness")]
    [InlineData("history_and_comms")]
    [InlineData("input_requests")]
    [InlineData("interrupt_training")]
    [InlineData("interrupt_without_help")]
    [InlineData("interrupt_signal")]
    [InlineData("cell_that_ends_its_process")]
    [InlineData("restart")]
    [InlineData("shutdown")]
    [InlineData("shutdown_on_shell")]
    [InlineData("ends_with_its_front_end")]
    [InlineData("killed")]
    [InlineData("large_and_many")]
    [InlineData("many_cells")]
    [InlineData("wrong_messages_are_refused")]
    [InlineData("half_a_character")]
    [InlineData("sent_again")]
    [InlineData("long_history_pattern")]
    [InlineData("subscriber_that_does_not_read")]
    [InlineData("idle_connections")]
    [InlineData("same_identity")]
    [InlineData("busy_and_idle")]
    [InlineData("listens_on_loopback_only")]
    public async Task The_kernel_does_as_the_protocol_says(string check)
    {
        (int exitCode, string printed) = await kernel.PythonAsync(
            Path.GetTempPath(), Path.Combine(AppContext.BaseDirectory, "Jupyter", "peer.py"), check);
        report.WriteLine(printed);
        Assert.True(exitCode == 0 && printed.Contains("passed", StringComparison.Ordinal), printed);
    }
}
