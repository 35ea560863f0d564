using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Random;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Tensors;

/// <summary>What holds for tensors of every shape.</summary>
public sealed class TensorLawTests
{
    [Fact]
    public void Broadcasting_repeats_axes_of_size_one() => Always(random =>
    {
        int[] sizes = Sizes(random);
        Tensor left = Numbers(Worn(sizes, random), random), right = Numbers(Worn(sizes, random), random), difference = left - right;
        foreach (int[] place in PlacesOf(difference.Shape))
            Assert.Equal(Repeated(left, place) - Repeated(right, place), difference[place]);
    });

    [Fact]
    public void Reducing_an_axis_and_then_the_rest_is_reducing_all() => Always(random =>
    {
        Tensor tensor = Numbers(Sizes(random), random);
        int axis = random.Next(-tensor.Rank, tensor.Rank);
        Assert.Equal(tensor.Sum(), tensor.Sum(axis).Sum());
        Assert.Equal(tensor.Max(), tensor.Max(axis, keepAxis: true).Max());
        Assert.Equal(tensor.Min(), tensor.Min(axis).Min());
        Assert.Equal(tensor.Mean(), tensor.Mean(axis).Mean(), 1e-4f);
    });

    [Fact]
    public void Transposing_twice_changes_nothing() => Always(random =>
    {
        Tensor tensor = Numbers(Sizes(random), random);
        int first = random.Next(tensor.Rank), second = random.Next(tensor.Rank);
        Tensor turned = tensor.Transpose(first, second);
        Assert.Equal(tensor.Shape[first], turned.Shape[second]);
        Assert.Equal(tensor.ToArray(), turned.Transpose(second, first).ToArray());
    });

    [Fact]
    public void Slices_hold_the_elements_of_their_places() => Always(random =>
    {
        Tensor tensor = Numbers(Sizes(random), random);
        int axis = random.Next(tensor.Rank), first = random.Next(tensor.Shape[axis]), end = random.Next(first, tensor.Shape[axis]) + 1;
        Tensor slice = tensor.Slice(axis, first..end);
        foreach (int[] place in PlacesOf(slice.Shape))
        {
            int[] source = [.. place];
            source[axis] += first;
            Assert.Equal(tensor[source], slice[place]);
        }
    });

    [Fact]
    public void Rows_taken_apart_stack_up_again() => Always(random =>
    {
        Tensor tensor = Numbers(Sizes(random), random);
        Tensor[] rows = [.. Enumerable.Range(0, tensor.Shape[0]).Select(tensor.Row)];
        Assert.Equal(tensor.ToArray(), Tensor.Stack(rows).ToArray());
    });

    [Fact]
    public void Products_agree_with_MathNet_and_with_their_transposes() => Always(random =>
    {
        int m = random.Next(1, 8), k = random.Next(1, 8), n = random.Next(1, 8);
        Tensor a = Numbers([m, k], random), b = Numbers([k, n], random), product = a.MatMul(b);
        Assert.Equal(Tensor.From(a.ToDoubleMatrix() * b.ToDoubleMatrix()).ToArray(), product.ToArray());
        Assert.Equal(product.Transpose().ToArray(), b.Transpose().MatMul(a.Transpose()).ToArray());
    });

    [Fact]
    public void Every_tensor_prints_its_shape_and_one_line_a_row() => Always(random =>
    {
        Tensor tensor = Numbers(Sizes(random), random);
        string[] lines = tensor.ToString().Split('\n');
        Assert.Equal($"Tensor {tensor.Shape}", lines[0]);
        Assert.Equal(tensor.Length / tensor.Shape[^1], lines.Skip(1).Count(line => line.Length > 0));
        Assert.Single(lines.Skip(1).Where(line => line.Length > 0).Select(line => line.TrimEnd(',', ']').Length).Distinct());
    });

    private static void Always(Action<Random> law) =>
        Prop.ForAll(Arb.From(Gen.Choose(1, 1_000_000)), seed => law(new MersenneTwister(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static int[] Sizes(Random random) => [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(1, 5))];

    /// <summary>Small whole numbers, whose sums and products are exact in any order.</summary>
    private static Tensor Numbers(int[] sizes, Random random) => new Tensor(sizes).Apply(_ => random.Next(-9, 10));

    /// <summary>The same sizes with some of them 1 and some of the first left out.</summary>
    private static int[] Worn(int[] sizes, Random random) => [.. sizes.Select(size => random.Next(3) == 0 ? 1 : size).Skip(random.Next(sizes.Length + 1))];

    private static float Repeated(Tensor tensor, int[] place) =>
        tensor[[.. tensor.Shape.Select((size, axis) => size == 1 ? 0 : place[axis + place.Length - tensor.Rank])]];

    private static IEnumerable<int[]> PlacesOf(Shape shape)
    {
        IEnumerable<int[]> places = [[]];
        foreach (int size in shape)
            places = places.SelectMany(place => Enumerable.Range(0, size).Select(next => (int[])[.. place, next]));
        return places;
    }
}
