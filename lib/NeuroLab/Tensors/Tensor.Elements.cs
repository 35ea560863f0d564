using System.Globalization;

namespace NeuroLab.Tensors;

public sealed partial class Tensor
{
    /// <summary>One element of a vector.</summary>
    /// <param name="i">Its place on the only axis.</param>
    public float this[int i]
    {
        get => Values[Offset([i])];
        set => Values[Offset([i])] = value;
    }

    /// <summary>One element of a matrix.</summary>
    /// <param name="row">Its place on axis 0.</param>
    /// <param name="column">Its place on axis 1.</param>
    public float this[int row, int column]
    {
        get => Values[Offset([row, column])];
        set => Values[Offset([row, column])] = value;
    }

    /// <summary>One element of a tensor of any rank, such as <c>pictures[n, c, y, x]</c>.</summary>
    /// <param name="place">Its place on each axis, outermost first.</param>
    public float this[params ReadOnlySpan<int> place]
    {
        get => Values[Offset(place)];
        set => Values[Offset(place)] = value;
    }

    /// <summary>The shape, and the elements row by row with four significant digits; of long axes only the ends.</summary>
    public override string ToString() => TensorText.Write(this);

    /// <summary>The numbers of one place of the first axis, such as one picture of a batch.</summary>
    internal Span<float> Sample(int number)
    {
        int length = values.Length / Shape[0];
        return Values.Slice(number * length, length);
    }

    /// <summary>The numbers as labels, row by row: whole numbers from 0, such as the number of a class or of a word.</summary>
    /// <exception cref="InvalidOperationException">A number is not whole, or negative. The message says which.</exception>
    public int[] ToLabels()
    {
        int[] labels = new int[Length];
        int wrong = CopyLabelsTo(labels);
        return wrong < 0 ? labels : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Labels are whole numbers from 0, but number {wrong} of a tensor of shape {Shape} is {Values[wrong]}."));
    }

    /// <returns>The place of the first number that is no label, or -1.</returns>
    internal int CopyLabelsTo(Span<int> labels)
    {
        ReadOnlySpan<float> numbers = Values;
        for (int i = 0; i < numbers.Length; i++)
        {
            // From 2^24 on a float does not hold every whole number.
            if (!(numbers[i] >= 0 && numbers[i] <= 1 << 24) || numbers[i] != MathF.Floor(numbers[i]))
                return i;
            labels[i] = (int)numbers[i];
        }
        return -1;
    }

    private int Offset(ReadOnlySpan<int> place)
    {
        if (place.Length != Rank)
            throw new ArgumentException($"A tensor of shape {Shape} has {Rank} axes, but {place.Length} places were given: give one an axis.", nameof(place));
        int offset = 0;
        for (int axis = 0; axis < place.Length; axis++)
        {
            if ((uint)place[axis] >= (uint)Shape[axis])
            {
                string name = Shape.NameOf(axis) is { } axisName ? $" ('{axisName}')" : "";
                throw new ArgumentOutOfRangeException(nameof(place), $"Axis {axis}{name} of a tensor of shape {Shape} has the places 0 to {Shape[axis] - 1}, but {place[axis]} was asked for.");
            }
            offset = offset * Shape[axis] + place[axis];
        }
        return offset;
    }
}
