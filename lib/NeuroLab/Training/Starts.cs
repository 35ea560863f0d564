using System.Globalization;
using System.Runtime.ExceptionServices;

namespace NeuroLab.Training;

/// <summary>
/// The same experiment from several starts. One start shows what can happen; several show what usually does, and how far they lie apart.
/// </summary>
/// <remarks>
/// The experiment is called with the numbers 1, 2, 3, ... and makes its generator and its model from them, so that each start is its
/// own and gives the same result wherever it runs. Starts run side by side on the processors there are. A start whose training breaks
/// down, as with a learning rate far too large, gives NaN and is counted; only where all do is the error told.
/// </remarks>
/// <example>
/// <code>
/// Starts scores = Starts.Run(8, seed =>
/// {
///     var model = new Sequential { new Linear(2, 8, new Random(seed)), new ReLU(), new Linear(8, 1, new Random(seed)) };
///     return Accuracy(Train(model));
/// });
/// scores.ToString()   // median 0.93, from 0.88 to 0.97 over 8 starts
/// </code>
/// </example>
public sealed class Starts
{
    private readonly double[][] runs;

    private Starts(double[][] runs)
    {
        if (Array.Find(runs, run => run.Length != runs[0].Length) is { } other)
        {
            throw new ArgumentException(
                $"Every start gives as many numbers, but start 1 gave {runs[0].Length} and start {Array.IndexOf(runs, other) + 1} gave {other.Length}. Let each train for the same number of epochs.", nameof(runs));
        }
        this.runs = runs;
    }

    /// <summary>What each start gave: one list of numbers a start, one number a setting or epoch.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Runs => runs;

    /// <summary>The number of starts.</summary>
    public int Count => runs.Length;

    /// <summary>In how many starts the training broke down, at one setting or at all.</summary>
    public int BrokenDown => runs.Count(run => Array.Exists(run, double.IsNaN));

    /// <summary>The median over the starts that gave a number, for each setting or epoch; NaN where none did.</summary>
    public double[] Median => Over(sorted => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2);

    /// <summary>The lowest number of all starts, for each setting or epoch; NaN where there is none.</summary>
    public double[] Lowest => Over(sorted => sorted[0]);

    /// <summary>The highest number of all starts, for each setting or epoch; NaN where there is none.</summary>
    public double[] Highest => Over(sorted => sorted[^1]);

    /// <summary>Runs an experiment that gives one number, such as an accuracy.</summary>
    /// <param name="count">How many starts; five to ten show a spread.</param>
    /// <param name="experiment">What a start does with its seed: 1 for the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no start.</exception>
    public static Starts Run(int count, Func<int, double> experiment) => Over([0], count, (_, seed) => experiment(seed));

    /// <summary>Runs an experiment that gives a curve, such as the loss after each epoch.</summary>
    /// <param name="count">How many starts; five to ten show a spread.</param>
    /// <param name="experiment">What a start does with its seed: 1 for the first. Each gives as many numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no start.</exception>
    /// <exception cref="ArgumentException">Two starts gave curves of different length.</exception>
    public static Starts Run(int count, Func<int, IEnumerable<double>> experiment)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentNullException.ThrowIfNull(experiment);
        double[]?[] runs = new double[count][];
        ThrowIfAllBroke(SideBySide(count, start => runs[start] = [.. experiment(start + 1)]));
        double[] none = [.. runs.OfType<double[]>().First().Select(_ => double.NaN)];
        return new Starts([.. runs.Select(run => run ?? none)]);
    }

    /// <summary>Runs an experiment for each of several settings, such as widths, from the same starts.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="count">How many starts; five to ten show a spread.</param>
    /// <param name="experiment">What a start does with a setting and its seed: 1 for the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no start.</exception>
    public static Starts Over<T>(IEnumerable<T> settings, int count, Func<T, int, double> experiment)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentNullException.ThrowIfNull(experiment);
        T[] all = [.. settings];
        double[][] runs = [.. Enumerable.Range(0, count).Select(_ => Enumerable.Repeat(double.NaN, all.Length).ToArray())];
        ThrowIfAllBroke(SideBySide(count * all.Length, i => runs[i % count][i / count] = experiment(all[i / count], (i % count) + 1)));
        return new Starts(runs);
    }

    /// <summary>Makes something from each of several starts, such as a trained network, to measure later.</summary>
    /// <param name="count">How many starts; five to ten show a spread.</param>
    /// <param name="make">What a start makes with its seed: 1 for the first.</param>
    /// <returns>What was made, that of the first start first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no start.</exception>
    /// <exception cref="TrainingException">A start broke down.</exception>
    public static T[] Each<T>(int count, Func<int, T> make)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentNullException.ThrowIfNull(make);
        T[] made = new T[count];
        TrainingException?[] broken = SideBySide(count, start => made[start] = make(start + 1));
        if (Array.Find(broken, start => start is not null) is { } brokeDown)
            ExceptionDispatchInfo.Throw(brokeDown);
        return made;
    }

    /// <summary>In how many starts this gave more than another experiment did from the same seed, at one setting or epoch.</summary>
    /// <param name="other">The other experiment, with as many starts.</param>
    /// <param name="at">The place of the setting or epoch, from 0; the last where none is given.</param>
    /// <exception cref="ArgumentException">The other experiment has another number of starts.</exception>
    public int Above(Starts other, Index? at = null)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count != Count)
            throw new ArgumentException($"Start is held against start, but one experiment has {Count} and the other {other.Count}. Run both from the same number.", nameof(other));
        Index place = at ?? ^1;
        return runs.Zip(other.runs).Count(pair => pair.First[place] > pair.Second[place]);
    }

    /// <summary>The last number's spread in words, such as <c>median 0.93, from 0.88 to 0.97 over 8 starts</c>.</summary>
    public override string ToString() => runs[0].Length == 0
        ? $"nothing measured over {Count} starts"
        : string.Create(CultureInfo.InvariantCulture, $"median {Median[^1]:0.###}, from {Lowest[^1]:0.###} to {Highest[^1]:0.###} over {Count} starts")
            + (BrokenDown > 0 ? $", {BrokenDown} of which broke down" : "");

    private double[] Over(Func<double[], double> ofSorted) => [.. Enumerable.Range(0, runs[0].Length)
        .Select(point => runs.Select(run => run[point]).Where(number => !double.IsNaN(number)).Order().ToArray())
        .Select(numbers => numbers.Length > 0 ? ofSorted(numbers) : double.NaN)];

    private static TrainingException?[] SideBySide(int count, Action<int> work)
    {
        TrainingException?[] broken = new TrainingException?[count];
        if (Environment.ProcessorCount == 1)
        {
            for (int i = 0; i < count; i++)
                Try(i);
        }
        else
        {
            try
            {
                Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, Try);
            }
            catch (AggregateException several)
            {
                // What stopped one start is what the reader has to know, as if it had run alone.
                ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
            }
        }
        return broken;

        void Try(int i)
        {
            try
            {
                work(i);
            }
            catch (TrainingException brokeDown)
            {
                broken[i] = brokeDown;
            }
        }
    }

    private static void ThrowIfAllBroke(TrainingException?[] broken)
    {
        if (broken.Length > 0 && Array.TrueForAll(broken, start => start is not null))
            ExceptionDispatchInfo.Throw(broken[0]!);
    }
}
