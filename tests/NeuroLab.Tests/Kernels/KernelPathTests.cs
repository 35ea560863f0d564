using System.Diagnostics;
using NeuroLab.Kernels.Provider;

namespace NeuroLab.Tests.Kernels;

/// <summary>The kernels for other processors, in processes of their own in which the runtime leaves this one's abilities unused.</summary>
public sealed class KernelPathTests
{
    /// <summary>Tells the process under test which kernels it is to have.</summary>
    private const string ExpectedKernel = "NEUROLAB_TEST_KERNEL";

    [KernelTheory(ExpectedKernel)]
    [InlineData("DOTNET_EnableAVX512", "Vector256")]
    [InlineData("DOTNET_EnableAVX2", "Vector128")]
    [InlineData("DOTNET_EnableHWIntrinsic", "portable")]
    public async Task Without_what_newer_processors_have_results_are_the_same(string setting, string kernel)
    {
        // The provider by itself, and PyTorch's reference cases for all that is built on the kernels.
        const string Tests = "FullyQualifiedName~Tests.Kernels|FullyQualifiedName~Tests.Layers.Convolutions|FullyQualifiedName~GoldenTests";
        ProcessStartInfo start = new("dotnet", ["vstest", typeof(KernelPathTests).Assembly.Location, $"--TestCaseFilter:{Tests}"]);
        start.Environment[setting] = "0";
        start.Environment[ExpectedKernel] = kernel;
        (int exitCode, string output, string errors) = await Command.RunAsync(start);
        Assert.True(exitCode == 0, output + errors);
        Assert.Contains("Passed", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_widest_kernel_allowed_is_chosen()
    {
        string? expected = Environment.GetEnvironmentVariable(ExpectedKernel);
        string chosen = SimdLinearAlgebraProvider.Instance.ToString();
        Assert.Contains(chosen, new[] { "NeuroLab (Vector512)", "NeuroLab (Vector256)", "NeuroLab (Vector128)", "NeuroLab (portable)" });
        Assert.True(expected is null || chosen == $"NeuroLab ({expected})", $"{chosen} was chosen, not {expected}.");
    }
}
