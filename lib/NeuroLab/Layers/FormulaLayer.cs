using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// A layer that is one formula: y from x, and dx from dy.
/// </summary>
/// <remarks>
/// This class does what is the same for every formula, so that a layer's own file holds the formula and nothing else: it
/// checks shapes, keeps x and y for the way back, and supplies the tensors that the results are written into.
/// </remarks>
public abstract class FormulaLayer : Layer
{
    private const int MostShapes = 8;
    private readonly Dictionary<Shape, Shape> outputShapes = [];

    private Tensor? lastX;
    private Tensor? lastY;

    // Kept apart from the above: only what was made while buffers are reused may be written over.
    private readonly Workspace yBuffers = new();
    private readonly Workspace dxBuffers = new();

    /// <summary>The forward formula: fills <paramref name="y"/>.</summary>
    /// <param name="x">The batch; never changed.</param>
    /// <param name="y">Where the result goes. It may hold numbers from the step before: overwrite all of it.</param>
    protected abstract void Forward(Tensor x, Tensor y);

    /// <summary>The backward formula: fills <paramref name="dx"/> and adds to the gradient of each parameter.</summary>
    /// <param name="x">What went into the forward pass; never changed.</param>
    /// <param name="y">What came out of it; never changed.</param>
    /// <param name="dy">d loss / d y, in the shape of y; never changed.</param>
    /// <param name="dx">Where d loss / d x goes, in the shape of x. It may hold numbers from the step before: overwrite all of it.</param>
    protected abstract void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx);

    /// <summary>
    /// The backward formula without dx, for the first layer of a model: adds to the gradient of each parameter. Here it is the whole
    /// formula; a layer whose dx takes long overrides it.
    /// </summary>
    /// <param name="x">What went into the forward pass; never changed.</param>
    /// <param name="y">What came out of it; never changed.</param>
    /// <param name="dy">d loss / d y, in the shape of y; never changed.</param>
    protected virtual void BackwardToParameters(Tensor x, Tensor y, Tensor dy)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (OwnParameters.Count > 0)
            Backward(x, y, dy, Result(dxBuffers, x.Shape, dy));
    }

    /// <inheritdoc/>
    protected sealed override Tensor ForwardCore(Tensor x)
    {
        Shape shape = KnownOutputShape(x.Shape);
        Tensor y = Result(yBuffers, shape, x);
        Forward(x, y);
        lastX = x;
        lastY = y;
        return y;
    }

    /// <inheritdoc/>
    protected sealed override Tensor BackwardCore(Tensor dy)
    {
        (Tensor x, Tensor y) = LastPass(dy);
        Tensor dx = Result(dxBuffers, x.Shape, dy);
        Backward(x, y, dy, dx);
        return dx;
    }

    /// <inheritdoc/>
    protected sealed override void BackwardToParametersCore(Tensor dy)
    {
        (Tensor x, Tensor y) = LastPass(dy);
        BackwardToParameters(x, y, dy);
    }

    private (Tensor X, Tensor Y) LastPass(Tensor dy)
    {
        if (lastX is null || lastY is null)
            throw new InvalidOperationException($"{Describe()} was asked to run backward, but it has not run forward yet: call Forward first.");
        if (dy.Shape != lastY.Shape)
            throw new ShapeException($"{Describe()} gave an output of shape {lastY.Shape}, so the gradient that comes back must have that shape, but it has {dy.Shape}.");
        return (lastX, lastY);
    }

    /// <summary>Where a result goes: never where that lies which it is computed from, as it does when a layer is given its own last result.</summary>
    private Tensor Result(Workspace buffers, Shape shape, Tensor from)
    {
        if (ReusesBuffers && buffers.Take(shape) is { } lent && lent.Array != from.Array)
            return lent;
        return new Tensor(shape);
    }

    /// <summary>The output shape; what was worked out for a batch of this shape before is not worked out again.</summary>
    private Shape KnownOutputShape(Shape input)
    {
        if (outputShapes.TryGetValue(input, out Shape? known))
            return known;
        if (outputShapes.Count == MostShapes)
            outputShapes.Clear();
        return outputShapes[input] = OutputShape(input);
    }
}
