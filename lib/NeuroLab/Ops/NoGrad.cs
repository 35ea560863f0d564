namespace NeuroLab.Ops;

/// <summary>
/// Switches the recording of gradients off until it is disposed of, as <c>torch.no_grad()</c> does: for what is computed without
/// going back, such as predictions.
/// </summary>
/// <example>
/// <code>
/// using (new NoGrad())
///     scores = model.Forward(x);
/// </code>
/// </example>
public readonly struct NoGrad : IDisposable
{
    private readonly bool wasOff;

    /// <summary>Switches recording off on this thread.</summary>
    public NoGrad()
    {
        wasOff = !Tape.Current.IsRecording;
        Tape.Current.IsRecording = false;
    }

    /// <summary>Switches recording on again, unless it was off before.</summary>
    public void Dispose() => Tape.Current.IsRecording = !wasOff;
}
