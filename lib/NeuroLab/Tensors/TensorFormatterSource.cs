using NeuroLab.Display;

namespace NeuroLab.Tensors;

/// <summary>How notebooks show a tensor: as a shaded table, and as text where there is no HTML.</summary>
public sealed class TensorFormatterSource
{
    private readonly object[] formatters =
    [
        new ViewFormatter<Tensor>("text/html", TensorHtml.Write),
        new ViewFormatter<Tensor>("text/plain", TensorText.Write),
    ];

    /// <summary>The formatters.</summary>
    public IEnumerable<object> CreateTypeFormatters() => formatters;
}
