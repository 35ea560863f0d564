using NeuroLab.Layers;
using NeuroLab.Optimization;

namespace NeuroLab.Tests.Golden;

/// <summary>Makes the optimizer that a case names, with PyTorch's defaults where the case has no setting.</summary>
internal static class OptimizerFactory
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, GoldenCase, Optimizer>> Makers = new()
    {
        ["sgd"] = (p, c) => new SGD(p, c.Float("lr"), c.Float("momentum", 0), c.Bool("nesterov", false), c.Float("weight_decay", 0)),
        ["adagrad"] = (p, c) => new Adagrad(p, c.Float("lr", 0.01f), c.Float("lr_decay", 0), c.Float("weight_decay", 0), c.Float("initial_accumulator_value", 0), c.Float("eps", 1e-10f)),
        ["rmsprop"] = (p, c) => new RMSprop(p, c.Float("lr", 0.01f), c.Float("alpha", 0.99f), c.Float("eps", 1e-8f), c.Float("weight_decay", 0), c.Float("momentum", 0), c.Bool("centered", false)),
        ["adam"] = (p, c) => new Adam(p, c.Float("lr", 0.001f), Beta(c, 0), Beta(c, 1), c.Float("eps", 1e-8f), c.Float("weight_decay", 0)),
        ["adamw"] = (p, c) => new AdamW(p, c.Float("lr", 0.001f), Beta(c, 0), Beta(c, 1), c.Float("eps", 1e-8f), c.Float("weight_decay", 0.01f)),
    };

    internal static IEnumerable<string> Ops => Makers.Keys;

    internal static Optimizer Make(string name, IEnumerable<Parameter> parameters, GoldenCase golden)
    {
        Assert.True(Makers.ContainsKey(name), $"{golden.Name}: the optimizer '{name}' is not known to this test.");
        return Makers[name](parameters, golden);
    }

    private static float Beta(GoldenCase golden, int which) => golden.Floats("betas")?[which] ?? (which == 0 ? 0.9f : 0.999f);
}
