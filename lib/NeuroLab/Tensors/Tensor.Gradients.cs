using System.Diagnostics.CodeAnalysis;
using NeuroLab.Ops;

namespace NeuroLab.Tensors;

/// <content>
/// Where a tensor came from, and the gradient of a loss with respect to it. A tensor that was computed from others remembers how, if
/// one of them wants a gradient; <see cref="Backward()"/> goes that way back.
/// </content>
public sealed partial class Tensor
{
    private bool isVariable, keepsGradient;
    private Tensor? gradient;
    private StepMemory? memory;
    private long step;

    /// <summary>
    /// Whether gradients with respect to this tensor are wanted. Set it on tensors that are not computed, such as an input; parameters of
    /// layers have it set. A tensor that is computed from such a one has it too.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is set on a tensor that was computed.</exception>
    public bool RequiresGrad
    {
        get => NeedsGradient;
        set
        {
            if (Source is null)
                isVariable = value;
            else if (!value)
                throw new InvalidOperationException("This tensor was computed from others that want a gradient, so a gradient goes through it. Detach() gives the same numbers without their past.");
        }
    }

    /// <summary>
    /// d loss / d this, in the shape of this tensor. Each <see cref="Backward()"/> adds to it, until <see cref="ZeroGrad"/>; null while there
    /// is none. A tensor that was computed keeps it only where <see cref="RetainGrad"/> was called before.
    /// </summary>
    /// <exception cref="InvalidOperationException">This tensor was computed and does not keep its gradient.</exception>
    public Tensor? Gradient => Source is null || isVariable || keepsGradient
        ? HasGradient ? gradient : null
        : throw new InvalidOperationException("The gradient of a tensor that was computed is not kept. Call RetainGrad() on it before Backward().");

    /// <summary>The operation that this tensor came from; null if it was not computed, or nothing was recorded.</summary>
    internal Operation? Source { get; set; }

    internal bool NeedsGradient => isVariable || Source is not null;

    /// <summary>Whether something was put into the gradient since it was last set to zero.</summary>
    internal bool HasGradient { get; private set; }

    /// <summary>Whether a walk back came here since this was last set to false.</summary>
    internal bool WasReached { get; set; }

    /// <summary>Keeps the gradient of a tensor that is computed, so that it can be looked at after <see cref="Backward()"/>.</summary>
    /// <returns>This tensor.</returns>
    public Tensor RetainGrad()
    {
        keepsGradient = true;
        return this;
    }

    /// <summary>The same numbers without their past: no gradient goes back through it. Nothing is copied.</summary>
    public Tensor Detach() => new(Shape, values) { memory = memory, step = step };

    /// <summary>Sets the gradient to zero.</summary>
    public void ZeroGrad() => HasGradient = false;

    /// <summary>Goes back from a loss: adds d loss / d t to the gradient of every tensor t that wants one and that the loss was computed from.</summary>
    /// <exception cref="InvalidOperationException">This is not a single number, it was not computed from anything that wants a gradient, or the way was gone back before.</exception>
    public void Backward()
    {
        if (Length != 1)
            throw new InvalidOperationException($"Backward starts from a loss, a single number, but this tensor has the shape {Shape}. Reduce it first, such as with MeanAll(), or say where its gradient starts: y.Backward(dy).");
        GoBack(null);
    }

    /// <summary>Goes back from any tensor, whose own gradient is given.</summary>
    /// <param name="dy">d loss / d this, in the shape of this tensor.</param>
    /// <exception cref="ShapeException">The gradient has another shape.</exception>
    /// <exception cref="InvalidOperationException">This was not computed from anything that wants a gradient, or the way was gone back before.</exception>
    public void Backward(Tensor dy)
    {
        ArgumentNullException.ThrowIfNull(dy);
        if (dy.Shape != Shape)
            throw new ShapeException($"This tensor has the shape {Shape}, so the gradient that comes back must have that shape, but it has {dy.Shape}.");
        GoBack(dy);
    }

    /// <summary>The gradient, filled with zeros if there is none.</summary>
    internal Tensor GradientOrZero()
    {
        if (!HasGradient)
            TakeGradient().Values.Clear();
        return gradient!;
    }

    /// <summary>The place of the gradient, to be filled.</summary>
    internal Tensor TakeGradient()
    {
        HasGradient = true;
        gradient ??= new Tensor(Shape);
        (gradient.memory, gradient.step) = (memory, step);
        return gradient;
    }

    /// <summary>Takes note of a gradient that has come; one that was written elsewhere is added to what is there.</summary>
    internal void Add(Tensor more)
    {
        WasReached = true;
        if (!ReferenceEquals(more, gradient))
            TensorPrimitives.Add(gradient!.values, more.values, gradient.values);
    }

    /// <summary>Forgets the gradient after a walk, unless it was asked for.</summary>
    internal void DropGradient(bool mayBeUsedAgain)
    {
        if (keepsGradient || isVariable)
            return;
        HasGradient = false;
        if (!mayBeUsedAgain)
            gradient = null;
    }

    /// <summary>Makes a result new: of what it was in the step before nothing is left but the memory.</summary>
    internal void Begin(StepMemory? memory)
    {
        this.memory = memory;
        step = memory?.Now ?? 0;
        keepsGradient = isVariable = HasGradient = false;
    }

    /// <exception cref="InvalidOperationException">The tensor belongs to a step that is over.</exception>
    internal void RequireCurrent()
    {
        if (memory is not null && memory.Now != step)
            ThrowOver();
    }

    [DoesNotReturn]
    private void ThrowOver() => throw new InvalidOperationException(
        $"This tensor of shape {Shape} was made in a training step that is over, and its memory serves the next step. Keep a copy of what is needed later, tensor.Clone(), while the step is under way.");

    private void GoBack(Tensor? dy)
    {
        RequireCurrent();
        if (!NeedsGradient)
            throw new InvalidOperationException("There is nothing to go back over: no gradient was recorded for this tensor. It was computed from nothing that wants a gradient (parameters do; see RequiresGrad), or under NoGrad.");
        Source?.RequireNotDone();
        Tensor start = GradientOrZero();
        if (dy is null)
            start.values[0]++;
        else
            TensorPrimitives.Add(start.values, dy.values, start.values);
        WasReached = true;
        if (Source is not null)
            Tape.Current.WalkBack(Source);
    }
}
