using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// Lets the steps of a training loop use the same memory again and again: after the first few, a step allocates nothing.
/// </summary>
/// <remarks>
/// <para>Steps resemble each other: the tenth operation of one step is of the kind, and on the shapes, of the tenth of the step before. So
/// the operation that stood at a place is used again, with its result, its gradient, and whatever it works with.</para>
/// <para>A tensor that was made in a step is therefore written over in the next one. To use it later is an error; keep a
/// <see cref="Tensor.Clone"/> of what is needed, or the number itself, <see cref="Tensor.ToScalar"/>. <c>Trainer</c> works like this.
/// Without a StepMemory tensors are ordinary objects and stay what they are.</para>
/// </remarks>
/// <example>
/// <code>
/// StepMemory memory = new();
/// foreach (Batch batch in train.Batches(64, random, reuseBuffers: true))
/// {
///     using (memory.Step())
///     {
///         Tensor loss = criterion.Forward(model.Forward(batch.Inputs), batch.Labels);
///         optimizer.ZeroGrad();
///         loss.Backward();
///         optimizer.Step();
///     }
/// }
/// </code>
/// </example>
public sealed class StepMemory
{
    /// <summary>The batches of training and of validation, each with the smaller batch at its end.</summary>
    private const int MostShapes = 4;

    private readonly List<Operation?[]> places = [];
    private int next;

    /// <summary>The number of the step that is under way; odd while one is, even between two.</summary>
    internal long Now { get; private set; }

    /// <summary>Begins a step. What this thread computes until the result is disposed of uses this memory.</summary>
    /// <exception cref="InvalidOperationException">A step of this memory is under way.</exception>
    public StepScope Step()
    {
        if (Now % 2 == 1)
            throw new InvalidOperationException("A step of this memory is under way. End it before the next begins: using (memory.Step()) { ... }.");
        Now++;
        next = 0;
        StepScope scope = new(this, Tape.Current.Memory);
        Tape.Current.Memory = this;
        return scope;
    }

    internal void End(StepMemory? before)
    {
        Now++;
        Tape.Current.Memory = before;
    }

    /// <summary>The operation that stood at this place of the step before, if it is of the same kind and on the same shapes, or a new one.</summary>
    internal T Take<T>(ReadOnlySpan<Tensor> inputs)
        where T : Operation, new()
    {
        if (next == places.Count)
            places.Add(new Operation?[MostShapes]);
        Operation?[] candidates = places[next++];
        for (int i = 0; i < candidates.Length && candidates[i] is { } candidate; i++)
        {
            if (candidate.GetType() == typeof(T) && candidate.Fits(inputs))
                return MoveToFront(candidates, i, (T)candidate);
        }
        return MoveToFront(candidates, MostShapes - 1, new T { Memory = this });
    }

    private static T MoveToFront<T>(Operation?[] candidates, int place, T operation)
        where T : Operation
    {
        for (; place > 0; place--)
            candidates[place] = candidates[place - 1];
        candidates[0] = operation;
        return operation;
    }
}
