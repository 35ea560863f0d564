using NeuroLab.Tensors;

namespace NeuroLab.Data;

public sealed partial class Dataset
{
    /// <summary>Some of the samples, in the order asked for. They are copied.</summary>
    /// <param name="samples">The numbers of the samples, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no sample of that number.</exception>
    public Dataset Subset(IEnumerable<int> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        int[] chosen = [.. samples];
        foreach (int sample in chosen)
        {
            if ((uint)sample >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(samples), $"There is no sample {sample}: this data set has {Count}, numbered 0 to {Count - 1}.");
        }
        (Tensor inputs, int[]? labels, Tensor? targets) = RoomFor(chosen.Length, Inputs.Shape);
        Dataset some = new(inputs, labels, targets, ClassNames);
        CopyInputsTo(some, chosen);
        CopyAnswersTo(some, chosen);
        return some;
    }

    /// <summary>Samples in a row: <c>Subset(100..200)</c> holds the samples 100 to 199.</summary>
    /// <param name="range">From where to where.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer samples.</exception>
    public Dataset Subset(Range range)
    {
        int start = range.Start.GetOffset(Count), end = range.End.GetOffset(Count);
        if (start < 0 || end > Count || start > end)
            throw new ArgumentOutOfRangeException(nameof(range), $"There are no samples {range}: this data set has {Count}, so a range lies within 0..{Count} and does not end before it starts.");
        return Subset(Enumerable.Range(start, end - start));
    }

    /// <summary>The first samples, or all where there are fewer, as <see cref="Enumerable.Take{T}(IEnumerable{T}, int)"/> has it.</summary>
    /// <param name="count">How many at most.</param>
    public Dataset Take(int count) => Subset(Enumerable.Range(0, Math.Clamp(count, 0, Count)));

    /// <summary>The samples of one class.</summary>
    /// <param name="label">The class, counted from 0.</param>
    /// <exception cref="InvalidOperationException">There are no labels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public Dataset OfClass(int label)
    {
        int[] labels = Labels;
        if (label < 0 || label >= ClassCount)
            throw new ArgumentOutOfRangeException(nameof(label), $"There are {ClassCount} classes, numbered 0 to {ClassCount - 1}, but class {label} was asked for.");
        return Subset(Enumerable.Range(0, Count).Where(sample => labels[sample] == label));
    }

    /// <summary>Cuts the data set in two at random, such as into training and test samples.</summary>
    /// <param name="fraction">The part that goes into the first, between 0 and 1: 0.8 for four fifths.</param>
    /// <param name="random">Where the order comes from. The same seed gives the same parts.</param>
    /// <param name="stratify">Whether each class is cut in the same proportion.</param>
    /// <exception cref="ArgumentException">A part would be empty.</exception>
    public (Dataset Train, Dataset Test) Split(double fraction, Random random, bool stratify = false)
    {
        Dataset[] parts = Cut([fraction], random, stratify);
        return (parts[0], parts[1]);
    }

    /// <summary>Cuts the data set in three at random: to train with, to choose with, and to judge with at the very end.</summary>
    /// <param name="trainFraction">The part to train with, such as 0.7.</param>
    /// <param name="validationFraction">The part to validate with, such as 0.15. What is left is for the test.</param>
    /// <param name="random">Where the order comes from. The same seed gives the same parts.</param>
    /// <param name="stratify">Whether each class is cut in the same proportion.</param>
    /// <exception cref="ArgumentException">A part would be empty.</exception>
    public (Dataset Train, Dataset Validation, Dataset Test) Split(double trainFraction, double validationFraction, Random random, bool stratify = false)
    {
        Dataset[] parts = Cut([trainFraction, validationFraction], random, stratify);
        return (parts[0], parts[1], parts[2]);
    }

    /// <summary>The samples batch by batch; the last batch may be smaller than the others, unless it is dropped.</summary>
    /// <param name="batchSize">The number of samples in a batch.</param>
    /// <param name="random">Where the order comes from; null keeps the order of the data set.</param>
    /// <param name="reuseBuffers">Whether a batch may be written over by the next one, so that no batch allocates memory.</param>
    /// <param name="dropLast">Whether a last batch that would be smaller is left out, as batch normalization wants it where one sample would be left over.</param>
    /// <param name="augmentation">Changes the pictures of each batch at random, as <paramref name="random"/> says.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is not positive, or no whole batch would be left.</exception>
    /// <exception cref="ArgumentException">There is an augmentation, but nothing it could draw from.</exception>
    public IEnumerable<Batch> Batches(int batchSize, Random? random = null, bool reuseBuffers = false, bool dropLast = false, Augmentation? augmentation = null)
    {
        Augmentation.RequireRandom(augmentation, random);
        BatchLoader loader = new(this, batchSize, reuseBuffers, dropLast, augmentation);
        return Enumerate();

        IEnumerable<Batch> Enumerate()
        {
            if (random is not null)
                loader.Shuffle(random);
            for (int i = 0; i < loader.Count; i++)
                yield return loader.Load(i);
        }
    }

    private Dataset[] Cut(double[] fractions, Random random, bool stratify)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (fractions.Any(fraction => !(fraction > 0 && fraction < 1)) || fractions.Sum() >= 1)
            throw new ArgumentException($"The fractions of a split lie between 0 and 1 and leave something over, such as 0.8, but {FormattableString.Invariant($"{string.Join(" and ", fractions)}")} was given.", nameof(fractions));
        if (stratify && !HasLabels)
            throw new InvalidOperationException($"Only a data set with classes can be cut in the same proportion for each, but this is {this}.");

        List<int>[] parts = [.. Enumerable.Range(0, fractions.Length + 1).Select(_ => new List<int>())];
        IEnumerable<IEnumerable<int>> groups = stratify
            ? Enumerable.Range(0, Count).GroupBy(sample => Labels[sample]).OrderBy(group => group.Key)
            : [Enumerable.Range(0, Count)];
        foreach (IEnumerable<int> group in groups)
            Deal([.. group], fractions, random, parts);

        if (Array.FindIndex(parts, part => part.Count == 0) is >= 0 and int empty)
            throw new ArgumentException($"{this}: cut this way, part {empty + 1} of {parts.Length} would be empty. Choose other fractions.", nameof(fractions));
        // Stratified parts would lie class by class; everyone expects a random order.
        foreach (List<int> part in parts)
            Shuffling.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(part), random);
        return [.. parts.Select(Subset)];
    }

    private static void Deal(int[] group, double[] fractions, Random random, List<int>[] parts)
    {
        Shuffling.Shuffle(group, random);
        double upTo = 0;
        int start = 0;
        for (int part = 0; part < parts.Length; part++)
        {
            upTo += part < fractions.Length ? fractions[part] : 1;
            int end = Math.Min(group.Length, part < fractions.Length ? (int)Math.Round(group.Length * upTo) : group.Length);
            parts[part].AddRange(group[start..end]);
            start = end;
        }
    }
}
