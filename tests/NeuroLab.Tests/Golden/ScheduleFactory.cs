using NeuroLab.Optimization;

namespace NeuroLab.Tests.Golden;

/// <summary>Makes the schedule that a case names.</summary>
internal static class ScheduleFactory
{
    private static readonly Dictionary<string, Func<Optimizer, GoldenCase, Schedule>> Makers = new()
    {
        ["step_lr"] = (o, c) => new StepDecay(o, c.Int("step_size"), c.Float("gamma", 0.1f)),
        ["exponential_lr"] = (o, c) => new ExponentialDecay(o, c.Float("gamma")),
        ["cosine_annealing_lr"] = (o, c) => new CosineAnnealing(o, c.Int("t_max"), c.Float("eta_min", 0)),
        ["reduce_lr_on_plateau"] = Plateau,
    };

    internal static IEnumerable<string> Ops => Makers.Keys;

    internal static Schedule Make(Optimizer optimizer, GoldenCase golden) => Makers[golden.Op](optimizer, golden);

    private static ReduceOnPlateau Plateau(Optimizer optimizer, GoldenCase golden)
    {
        Assert.Equal("rel", golden.Text("threshold_mode", "rel"));
        Assert.Equal("min", golden.Text("mode", "min"));
        return new ReduceOnPlateau(optimizer, golden.Float("factor", 0.1f), golden.Int("patience", 10), golden.Float("threshold", 1e-4f), golden.Float("min_lr", 0));
    }
}
