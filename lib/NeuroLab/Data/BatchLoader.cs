using MathNet.Numerics.Random;
using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>
/// Cuts a data set into batches, in a new order for every pass if wanted.
/// </summary>
/// <remarks>
/// With reused buffers a whole pass allocates nothing: there is one batch of full size and one for what is left over, and
/// both are filled again and again. Such a batch holds its numbers only until the next one is asked for.
/// </remarks>
internal sealed class BatchLoader
{
    private readonly Dataset dataset;
    private readonly int batchSize;
    private readonly bool reuseBuffers;
    private readonly bool dropLast;
    private readonly Augmentation? augmentation;
    private readonly Shape inputShape;
    private readonly int[] order;
    private Batch? full;
    private Batch? rest;
    private MersenneTwister? changes;

    internal BatchLoader(Dataset dataset, int batchSize, bool reuseBuffers, bool dropLast = false, Augmentation? augmentation = null)
    {
        if (batchSize <= 0)
            throw new ArgumentOutOfRangeException(nameof(batchSize), $"A batch holds at least one sample, but a batch size of {batchSize} was given. Usual sizes are 16 to 256.");
        if (dropLast && batchSize > dataset.Count)
            throw new ArgumentOutOfRangeException(nameof(batchSize), $"Without its last, smaller batch nothing is left of {dataset.Count} samples in batches of {batchSize}: choose a smaller batch size, or keep the last batch.");
        this.dataset = dataset;
        this.batchSize = batchSize;
        this.reuseBuffers = reuseBuffers;
        this.dropLast = dropLast;
        this.augmentation = augmentation;
        inputShape = augmentation?.OutputShape(dataset.Inputs.Shape) ?? dataset.Inputs.Shape;
        order = [.. Enumerable.Range(0, dataset.Count)];
    }

    /// <summary>The number of batches in one pass. The last may be smaller than the others, unless it is dropped.</summary>
    internal int Count => (int)((order.Length + (dropLast ? 0L : batchSize - 1)) / batchSize);

    /// <summary>Puts the samples back into the data set's own order.</summary>
    internal void Reset()
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
    }

    /// <summary>
    /// Puts the samples into a new order. It starts from the data set's own order, so that the result depends on the state
    /// of <paramref name="random"/> alone and a resumed run shuffles as an unbroken one does.
    /// </summary>
    internal void Shuffle(Random random)
    {
        Reset();
        Shuffling.Shuffle(order, random);
        // One draw for all that an augmentation will draw, so that a run that leaves out epochs that are done finds the generator as it should be.
        if (augmentation is not null)
            changes = new MersenneTwister((int)(random.NextDouble() * int.MaxValue), threadSafe: false);
    }

    /// <summary>One batch of the pass.</summary>
    internal Batch Load(int index)
    {
        int start = index * batchSize;
        int count = Math.Min(batchSize, order.Length - start);
        Batch batch = count == batchSize ? Take(ref full, count) : Take(ref rest, count);
        if (augmentation is null || changes is null)
            dataset.CopyInputsTo(batch, order.AsSpan(start, count));
        else
            Augment(augmentation, batch.Inputs, start, changes);
        dataset.CopyAnswersTo(batch, order.AsSpan(start, count));
        return batch;
    }

    private Batch Take(ref Batch? buffer, int count)
    {
        if (reuseBuffers && buffer is not null)
            return buffer;
        Batch fresh = new(dataset, count, inputShape);
        if (reuseBuffers)
            buffer = fresh;
        return fresh;
    }

    private void Augment(Augmentation augmentation, Tensor to, int start, Random random)
    {
        Size2d size = Augmentation.SizeOf(dataset.Inputs.Shape);
        for (int i = 0; i < to.Shape[0]; i++)
            augmentation.Change(dataset.Inputs.Sample(order[start + i]), size, to.Sample(i), random);
    }
}
