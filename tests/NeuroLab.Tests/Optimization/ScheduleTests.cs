using NeuroLab.Layers;
using NeuroLab.Optimization;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Optimization;

public sealed class ScheduleTests
{
    private readonly SGD optimizer = new([new Parameter("w", new Tensor(1))], 0.8f);

    [Fact]
    public void A_rate_can_be_drawn_before_it_is_run()
    {
        CosineAnnealing schedule = new(optimizer, epochs: 10, lowestRate: 0.1f);
        for (int epoch = 0; epoch < 15; epoch++)
        {
            Assert.Equal(epoch, schedule.Epoch);
            Assert.Equal(schedule.RateAt(epoch), optimizer.LearningRate);
            schedule.Step();
        }
        Assert.Equal(0.1f, schedule.RateAt(10));
    }

    [Fact]
    public void A_warm_up_rises_and_hands_over()
    {
        StepDecay decay = new(optimizer, stepSize: 2, gamma: 0.5f);
        WarmUp schedule = new(optimizer, epochs: 4, decay);
        List<float> rates = [];
        for (int epoch = 0; epoch < 9; epoch++)
        {
            rates.Add(optimizer.LearningRate);
            schedule.Step();
        }
        Assert.True(Tensor.Vector([.. rates]).AllClose(new float[] { 0.2f, 0.4f, 0.6f, 0.8f, 0.8f, 0.8f, 0.4f, 0.4f, 0.2f }));
        Assert.Equal(0.8f, new WarmUp(new SGD([new Parameter("w", new Tensor(1))], 0.8f), 3).RateAt(100));
    }

    [Fact]
    public void A_plateau_goes_on_from_its_state()
    {
        ReduceOnPlateau schedule = new(optimizer, factor: 0.5f, patience: 1, lowestRate: 0.3f);
        schedule.Step(1);
        schedule.Step(1);
        Assert.Equal(0.8f, optimizer.LearningRate);

        SGD other = new([new Parameter("w", new Tensor(1))], 0.8f);
        ReduceOnPlateau resumed = new(other, factor: 0.5f, patience: 1, lowestRate: 0.3f);
        foreach ((string name, Tensor tensor) in schedule.State)
            resumed.State[name].CopyFrom(tensor);
        foreach ((string name, Counter counter) in schedule.Counters)
            resumed.Counters[name].Value = counter.Value;
        resumed.Step(1);
        Assert.Equal((0.4f, 3), (other.LearningRate, resumed.Epoch));
        resumed.Step(1);
        resumed.Step(1);
        Assert.Equal(0.3f, other.LearningRate);
    }

    [Fact]
    public void Wrong_settings_are_refused()
    {
        Assert.Contains("Step(validationLoss)", Assert.Throws<ArgumentException>(() => new ReduceOnPlateau(optimizer).Step()).Message);
        Assert.Throws<ArgumentException>(() => new ReduceOnPlateau(optimizer).Step(float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepDecay(optimizer, 0));
        Assert.Contains("factor", Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialDecay(optimizer, 1.5f)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialDecay(optimizer, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineAnnealing(optimizer, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceOnPlateau(optimizer, patience: -1));
        SGD other = new([new Parameter("w", new Tensor(1))], 0.1f);
        Assert.Contains("another optimizer", Assert.Throws<ArgumentException>(() => new WarmUp(optimizer, 2, new StepDecay(other, 1))).Message);
    }
}
