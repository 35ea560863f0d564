using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Random;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Losses;

/// <summary>The gradient of every loss and penalty against finite differences, over random shapes.</summary>
public sealed class LossGradientTests
{
    private static readonly Dictionary<string, Func<Random, Loss>> Losses = new()
    {
        ["MSELoss"] = _ => new MSELoss(),
        ["L1Loss"] = _ => new L1Loss(),
        ["HuberLoss"] = random => new HuberLoss(random.Next(1, 31) / 10f),
        ["CrossEntropyLoss"] = random => new CrossEntropyLoss(random.Next(0, 51) / 100f),
        ["BCEWithLogitsLoss"] = _ => new BCEWithLogitsLoss(),
    };

    public static TheoryData<string> Names => new(Losses.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Backward_is_the_gradient_of_forward(string name)
    {
        Prop.ForAll(Arb.From(Gen.Choose(1, 1_000_000)), seed =>
        {
            MersenneTwister random = new(seed);
            Loss loss = Losses[name](random);
            Shape shape = new(random.Next(1, 6), random.Next(1, 8));
            Tensor prediction = FiniteDifferences.Distinct(shape, random);
            if (loss is CrossEntropyLoss)
            {
                int[] labels = [.. Enumerable.Range(0, shape[0]).Select(_ => random.Next(shape[1]))];
                Check(loss, prediction, p => loss.Forward(p, labels), shape);
                GradientCheck.Run(loss, prediction, labels).ThrowIfFailed();
                return;
            }
            Tensor target = loss is BCEWithLogitsLoss ? new Tensor(shape).Apply(_ => (float)random.NextDouble()) : Kinkless(prediction, random);
            target.RequiresGrad = true;
            Check(loss, prediction, p => loss.Forward(p, target), shape);
            GradientCheck.Run(loss, prediction, target).ThrowIfFailed();
            // Probabilities must stay between 0 and 1.
            if (loss is not BCEWithLogitsLoss)
                FiniteDifferences.AssertGradient(() => loss.Forward(prediction, target).ToScalar(), target, target.Gradient!, FiniteDifferences.StepFor(target.Length), $"{loss} at {shape}, target");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(80).WithReplay(20260101, 7));
    }

    private static void Check(Loss loss, Tensor prediction, Func<Tensor, Tensor> value, Shape shape)
    {
        prediction.RequiresGrad = true;
        value(prediction).Backward();
        FiniteDifferences.AssertGradient(() => value(prediction).ToScalar(), prediction, prediction.Gradient!, FiniteDifferences.StepFor(prediction.Length), $"{loss} at {shape}");
    }

    [Fact]
    public void Every_loss_of_the_library_is_checked() =>
        Assert.Empty(typeof(Loss).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Loss)) && !type.IsAbstract).Select(type => type.Name).Except(Losses.Keys));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Penalties_add_the_gradient_of_their_value(bool squares)
    {
        MersenneTwister random = new(1);
        Parameter[] parameters = [new("weight", FiniteDifferences.Distinct(new Shape(3, 4), random)), new("bias", FiniteDifferences.Distinct(new Shape(3), random))];
        Penalty penalty = squares ? new L2Penalty(parameters, 0.3f) : new L1Penalty(parameters, 0.3f);
        penalty.Forward().Backward();
        foreach (Parameter parameter in parameters)
            FiniteDifferences.AssertGradient(() => penalty.Forward().ToScalar(), parameter.Value, parameter.Gradient, 0.01f, $"{penalty}, {parameter.Name}");
    }

    /// <summary>Targets that differ from the prediction by 0.35, 1.35 or 2.35, tenths and whole numbers apart: away from where L1 and Huber bend.</summary>
    private static Tensor Kinkless(Tensor prediction, Random random) =>
        prediction.Apply(value => value + (random.Next(2) == 0 ? -1 : 1) * (0.35f + random.Next(3)));
}
