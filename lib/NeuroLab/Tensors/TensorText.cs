using System.Text;

namespace NeuroLab.Tensors;

/// <summary>
/// Writes a tensor as text: its shape, then its rows, aligned, in the brackets of NumPy and PyTorch. Of an axis longer than
/// <see cref="LongestAxis"/> only the ends are shown.
/// </summary>
internal static class TensorText
{
    internal const int LongestAxis = 16;
    private const int Ends = 3;

    internal static string Write(Tensor tensor)
    {
        NumberColumn column = new(Shown(tensor));
        StringBuilder text = new($"Tensor {tensor.Shape}");
        text.Append(tensor.Rank == 0 ? ' ' : '\n');
        WriteAxis(tensor, 0, 0, column, text);
        return text.ToString();
    }

    /// <summary>The places of an axis that are shown; -1 stands for those left out.</summary>
    internal static IEnumerable<int> PlacesOf(int size) => size <= LongestAxis
        ? Enumerable.Range(0, size)
        : [.. Enumerable.Range(0, Ends), -1, .. Enumerable.Range(size - Ends, Ends)];

    /// <summary>The numbers that are shown, in order.</summary>
    internal static float[] Shown(Tensor tensor)
    {
        IEnumerable<int> offsets = [0];
        foreach (int size in tensor.Shape)
            offsets = offsets.SelectMany(offset => PlacesOf(size).Where(place => place >= 0).Select(place => offset * size + place));
        return [.. offsets.Select(offset => tensor.Values[offset])];
    }

    private static void WriteAxis(Tensor tensor, int axis, int offset, NumberColumn column, StringBuilder text)
    {
        if (axis == tensor.Rank)
        {
            text.Append(tensor.Rank == 0 ? column.Write(tensor.Values[offset]) : column.Write(tensor.Values[offset]).PadLeft(column.Width));
            return;
        }
        bool innermost = axis == tensor.Rank - 1;
        string separator = innermost ? ", " : "," + new string('\n', tensor.Rank - 1 - axis) + new string(' ', axis + 1);
        int size = tensor.Shape[axis];
        text.Append('[');
        bool first = true;
        foreach (int place in PlacesOf(size))
        {
            if (!first)
                text.Append(separator);
            first = false;
            if (place < 0)
                text.Append("...");
            else
                WriteAxis(tensor, axis + 1, offset * size + place, column, text);
        }
        text.Append(']');
    }
}
