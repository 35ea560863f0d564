using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Tests.Inspection;

public sealed class ReceptiveFieldTests
{
    private readonly Random random = new(1);

    [Fact]
    public void Layers_of_3_x_3_add_a_ring_each()
    {
        Layer[] layers = [.. Enumerable.Range(0, 4).Select(_ => new Conv2d(1, 1, 3, random, padding: 1))];
        Assert.Equal([3, 5, 7, 9], Enumerable.Range(1, 4).Select(depth => ReceptiveField.Of(layers.Take(depth)).Size.Height));
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 1, 1)]
    [InlineData(1, 2, 2)]
    public void What_lies_in_it_changes_the_output_and_nothing_else_does(int stride, int padding, int dilation)
    {
        Layer[] layers = [new Conv2d(1, 1, (3, 2), random, stride, padding, dilation, bias: false), new AvgPool2d(2), new Conv2d(1, 1, 2, random)];
        ReceptiveField field = ReceptiveField.Of(layers);
        Tensor picture = new(1, 1, 21, 21);
        (int row, int column) = (1, 1);
        float Output() => layers.Aggregate(picture, (seen, layer) => layer.Predict(seen))[0, 0, row, column];
        float before = Output();
        List<(int Y, int X)> felt = [];
        for (int i = 0; i < 21 * 21; i++)
        {
            picture.Values.Clear();
            picture[0, 0, i / 21, i % 21] = 1;
            if (Output() != before)
                felt.Add((i / 21, i % 21));
        }

        (int top, int left) = ((row * field.Step.Height) - field.Margin.Height, (column * field.Step.Width) - field.Margin.Width);
        Assert.Equal((top, top + field.Size.Height - 1), (felt.Min(place => place.Y), felt.Max(place => place.Y)));
        Assert.Equal((left, left + field.Size.Width - 1), (felt.Min(place => place.X), felt.Max(place => place.X)));
    }

    [Fact]
    public void A_layer_that_mixes_all_places_has_none()
    {
        string message = Assert.Throws<ArgumentException>(() => ReceptiveField.Of([new ReLU(), new Flatten()])).Message;
        Assert.Contains("Flatten() may look at all places", message, StringComparison.Ordinal);
    }
}
