using MathNet.Numerics.Random;
using NeuroLab.Initialization;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Initialization;

public sealed class InitializerTests
{
    private static readonly Shape Weight = new(200, 300);

    public static TheoryData<string, double, double> Spreads => new()
    {
        // Name, theoretical mean, theoretical standard deviation for a weight (out 200, in 300).
        { "Uniform(-0.5, 1)", 0.25, 1.5 / Math.Sqrt(12) },
        { "Normal(0.1, 0.02)", 0.1, 0.02 },
        { "XavierNormal(gain 1)", 0, Math.Sqrt(2.0 / 500) },
        { "XavierUniform(gain 1.6667)", 0, 5.0 / 3 * Math.Sqrt(2.0 / 500) },
        { "KaimingNormal(gain 1.4142, fan-in)", 0, Math.Sqrt(2.0 / 300) },
        { "KaimingUniform(gain 1.4142, fan-out)", 0, Math.Sqrt(2.0 / 200) },
    };

    [Theory]
    [MemberData(nameof(Spreads))]
    public void Values_have_the_spread_that_is_stated(string name, double mean, double spread)
    {
        Initializer initializer = All().Single(candidate => candidate.ToString() == name);
        Assert.Equal(spread, initializer.StandardDeviation(Weight), 1e-12);
        Tensor values = initializer.Create(Weight, new MersenneTwister(1));
        Assert.Equal(spread, values.StandardDeviation(), 0.02 * spread);
        Assert.Equal(mean, values.Mean(), 0.02 * spread);
    }

    [Fact]
    public void Uniform_starts_stay_within_their_bounds()
    {
        Tensor values = new KaimingUniform().Create(Weight, new MersenneTwister(1));
        float bound = MathF.Sqrt(6f / 300);
        Assert.InRange(values.Max(), 0.99f * bound, bound);
        Assert.InRange(values.Min(), -bound, -0.99f * bound);
    }

    [Fact]
    public void Constants_fill_everything_without_spread()
    {
        foreach ((Initializer initializer, float value) in new (Initializer, float)[] { (new Zeros(), 0), (new Ones(), 1), (new Constant(0.63f), 0.63f) })
        {
            Tensor tensor = Tensor.Full(new Shape(2, 3), 9);
            initializer.Fill(tensor, new MersenneTwister(1));
            Assert.All(tensor.ToArray(), element => Assert.Equal(value, element));
            Assert.Equal(0, initializer.StandardDeviation(tensor.Shape));
        }
        Assert.Equal(["Zeros", "Ones", "Constant(0.63)"], new Initializer[] { new Zeros(), new Ones(), new Constant(0.63f) }.Select(initializer => initializer.ToString()));
    }

    [Fact]
    public void Initializers_are_values()
    {
        Assert.Equal(new KaimingNormal(Gain.ReLU, FanMode.Out), new KaimingNormal(Mode: FanMode.Out));
        Assert.NotEqual<Initializer>(new XavierNormal(), new XavierUniform());
    }

    [Fact]
    public void One_seed_gives_one_start()
    {
        Assert.Equal(new Normal().Create(Weight, new MersenneTwister(5)).ToArray(), new Normal().Create(Weight, new MersenneTwister(5)).ToArray());
        Assert.NotEqual(new Normal().Create(Weight, new MersenneTwister(5)).ToArray(), new Normal().Create(Weight, new MersenneTwister(6)).ToArray());
    }

    [Fact]
    public void The_fan_of_a_kernel_counts_its_area()
    {
        Assert.Equal(new Fan(4, 6), Fan.Of(new Shape(6, 4)));
        Assert.Equal(new Fan(3 * 15, 8 * 15), Fan.Of(new Shape(8, 3, 3, 5)));
        Assert.Contains("A bias has no fan", Assert.Throws<ShapeException>(() => new XavierNormal().Create(new Shape(4), new MersenneTwister(1))).Message);
    }

    [Fact]
    public void Gains_are_those_of_PyTorch()
    {
        Assert.Equal((1.0, 1.0, 5.0 / 3), (Gain.Linear, Gain.Sigmoid, Gain.Tanh));
        Assert.Equal(Gain.ReLU, Math.Sqrt(2), 1e-15);
        Assert.Equal(Math.Sqrt(2 / 1.01), Gain.LeakyReLU(0.1), 1e-12);
    }

    [Fact]
    public void A_model_is_filled_weight_by_weight_and_keeps_its_biases()
    {
        MersenneTwister random = new(1);
        Sequential model = new(new Linear(3, 4, random), new BatchNorm1d(4), new Linear(4, 2, random));
        float[] bias = model.Parameters[1].Value.ToArray();
        new Constant(0.5f).FillWeights(model, random);
        Assert.All(model.Parameters[0].Value.ToArray(), weight => Assert.Equal(0.5f, weight));
        Assert.All(model.Parameters[4].Value.ToArray(), weight => Assert.Equal(0.5f, weight));
        Assert.Equal(bias, model.Parameters[1].Value.ToArray());
        Assert.All(model.Parameters[2].Value.ToArray(), scale => Assert.Equal(1, scale));
    }

    [Fact]
    public void Impossible_settings_are_refused()
    {
        Assert.Contains("exchange", Assert.Throws<ArgumentException>(() => new Uniform(1, -1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Normal(0, -1));
    }

    private static IEnumerable<Initializer> All() =>
    [
        new Uniform(-0.5, 1), new Normal(0.1, 0.02), new XavierNormal(), new XavierUniform(Gain.Tanh),
        new KaimingNormal(), new KaimingUniform(Mode: FanMode.Out),
    ];
}
