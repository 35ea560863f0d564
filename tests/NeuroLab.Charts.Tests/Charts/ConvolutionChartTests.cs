using MathNet.Numerics.Random;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Charts.Tests.Charts;

public sealed class ConvolutionChartTests
{
    private readonly MersenneTwister random = new(1);
    private readonly Tensor picture = new float[,] { { 1, 2, 3, 4 }, { 5, 6, 7, 8 }, { 9, 10, 11, 12 }, { 13, 14, 15, 16 } };

    [Fact]
    public void The_window_multiplies_what_lies_below_it_and_sums_it_up()
    {
        var layer = new Conv2d(1, 1, 2, random, stride: 2, bias: false);
        layer.Weight.Value.Values.Fill(2);

        var figure = Chart.SlidingWindow(layer, picture);

        Assert.Equal(["place (0, 0)", "place (0, 1)", "place (1, 0)", "place (1, 1)"], figure.Frames.Select(frame => frame!["name"]!.GetValue<string>()));
        Assert.Equal("Place (0, 0): the products sum to 28", figure.Title);
        Assert.Equal([6.0, 8, 14, 16], figure.Frames[1]!["data"]![0]!["z"].Numbers());
    }

    [Fact]
    public void Padding_and_dilation_move_the_framed_cells()
    {
        var layer = new Conv2d(1, 1, 2, random, padding: 1, dilation: 3, bias: false);

        var figure = Chart.SlidingWindow(layer, picture);

        Assert.Equal(6, figure.Data[0]!["z"]!.AsArray().Count);
        var shapes = figure.Frames[^1]!["layout"]!["shapes"]!.AsArray();
        Assert.Equal([1.5, 4.5, 1.5, 4.5], shapes.Take(4).Select(shape => shape!["x0"].Number()!.Value));
        Assert.Equal(9, figure.Frames.Count);
    }

    [Fact]
    public void A_pool_keeps_the_largest_number_of_each_place()
    {
        var figure = Chart.Pooling(new MaxPool2d(2), picture);

        Assert.Equal("Place (0, 0): the largest number is 6", figure.Title);
        Assert.Equal([6.0, 8, 14, 16], figure.Frames[^1]!["data"]![0]!["z"].Numbers());
    }

    [Fact]
    public void Large_pictures_and_more_channels_are_refused()
    {
        Assert.Contains("12 x 12 at most", Error(() => Chart.Pooling(new MaxPool2d(2), new Tensor(28, 28))), StringComparison.Ordinal);
        Assert.Contains("takes 3", Error(() => Chart.SlidingWindow(new Conv2d(3, 1, 2, random), picture)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_in_colour_has_a_red_a_green_and_a_blue_number_for_each_pixel()
    {
        Tensor colors = new(3, 1, 2) { [0, 0, 0] = 1, [1, 0, 0] = 0.5f, [2, 0, 1] = 7, [1, 0, 1] = -1 };

        var figure = Chart.ColorPicture(colors);

        Assert.Equal("[[[255,128,0],[0,0,255]]]", figure.Data[0]!["z"]!.ToJsonString());
        Assert.Equal(figure.Data.ToJsonString(), Chart.ColorPicture(colors.Reshape(1, 3, 1, 2)).Data.ToJsonString());
        Assert.Contains("red is 0.5", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_without_three_channels_is_refused() => Assert.All<Tensor>([new(1, 4, 4), new(4, 4), new(2, 3, 4, 4), new(3, 4, 129)], wrong =>
        Assert.Contains("channel 3", Error(() => Chart.ColorPicture(wrong)), StringComparison.Ordinal));

    [Fact]
    public void Feature_maps_are_shown_for_each_layer_that_gives_pictures()
    {
        var model = new Sequential { new Conv2d(1, 12, 3, random), new ReLU(), new Flatten(), new Linear(48, 2, random) };

        var figure = Chart.FeatureMaps(model, picture.Reshape(1, 1, 4, 4));

        Assert.Equal(["The picture", "Conv2d: 8 of 12 maps of 2 x 2", "ReLU: 8 of 12 maps of 2 x 2"],
            figure.Layout["annotations"]!.AsArray().Select(note => note!["text"]!.GetValue<string>()));
        Assert.Contains("a batch of 1", Error(() => Chart.FeatureMaps(model, new Tensor(2, 1, 4, 4))), StringComparison.Ordinal);
        Assert.Contains("no feature maps", Error(() => Chart.FeatureMaps(new Sequential { new Flatten() }, picture.Reshape(1, 1, 4, 4))), StringComparison.Ordinal);
    }

    [Fact]
    public void Kernels_and_weight_pictures_ask_for_weights_of_their_kind()
    {
        var linear = new Linear(4, 2, random);
        var recorder = new WeightRecorder(linear.Parameters);
        recorder.Record("start");

        Assert.Single(Chart.WeightPictures(recorder, linear.Weight, 2, 2).Frames);
        Assert.Contains("in 9", Error(() => Chart.WeightPictures(recorder, linear.Weight, 3, 3)), StringComparison.Ordinal);
        Assert.Contains("weight of a convolution", Error(() => Chart.Kernels(recorder, linear.Weight)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_hidden_state_has_a_row_for_each_unit_and_a_column_for_each_step()
    {
        var figure = Chart.HiddenState(new RNN(1, 3, random), new Tensor(1, 5, 1));

        Assert.Equal((3, 5), (figure.Data[1]!["z"]!.AsArray().Count, figure.Data[1]!["z"]![0]!.AsArray().Count));
        Assert.Contains("a batch of 1", Error(() => Chart.HiddenState(new RNN(1, 3, random), new Tensor(2, 5, 1))), StringComparison.Ordinal);
    }

    private static string Error(Func<Figure> draw) => Assert.Throws<ArgumentException>(draw).Message;
}
