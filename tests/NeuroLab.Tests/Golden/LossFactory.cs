using NeuroLab.Losses;

namespace NeuroLab.Tests.Golden;

/// <summary>Makes the loss that a case names.</summary>
internal static class LossFactory
{
    private static readonly Dictionary<string, Func<GoldenCase, Loss>> Makers = new()
    {
        ["mse"] = _ => new MSELoss(),
        ["l1"] = _ => new L1Loss(),
        ["huber"] = c => new HuberLoss(c.Float("delta", 1)),
        ["cross_entropy"] = c => new CrossEntropyLoss(c.Float("label_smoothing", 0)),
        ["bce_with_logits"] = _ => new BCEWithLogitsLoss(),
    };

    internal static IEnumerable<string> Ops => Makers.Keys;

    internal static Loss Make(string name, GoldenCase golden)
    {
        Assert.True(Makers.ContainsKey(name), $"{golden.Name}: the loss '{name}' is not known to this test.");
        return Makers[name](golden);
    }
}
