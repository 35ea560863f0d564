using System.Globalization;

namespace NeuroLab.Inspection;

/// <summary>A gradient that does not agree with finite differences.</summary>
/// <param name="Function">What was differentiated, such as <c>Linear(3, 2)</c>.</param>
/// <param name="Quantity">With respect to what: <c>x</c>, or the path of a parameter.</param>
/// <param name="Index">The element's place on each axis.</param>
/// <param name="Expected">The gradient by finite differences.</param>
/// <param name="Received">The gradient that the backward pass gave.</param>
public sealed record GradientMismatch(string Function, string Quantity, IReadOnlyList<int> Index, double Expected, double Received)
{
    /// <summary>One line that names function, place, expected and received value.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Function}: d loss / d {Quantity}[{string.Join(", ", Index)}] should be {Expected:G5} (by finite differences), but Backward gave {Received:G5}");
}
