using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Initialization;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Training;

namespace NeuroLab.Charts;

/// <summary>The models of the gallery. Each is trained once, when a chart first asks for it.</summary>
internal static class TrainedModels
{
    private static readonly Lazy<TrainedModel> moons = new(TrainMoons);
    private static readonly Lazy<TrainedModel> digits = new(TrainDigits);
    private static readonly Lazy<TrainedModel> convolutional = new(TrainConvolutional);
    private static readonly Lazy<TrainedModel> line = new(TrainLine);
    private static readonly Lazy<TrainedModel> sequences = new(TrainSequences);

    /// <summary>Two half moons, told apart by 8 hidden units.</summary>
    public static TrainedModel Moons => moons.Value;

    /// <summary>Handwritten digits, read by a fully connected model.</summary>
    public static TrainedModel Digits => digits.Value;

    /// <summary>Handwritten digits, read by a convolutional model.</summary>
    public static TrainedModel Convolutional => convolutional.Value;

    /// <summary>y = 2x + 1 with noise, fitted by one weight and one bias.</summary>
    public static TrainedModel Line => line.Value;

    /// <summary>Was the first number of a sequence above 0? A recurrent layer keeps it in mind.</summary>
    public static TrainedModel Sequences => sequences.Value;

    /// <summary>A fully connected model of digits, trained with penalties, dropout, a schedule or another rate.</summary>
    public static TrainedModel DigitsWith(
        int epochs = 10, float rate = 0.1f, float dropout = 0, Func<Layer, Penalty>? penalty = null, Func<Optimizer, Schedule>? schedule = null)
    {
        var random = new MersenneTwister(5);
        var (train, validation) = Datasets.OptDigits().Split(0.75, random, stratify: true);
        var model = new Sequential { new Linear(64, 32, random), new ReLU() };
        if (dropout > 0)
            model.Add(new Dropout(dropout, random));
        model.Add(new Linear(32, 10, random));
        return Train(model, new CrossEntropyLoss(), parameters => new SGD(parameters, rate, momentum: 0.9f), train, validation, train, epochs, 64, random, penalty, schedule);
    }

    /// <summary>A deep model, run once forward and back on digits.</summary>
    public static LayerStatistics Look(int depth, Func<Layer> activation, Initializer start, bool normalize = false, bool residual = false)
    {
        var random = new MersenneTwister(3);
        var digits = Datasets.OptDigits().Subset(0..200);
        var model = new Sequential(new Linear(64, 32, random));
        for (int i = 1; i < depth; i++)
        {
            Layer[] block = normalize
                ? [new Linear(32, 32, random), new BatchNorm1d(32), activation()]
                : [new Linear(32, 32, random), activation()];
            if (residual)
                model.Add(new Residual(block));
            else
                Array.ForEach(block, model.Add);
        }
        model.Add(new Linear(32, 10, random));
        start.FillWeights(model, new MersenneTwister(3));
        return LayerStatistics.Of(model, digits, new CrossEntropyLoss());
    }

    /// <summary>A fully connected model of digits, watched while it trains.</summary>
    public static TrainingGauges Watched()
    {
        var random = new MersenneTwister(5);
        var (train, validation) = Datasets.OptDigits().Split(0.75, random, stratify: true);
        Sequential model = [new Linear(64, 32, random), new ReLU(), new Linear(32, 32, random), new ReLU(), new Linear(32, 10, random)];
        Trainer trainer = new(model, new CrossEntropyLoss(), new SGD(model.Parameters, 0.1f, momentum: 0.9f));
        return TrainingGauges.Watch(trainer, train, new(10, 64, random, validation));
    }

    private static TrainedModel TrainMoons()
    {
        var random = new MersenneTwister(11);
        var data = Synthetic.Moons(160, random, noise: 0.12);
        var model = new Sequential { new Linear(2, 8, random), new ReLU(), new Linear(8, 1, random) };
        return Train(model, new BCEWithLogitsLoss(), parameters => new Adam(parameters, 0.03f), data.WithTargetColumn(), null, data, 60, 16, random);
    }

    private static TrainedModel TrainDigits() => DigitsWith(epochs: 24, rate: 0.05f);

    private static TrainedModel TrainConvolutional()
    {
        var random = new MersenneTwister(2);
        var (train, validation) = Datasets.OptDigits().AsImages(1, 8, 8).Split(0.75, random, stratify: true);
        var model = new Sequential
        {
            new Conv2d(1, 8, 3, random, padding: 1), new ReLU(), new MaxPool2d(2),
            new Conv2d(8, 16, 3, random, padding: 1), new ReLU(), new MaxPool2d(2), new Flatten(), new Linear(64, 10, random),
        };
        return Train(model, new CrossEntropyLoss(), parameters => new SGD(parameters, 0.05f, momentum: 0.9f, weightDecay: 1e-4f), train, validation, train, 10, 32, random);
    }

    private static TrainedModel TrainLine()
    {
        var random = new MersenneTwister(1);
        var data = Synthetic.NoisyLine(60, random, sigma: 0.25);
        return Train(new Linear(1, 1, random), new MSELoss(), parameters => new SGD(parameters, 0.08f), data, null, data, 60, 60, random);
    }

    private static TrainedModel TrainSequences()
    {
        const int Samples = 200, Steps = 12;
        var random = new MersenneTwister(4);
        float[] numbers = [.. Enumerable.Range(0, Samples * Steps).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        int[] labels = [.. Enumerable.Range(0, Samples).Select(n => numbers[n * Steps] > 0 ? 1 : 0)];
        var data = new Dataset(new Tensors.Tensor(new Tensors.Shape(("batch", Samples), ("time", Steps), ("in", 1)), numbers), labels);
        var model = new Sequential { new RNN(1, 8, random), new LastStep(), new Linear(8, 2, random) };
        return Train(model, new CrossEntropyLoss(), parameters => new Adam(parameters, 0.01f), data, null, data, 40, 20, random);
    }

    private static TrainedModel Train(
        Layer model, Loss loss, Func<IEnumerable<Parameter>, Optimizer> optimizerFor, Dataset train, Dataset? validation, Dataset shown,
        int epochs, int batchSize, Random random, Func<Layer, Penalty>? penalty = null, Func<Optimizer, Schedule>? schedule = null)
    {
        var optimizer = optimizerFor(model.Parameters);
        var trainer = new Trainer(model, loss, optimizer) { Penalties = penalty is null ? [] : [penalty(model)], Schedule = schedule?.Invoke(optimizer) };
        var recorder = new WeightRecorder(model.Parameters);
        recorder.Record("start");
        foreach (var epoch in trainer.Run(train, new(epochs, batchSize, random, validation)))
            recorder.Record(FormattableString.Invariant($"epoch {epoch.Number}"));
        return new TrainedModel(model, recorder, trainer.History, shown, validation);
    }
}
