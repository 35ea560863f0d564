using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using NeuroLab.Benchmarks.Compare;
using NeuroLab.Benchmarks.Jupyter;
using NeuroLab.Benchmarks.Kernels;
using NeuroLab.Benchmarks.Live;
using NeuroLab.Benchmarks.Site;
using NeuroLab.Benchmarks.Steps;
using NeuroLab.Benchmarks.VsCode;
using NeuroLab.Kernels.Provider;

// The products that are measured are those of MathNet's matrices.
SimdLinearAlgebraProvider.Install();

return args switch
{
    ["steps", "--json", string file] => StepsCommand.Run(file),
    ["steps"] => StepsCommand.Run(file: null),
    ["compare"] => CompareCommand.Run(),
    ["ladder"] => LadderCommand.Run(size: 512),
    ["jupyter"] => JupyterCommand.Run(),
    ["live"] => await LiveCommand.RunAsync(),
    ["vscode"] => await VsCodeCommand.RunAsync(),
    ["site", "--json", string file, .. string[] notebooks] => await SiteCommand.RunAsync(file, notebooks),
    ["site", .. string[] notebooks] when !notebooks.Any(name => name.StartsWith('-')) => await SiteCommand.RunAsync(file: null, notebooks),
    ["steps" or "compare" or "ladder" or "jupyter" or "live" or "vscode" or "site", ..] => Usage(),
    _ => RunBenchmarks(args),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: steps [--json FILE] | compare | ladder | jupyter | live | vscode | site [--json FILE] [NOTEBOOK ...] | [options of BenchmarkDotNet, such as --filter *Product*]");
    return 2;
}

static int RunBenchmarks(string[] args)
{
    // Everything that the build or a run leaves behind lies under artifacts.
    IConfig config = DefaultConfig.Instance.WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
    BenchmarkSwitcher.FromAssembly(typeof(StepsCommand).Assembly).Run(args, config);
    return 0;
}
