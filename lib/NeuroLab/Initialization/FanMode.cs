namespace NeuroLab.Initialization;

/// <summary>Which pass keeps the size of its signal: see <see cref="Fan"/>.</summary>
public enum FanMode
{
    /// <summary>Fan-in: the forward pass keeps its spread from layer to layer.</summary>
    In,

    /// <summary>Fan-out: the backward pass keeps its spread from layer to layer.</summary>
    Out,
}
