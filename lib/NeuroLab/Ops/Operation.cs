using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// One step of a computation: a tensor that is made from others, and what is needed to go back over it. What notebook 06 calls a
/// <c>Num</c> knows the same: what it was made from, and how to pass its gradient on.
/// </summary>
/// <remarks>
/// An operation fills in <see cref="Forward"/> and <see cref="Backward"/>. What the second needs from the first it keeps in its own
/// fields: each pass has an operation object of its own, so that a layer may be used any number of times.
/// </remarks>
/// <example>
/// <code>
/// sealed class Cube : Operation
/// {
///     protected override void Forward(Tensor y) => TensorPrimitives.Pow(Input(0).Values, 3, y.Values);
///
///     protected override void Backward(Tensor y, Tensor dy)
///     {
///         if (GradientOf(0) is not { } dx)
///             return;
///         for (int i = 0; i &lt; dx.Length; i++)
///             dx.Values[i] = dy.Values[i] * 3 * Input(0).Values[i] * Input(0).Values[i];
///     }
/// }
///
/// Tensor y = new Cube().Of(x);
/// </code>
/// </example>
public abstract class Operation
{
    private static long count;

    private Tensor[] inputs = [];
    private Tensor? output;

    // For each input: the gradient that was asked for in this walk, and a place for one that has to be added to another.
    private Tensor?[] given = [], extra = [];
    private bool isDone;

    /// <summary>The memory that will use this object again in the next step; null where it is ordinary garbage.</summary>
    internal StepMemory? Memory { get; set; }

    /// <summary>When it ran: whatever an operation was made from has a smaller number than the operation itself.</summary>
    internal long Number { get; private set; }

    /// <summary>Whether the walk that is under way has found it.</summary>
    internal bool IsOnWay { get; set; }

    /// <summary>What the result is made from.</summary>
    internal ReadOnlySpan<Tensor> Inputs => inputs;

    /// <summary>The number of tensors that the result is made from.</summary>
    protected int InputCount => inputs.Length;

    /// <summary>Runs the operation on tensors.</summary>
    /// <param name="inputs">What the result is made from.</param>
    /// <returns>The result, which remembers this operation if the gradient of an input is wanted.</returns>
    /// <exception cref="InvalidOperationException">The operation ran before: each run needs an object of its own.</exception>
    public Tensor Of(params ReadOnlySpan<Tensor> inputs)
    {
        if (output is not null)
            throw new InvalidOperationException($"This {GetType().Name} has run before and remembers that pass. Make a new one for each pass: new {GetType().Name}().Of(...).");
        foreach (Tensor input in inputs)
            ArgumentNullException.ThrowIfNull(input, nameof(inputs));
        SetInputs(inputs);
        return Run();
    }

    /// <summary>An operation on the given inputs that has not run yet; inside of a <see cref="StepMemory"/>'s step one of the step before, if it fits.</summary>
    /// <param name="inputs">What the result is made from.</param>
    protected static T Take<T>(params ReadOnlySpan<Tensor> inputs)
        where T : Operation, new()
    {
        foreach (Tensor input in inputs)
            ArgumentNullException.ThrowIfNull(input, nameof(inputs));
        T operation = Tape.Current.Memory is { } memory ? memory.Take<T>(inputs) : new T();
        operation.SetInputs(inputs);
        return operation;
    }

    /// <summary>Runs the operation.</summary>
    /// <param name="shape">The shape of the result, where whoever runs it knows it with its axis names; else <see cref="OutputShape"/> is asked.</param>
    /// <returns>The result.</returns>
    protected internal Tensor Run(Shape? shape = null)
    {
        output = MakeOutput(output, shape);
        output.Begin(Memory);
        Forward(output);
        isDone = false;
        Number = Interlocked.Increment(ref count);
        output.Source = Tape.Current.IsRecording && Array.Exists(inputs, static input => input.NeedsGradient) ? this : null;
        return output;
    }

    /// <summary>One of the tensors that the result is made from.</summary>
    /// <param name="number">Which, counted from 0.</param>
    protected Tensor Input(int number) => inputs[number];

    /// <summary>The shape of the result: that of the first input, unless an operation says otherwise.</summary>
    protected virtual Shape OutputShape() => inputs[0].Shape;

    /// <summary>The forward formula: fills the result.</summary>
    /// <param name="y">The result. It may hold numbers from the step before: overwrite all of it.</param>
    protected abstract void Forward(Tensor y);

    /// <summary>The backward formula: fills <see cref="GradientOf"/> of each input, where it is not null.</summary>
    /// <param name="y">The result; not to be changed.</param>
    /// <param name="dy">d loss / d y, in the shape of y; not to be changed.</param>
    protected abstract void Backward(Tensor y, Tensor dy);

    /// <summary>Where d loss / d input goes, in the shape of the input. It may hold anything: overwrite all of it.</summary>
    /// <param name="number">Which input, counted from 0.</param>
    /// <returns>A tensor to fill, or null where nobody wants this gradient.</returns>
    protected Tensor? GradientOf(int number)
    {
        Tensor input = inputs[number];
        if (!input.NeedsGradient)
            return null;
        // The first gradient that an input gets is written in place. What comes later is written elsewhere, and added when all is there.
        return given[number] ??= input.HasGradient ? extra[number] ??= new Tensor(input.Shape) : input.TakeGradient();
    }

    /// <summary>The tensor of the step before again, if it fits, or a new one.</summary>
    private protected virtual Tensor MakeOutput(Tensor? last, Shape? shape) =>
        last is not null && (shape is null || ReferenceEquals(shape, last.Shape) || shape == last.Shape) ? last : new Tensor(shape ?? OutputShape());

    /// <summary>Forgets the shape of the result: a setting has changed.</summary>
    private protected void ForgetOutput() => output = null;

    internal bool Fits(ReadOnlySpan<Tensor> others)
    {
        if (inputs.Length != others.Length)
            return false;
        for (int i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].Shape != others[i].Shape)
                return false;
        }
        return true;
    }

    internal void RequireNotDone()
    {
        if (isDone)
            throw new InvalidOperationException($"Backward has been over this {GetType().Name} already, and what it remembered is gone. Run Forward again before the next Backward; where two losses share a part, add them and go back once: (a + b).Backward().");
    }

    /// <summary>Passes the gradient of the result on to the inputs.</summary>
    internal void PassOn()
    {
        Backward(output!, output!.GradientOrZero());
        for (int i = 0; i < inputs.Length; i++)
        {
            if (given[i] is not { } gradient)
            {
                if (inputs[i].NeedsGradient)
                    throw new InvalidOperationException($"{GetType().Name} gave no gradient to its input {i}: its Backward must fill GradientOf({i}) wherever that is not null.");
                continue;
            }
            inputs[i].Add(gradient);
            given[i] = null;
        }
    }

    /// <summary>Ends a walk: nothing is needed any more but the gradients that were asked for.</summary>
    internal void Finish()
    {
        isDone = true;
        IsOnWay = false;
        output!.DropGradient(mayBeUsedAgain: Memory is not null);
        if (Memory is null)
            inputs = [];
    }

    private void SetInputs(ReadOnlySpan<Tensor> tensors)
    {
        if (inputs.Length != tensors.Length)
        {
            inputs = new Tensor[tensors.Length];
            given = new Tensor?[tensors.Length];
            extra = new Tensor?[tensors.Length];
        }
        for (int i = 0; i < tensors.Length; i++)
        {
            tensors[i].RequireCurrent();
            inputs[i] = tensors[i];
        }
    }
}
