using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Optimization;

public sealed class OptimizerTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, Optimizer>> Rules = new()
    {
        ["SGD"] = parameters => new SGD(parameters, 0.1f),
        ["SGD, momentum"] = parameters => new SGD(parameters, 0.02f, momentum: 0.9f),
        ["SGD, Nesterov"] = parameters => new SGD(parameters, 0.02f, momentum: 0.9f, nesterov: true),
        ["Adagrad"] = parameters => new Adagrad(parameters, 1),
        ["RMSprop"] = parameters => new RMSprop(parameters, 0.05f),
        ["RMSprop, centered, momentum"] = parameters => new RMSprop(parameters, 0.005f, momentum: 0.9f, centered: true),
        ["Adam"] = parameters => new Adam(parameters, 0.1f),
        ["AdamW"] = parameters => new AdamW(parameters, 0.1f, weightDecay: 0),
    };

    public static TheoryData<string> Names => new(Rules.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_finds_the_bottom_of_a_bowl(string name)
    {
        Parameter w = new("w", new float[] { 3, -2 });
        Optimizer optimizer = Rules[name]([w]);
        for (int step = 0; step < 300; step++)
            StepDown(w, optimizer);
        Assert.InRange(w.Value.Norm(), 0, 0.06f);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void State_written_back_goes_on_bit_for_bit(string name)
    {
        Parameter unbroken = new("w", new float[] { 3, -2 }), resumed = new("w", new float[] { 0, 0 });
        Optimizer first = Rules[name]([unbroken]), second = Rules[name]([resumed]);
        for (int step = 0; step < 5; step++)
            StepDown(unbroken, first);
        first.LearningRate *= 0.5f;

        resumed.Value.CopyFrom(unbroken.Value);
        Assert.Equal(first.State.Keys, second.State.Keys);
        foreach ((string key, Tensor tensor) in first.State)
            second.State[key].CopyFrom(tensor);
        second.Counters["step"].Value = first.Counters["step"].Value;
        Assert.Equal((first.StepCount, first.LearningRate), (second.StepCount, second.LearningRate));
        for (int step = 0; step < 5; step++)
        {
            StepDown(unbroken, first);
            StepDown(resumed, second);
        }
        Assert.Equal(unbroken.Value.ToArray(), resumed.Value.ToArray());
    }

    [Fact]
    public void State_is_named_as_in_PyTorch()
    {
        Parameter[] parameters = [new("weight", new Tensor(2, 3)), new("bias", new Tensor(2))];
        Assert.Equal(["learning_rate", "0.exp_avg", "1.exp_avg", "0.exp_avg_sq", "1.exp_avg_sq"], new Adam(parameters).State.Keys);
        Assert.Equal(["learning_rate", "0.momentum_buffer", "1.momentum_buffer"], new SGD(parameters, 0.1f, momentum: 0.9f).State.Keys);
        Assert.Equal(["learning_rate"], new SGD(parameters, 0.1f).State.Keys);
        Assert.Equal(new Shape(2, 3), new Adagrad(parameters).State["0.sum"].Shape);
    }

    [Fact]
    public void An_L2_penalty_does_what_weight_decay_does()
    {
        Parameter penalized = new("w", new float[] { 3, -2 }), decayed = new("w", new float[] { 3, -2 });
        SGD plain = new([penalized], 0.1f), decaying = new([decayed], 0.1f, weightDecay: 0.2f);
        L2Penalty penalty = new([penalized], 0.2f);
        for (int step = 0; step < 10; step++)
        {
            plain.ZeroGrad();
            penalty.Forward().Backward();
            plain.Step();
            decaying.ZeroGrad();
            Assert.Equal([0, 0], decayed.Gradient.ToArray());
            decaying.Step();
        }
        Assert.True(penalized.Value.AllClose(decayed.Value, 1e-6f));
    }

    [Fact]
    public void Wrong_parameters_and_settings_are_refused()
    {
        Parameter w = new("w", new Tensor(1));
        Assert.Contains("no parameters to train", Assert.Throws<ArgumentException>(() => new Adam([])).Message);
        Assert.Contains("given twice", Assert.Throws<ArgumentException>(() => new SGD([w, w], 0.1f)).Message);
        Assert.Contains("learning rate", Assert.Throws<ArgumentOutOfRangeException>(() => new SGD([w], -0.1f)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SGD([w], float.NaN));
        Assert.Contains("0.01", Assert.Throws<ArgumentOutOfRangeException>(() => new SGD([w], 0.1f).LearningRate = float.PositiveInfinity).Message);
        Assert.Contains("momentum", Assert.Throws<ArgumentOutOfRangeException>(() => new SGD([w], 0.1f, momentum: 1)).Message);
        Assert.Contains("momentum: 0.9", Assert.Throws<ArgumentException>(() => new SGD([w], 0.1f, nesterov: true)).Message);
        Assert.Contains("weight decay", Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW([w], weightDecay: -1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam([w], beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam([w], epsilon: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RMSprop([w], alpha: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adagrad([w], initialSum: -1));
    }

    [Fact]
    public void Clipping_by_norm_keeps_the_direction_and_by_value_does_not()
    {
        Parameter w = new("w", new Tensor(2));
        w.Gradient.CopyFrom(new float[] { 3, 4 });
        Assert.Equal(5, GradientClipping.ByNorm([w], 10));
        Assert.Equal([3, 4], w.Gradient.ToArray());
        GradientClipping.ByNorm([w], 1);
        Assert.True(w.Gradient.AllClose(new float[] { 0.6f, 0.8f }));
        GradientClipping.ByValue([w], 0.7f);
        Assert.True(w.Gradient.AllClose(new float[] { 0.6f, 0.7f }));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientClipping.ByNorm([w], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientClipping.ByValue([w], float.NaN));
    }

    [Fact]
    public void Without_weight_decay_an_infinite_weight_is_left_alone()
    {
        Parameter w = new("w", new float[] { float.PositiveInfinity, 1 });
        foreach (Optimizer optimizer in new Optimizer[] { new SGD([w], 0.1f), new SGD([w], 0.1f, 0.9f, nesterov: true), new Adagrad([w]), new RMSprop([w], momentum: 0.5f, centered: true), new Adam([w]), new AdamW([w], weightDecay: 0) })
        {
            Assert.Equal([0, 0], w.Gradient.ToArray());
            optimizer.Step();
            Assert.Equal([float.PositiveInfinity, 1], w.Value.ToArray());
        }
    }

    /// <summary>One step down the bowl w²/2, whose gradient is w.</summary>
    private static void StepDown(Parameter w, Optimizer optimizer)
    {
        w.Gradient.CopyFrom(w.Value);
        optimizer.Step();
    }
}
