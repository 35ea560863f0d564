using System.Runtime.CompilerServices;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>A line through the elements of a tensor, in order, that stand at 0, 1, 2, ...</summary>
    /// <inheritdoc cref="Line{T}(IEnumerable{T}, string, string)"/>
    [OverloadResolutionPriority(-1)]
    public static Figure Line(Tensor y, string name = "", string title = "") => Line(Elements(y, nameof(y)), name, title);

    /// <summary>A line through points whose x and y are the elements of two tensors, in order.</summary>
    /// <inheritdoc cref="Line{TX, TY}(IEnumerable{TX}, IEnumerable{TY}, string, string)"/>
    [OverloadResolutionPriority(-1)]
    public static Figure Line(Tensor x, Tensor y, string name = "", string title = "") =>
        Line(Elements(x, nameof(x)), Elements(y, nameof(y)), name, title);

    /// <summary>Points whose x and y are the elements of two tensors, in order.</summary>
    /// <inheritdoc cref="Scatter{TX, TY}(IEnumerable{TX}, IEnumerable{TY}, string, string)"/>
    [OverloadResolutionPriority(-1)]
    public static Figure Scatter(Tensor x, Tensor y, string name = "", string title = "") =>
        Scatter(Elements(x, nameof(x)), Elements(y, nameof(y)), name, title);

    private static float[] Elements(Tensor values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        return values.ToArray();
    }
}
