using System.Reflection;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Tensors;

namespace NeuroLab.Tests;

/// <summary>Whoever uses the library can add layers, losses, penalties, optimizers and schedules of their own.</summary>
public sealed class DerivingTests
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static TheoryData<Type> Bases => [.. typeof(Tensor).Assembly.GetExportedTypes().Where(type => type.IsClass && type.IsAbstract && !type.IsSealed)];

    /// <summary>Friends such as this assembly may do more than others, so that what is open to all is read from the members.</summary>
    [Theory]
    [MemberData(nameof(Bases))]
    public void Every_base_class_is_open_to_other_assemblies(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Assert.Contains(type.GetConstructors(Members), constructor => IsOpen(constructor));
        Assert.All(type.GetMethods(Members).Where(method => method.IsAbstract), method => Assert.True(IsOpen(method), $"{type.Name}.{method.Name}"));
    }

    [Fact]
    public void A_penalty_of_ones_own_pulls_the_weights()
    {
        Parameter weight = new("weight", new float[] { 3, -2 });
        Tensor price = new SumPenalty([weight], 0.5f).Forward();
        price.Backward();
        Assert.Equal(0.5f, price.ToScalar());
        Assert.Equal([0.5f, 0.5f], weight.Gradient.ToArray());
    }

    [Fact]
    public void A_schedule_of_ones_own_sets_the_rate()
    {
        SGD optimizer = new([new Parameter("weight", new float[] { 1 })], 1);
        Halving schedule = new(optimizer);
        schedule.Step(3);
        schedule.Step(2);
        Assert.Equal(0.25f, optimizer.LearningRate);
        Assert.Equal(2, schedule.State["lowest"].ToScalar());
        Assert.Equal(0.2f, new Steady(optimizer).RateAt(7));
    }

    [Fact]
    public void A_pool_and_a_normalization_of_ones_own_run()
    {
        Assert.Equal([1f, 3], new FirstPool(2).Forward(new Tensor(new Shape(1, 1, 2, 4), [1, 2, 3, 4, 5, 6, 7, 8])).ToArray());
        Assert.Equal(0, new BatchNormOfVideos(2).Forward(Tensor.Ones(2, 2, 3, 3, 3)).Sum());
    }

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private sealed class SumPenalty(IEnumerable<Parameter> parameters, float strength) : Penalty(parameters, strength)
    {
        protected override Tensor Of(Tensor weights) => weights.SumAll();
    }

    private sealed class Halving : Schedule
    {
        private readonly Tensor lowest;

        internal Halving(Optimizer optimizer)
            : base(optimizer) => lowest = Remember("lowest", float.PositiveInfinity);

        protected override float NextRate(float loss)
        {
            lowest.Values[0] = Math.Min(lowest.Values[0], loss);
            return Optimizer.LearningRate / 2;
        }
    }

    private sealed class Steady(Optimizer optimizer) : EpochSchedule(optimizer)
    {
        public override float RateAt(int epoch) => 0.2f;
    }

    private sealed class FirstPool(Size2d kernelSize) : Pool2d(kernelSize, stride: null, padding: null)
    {
        protected override Tensor ForwardCore(Tensor x) => x.Reshape(-1, Stride.Width).Slice(1, ..1).Reshape(-1).Slice(0, ..OutputShape(x.Shape).ElementCount);
    }

    private sealed class BatchNormOfVideos(int channels) : BatchNorm(channels, epsilon: 1e-5f, momentum: 0.1f)
    {
        public override Shape OutputShape(Shape input) => input;
    }
}
