using NeuroLab.Display;

namespace NeuroLab.Tensors;

/// <summary>How notebooks show a tensor: as a shaded table, and as text where there is no HTML.</summary>
public sealed class TensorFormatterSource
{
    private readonly object[] formatters =
    [
        new TypeFormatter<Tensor>("text/html", (tensor, writer) => writer.Write(TensorHtml.Write(tensor))),
        new TypeFormatter<Tensor>("text/plain", (tensor, writer) => writer.Write(TensorText.Write(tensor))),
    ];

    /// <summary>The formatters.</summary>
    public IEnumerable<object> CreateTypeFormatters() => formatters;
}
