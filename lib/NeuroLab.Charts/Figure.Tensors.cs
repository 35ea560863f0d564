using System.Runtime.CompilerServices;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

public sealed partial class Figure
{
    /// <summary>Adds a line through points whose x and y are the elements of two tensors, in order.</summary>
    /// <inheritdoc cref="AddLine{TX, TY}"/>
    [OverloadResolutionPriority(-1)]
    public Figure AddLine(Tensor x, Tensor y, string name = "")
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return AddLine(x.ToArray(), y.ToArray(), name);
    }

    /// <summary>Adds points whose x and y are the elements of two tensors, in order.</summary>
    /// <inheritdoc cref="AddScatter{TX, TY}"/>
    [OverloadResolutionPriority(-1)]
    public Figure AddScatter(Tensor x, Tensor y, string name = "")
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return AddScatter(x.ToArray(), y.ToArray(), name);
    }
}
