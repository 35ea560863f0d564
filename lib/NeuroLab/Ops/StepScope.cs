namespace NeuroLab.Ops;

/// <summary>A step of a <see cref="StepMemory"/>; it ends when this is disposed of.</summary>
public readonly struct StepScope : IDisposable
{
    private readonly StepMemory? memory, before;

    internal StepScope(StepMemory memory, StepMemory? before)
    {
        this.memory = memory;
        this.before = before;
    }

    /// <summary>Ends the step. What was made in it must not be used any more.</summary>
    public void Dispose() => memory?.End(before);
}
