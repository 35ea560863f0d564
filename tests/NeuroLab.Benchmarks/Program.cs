using BenchmarkDotNet.Running;
using NeuroLab.Benchmarks.Compare;
using NeuroLab.Benchmarks.Steps;

return args switch
{
    ["steps", "--json", string file] => StepsCommand.Run(file),
    ["steps"] => StepsCommand.Run(file: null),
    ["compare"] => CompareCommand.Run(),
    ["steps" or "compare", ..] => Usage(),
    _ => Kernels(args),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: steps [--json FILE] | compare | [options of BenchmarkDotNet, such as --filter *Product*]");
    return 2;
}

static int Kernels(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(StepsCommand).Assembly).Run(args);
    return 0;
}
