using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Initialization;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Course.Clinic;

/// <summary>How a patient trains. As it stands it is healthy; each illness changes one thing, and its treatment changes it back.</summary>
internal sealed record Regimen
{
    private const int Width = 32;
    private const int BatchSize = 32;
    private const int Epochs = 10;
    private const int Few = 30;
    private const int ByHeart = 10;
    private const int Rounds = 20;
    private static readonly Lazy<(Dataset Train, Dataset Unseen)> digits = new(() => Datasets.OptDigits().Split(0.8, new MersenneTwister(1), stratify: true));

    private float Rate { get; init; } = 0.2f;

    private float? HiddenBias { get; init; }

    private float Brightness { get; init; } = 1;

    private bool StartsEqual { get; init; }

    private bool MixesLabels { get; init; }

    private bool Sorts { get; init; }

    private bool FreezesLayer { get; init; }

    private bool AddsGradients { get; init; }

    private bool EndsWithSoftmax { get; init; }

    private bool HasFew { get; init; }

    internal Regimen With(Illness illness) => illness switch
    {
        Illness.RateTooLow => this with { Rate = Rate / 500 },
        Illness.RateTooHigh => this with { Rate = Rate * 30 },
        _ => Switch(illness, ill: true),
    };

    /// <summary>The treatment for an illness, whether it is the right one or not: it changes what that illness is about.</summary>
    internal Regimen Without(Illness illness) => illness switch
    {
        Illness.RateTooLow => this with { Rate = Rate * 500 },
        Illness.RateTooHigh => this with { Rate = Rate / 30 },
        _ => Switch(illness, ill: false),
    };

    /// <summary>The samples as the network gets them.</summary>
    internal Dataset Samples(int seed)
    {
        Dataset samples = digits.Value.Train;
        if (HasFew)
            samples = samples.Take(Few);
        if (Sorts)
            samples = samples.Subset(Enumerable.Range(0, samples.Count).OrderBy(i => samples.Labels[i]));
        if (MixesLabels)
        {
            int[] labels = [.. samples.Labels];
            new MersenneTwister(seed).Shuffle(labels);
            samples = new Dataset(samples.Inputs, labels, samples.ClassNames);
        }
        return Lit(samples);
    }

    internal TrainingGauges Train(int seed)
    {
        Dataset samples = Samples(seed), unseen = Lit(digits.Value.Unseen);
        // The few come again and again, so that every patient makes as many steps.
        if (HasFew)
            samples = samples.Subset(Enumerable.Range(0, digits.Value.Train.Count).Select(i => i % Few));
        return TrainingGauges.Watch(Trainer(seed), samples, new(Epochs, BatchSize, Sorts ? null : new MersenneTwister(seed), unseen));
    }

    /// <summary>A new start on ten samples alone: twenty epochs of ten steps, each with all ten.</summary>
    internal TrainingGauges TrainOnTen(int seed)
    {
        Dataset samples = Samples(seed);
        Dataset ten = samples.Subset(Enumerable.Range(0, ByHeart * ByHeart).Select(i => i % ByHeart * samples.Count / ByHeart));
        return TrainingGauges.Watch(Trainer(seed), ten, new(Rounds, ByHeart));
    }

    private Dataset Lit(Dataset samples) => Brightness == 1 ? samples : samples.WithInputs(Brightness * samples.Inputs);

    private Trainer Trainer(int seed)
    {
        Sequential net = Net(new MersenneTwister(seed));
        Parameter[] held = [.. net.Parameters.Skip(FreezesLayer ? 2 : 0)];
        return new(net, new CrossEntropyLoss(), new SGD(held, Rate))
        {
            AllowsFrozenParameters = FreezesLayer,
            AfterBackward = AddsGradients ? Adding(net) : null,
        };
    }

    private Sequential Net(Random random)
    {
        Sequential net = [new Linear(64, Width, random), new ReLU(), new Linear(Width, Width, random), new ReLU(), new Linear(Width, 10, random)];
        if (EndsWithSoftmax)
            net.Add(new Softmax());
        if (StartsEqual)
            new Constant(0.05f).FillWeights(net, random);
        if ((HiddenBias ?? (StartsEqual ? 0 : null)) is float bias)
        {
            foreach (Linear hidden in net.OfType<Linear>().SkipLast(1))
                hidden.Bias!.Value.Values.Fill(bias);
        }
        return net;
    }

    /// <summary>What a loop does that forgets to set the gradients to 0: each step goes along the sum of all so far.</summary>
    private static Action Adding(Layer net)
    {
        Tensor[] sums = [.. net.Parameters.Select(parameter => new Tensor(parameter.Shape))];
        return () =>
        {
            for (int i = 0; i < sums.Length; i++)
            {
                Tensor gradient = net.Parameters[i].Gradient;
                for (int j = 0; j < gradient.Length; j++)
                    gradient.Values[j] = sums[i].Values[j] += gradient.Values[j];
            }
        };
    }

    private Regimen Switch(Illness illness, bool ill) => illness switch
    {
        Illness.EqualWeights => this with { StartsEqual = ill },
        Illness.DeadUnits => this with { HiddenBias = ill ? -8 : null },
        Illness.InputsNotScaled => this with { Brightness = ill ? 255 : 1 },
        Illness.LabelsMixedUp => this with { MixesLabels = ill },
        Illness.SamplesInOrder => this with { Sorts = ill },
        Illness.FrozenLayer => this with { FreezesLayer = ill },
        Illness.GradientsAddUp => this with { AddsGradients = ill },
        Illness.SoftmaxTwice => this with { EndsWithSoftmax = ill },
        Illness.TooFewSamples => this with { HasFew = ill },
        _ => throw new ArgumentOutOfRangeException(nameof(illness), $"{illness} is no illness of this clinic. It knows {string.Join(", ", Enum.GetNames<Illness>())}."),
    };
}
