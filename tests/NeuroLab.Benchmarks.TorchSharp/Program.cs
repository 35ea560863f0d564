using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NeuroLab.Benchmarks.TorchSharp;
using TorchSharp;

// Says which TorchSharp it is, then reads lines "key seconds" and answers each with one JSON list: milliseconds of every run within that
// time. The argument is the number of threads.
if (Native.Reason() is { } reason)
{
    Console.Error.WriteLine($"its native library can't be loaded. {reason}");
    return 1;
}

torch.set_num_threads(int.Parse(args[0], CultureInfo.InvariantCulture));
torch.random.manual_seed(1);
Console.WriteLine($"TorchSharp {typeof(torch).Assembly.GetName().Version?.ToString(3)} with libtorch {torch.__version__}");
Dictionary<string, Action> steps = [];
while (Console.ReadLine() is { } line)
{
    string[] words = line.Split(' ');
    double seconds = double.Parse(words[1], CultureInfo.InvariantCulture);
    if (!steps.TryGetValue(words[0], out Action? step))
    {
        steps[words[0]] = step = Cases.Of(words[0]);
        for (int i = 0; i < 20; i++)
            step();
    }
    List<double> times = [];
    long start = Stopwatch.GetTimestamp();
    for (long before = start; times.Count < 5 || Stopwatch.GetElapsedTime(start, before).TotalSeconds < seconds;)
    {
        step();
        long now = Stopwatch.GetTimestamp();
        times.Add(Stopwatch.GetElapsedTime(before, now).TotalMilliseconds);
        before = now;
    }
    Console.WriteLine(JsonSerializer.Serialize(times));
}

return 0;
