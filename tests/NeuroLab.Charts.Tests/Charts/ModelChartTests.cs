using System.Text.Json.Nodes;
using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Charts.Tests.Charts;

public sealed class ModelChartTests
{
    private readonly MersenneTwister random = new(1);

    [Fact]
    public void The_slope_of_an_activation_is_its_own_backward_pass()
    {
        var figure = Chart.Activation(new Sigmoid(), -1, 1);
        double[] z = [.. figure.Data[1]!["x"].Numbers()], slope = [.. figure.Data[1]!["y"].Numbers()];

        Assert.All(z.Zip(slope), pair => Assert.Equal(Math.Exp(-pair.First) / Math.Pow(1 + Math.Exp(-pair.First), 2), pair.Second, 1e-5));
        Assert.Contains("at most 0.25", figure.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_activation_is_refused()
    {
        foreach (Layer layer in new Layer[] { new Linear(3, 3, random), new Softmax(), new Dropout(0.5f, random) })
            Assert.Contains("is not an activation function", Error(() => Chart.Activation(layer)), StringComparison.Ordinal);
    }

    [Fact]
    public void Boundaries_replay_the_recorder_and_leave_the_model_as_it_is()
    {
        var moons = Synthetic.Moons(40, random);
        var model = new Sequential { new Linear(2, 3, random), new ReLU(), new Linear(3, 1, random) };
        var recorder = new WeightRecorder(model.Parameters);
        recorder.Record("start");
        model.Parameters[0].Value.Values.Fill(0.5f);
        recorder.Record("end");
        model.Parameters[0].Value.Values.Fill(7);

        var figure = Chart.DecisionBoundary(model, recorder, moons);

        Assert.Equal(["start", "end"], figure.Frames.Select(frame => frame!["name"]!.GetValue<string>()));
        Assert.NotEqual(figure.Frames[0]!["data"]![0]!["z"]!.ToJsonString(), figure.Frames[1]!["data"]![0]!["z"]!.ToJsonString());
        Assert.All(model.Parameters[0].Value.ToArray(), value => Assert.Equal(7, value));
    }

    [Fact]
    public void Hidden_units_show_what_each_adds_to_the_output_on_one_scale()
    {
        var moons = Synthetic.Moons(40, random);
        var model = new Sequential { new Linear(2, 2, random), new ReLU(), new Linear(2, 1, random) };
        var (hidden, output) = ((Linear)model[0], (Linear)model[2]);
        (hidden.Weight.Value[0, 0], hidden.Weight.Value[0, 1], hidden.Bias!.Value[0], output.Weight.Value[0, 0]) = (1, 0, 0, -3);
        (hidden.Weight.Value[1, 0], hidden.Weight.Value[1, 1], hidden.Bias.Value[1], output.Weight.Value[0, 1]) = (0, 1, -0.5f, 0.5f);
        var recorder = new WeightRecorder(model.Parameters);
        recorder.Record("start");

        JsonNode[] surfaces = [.. Chart.HiddenUnits(model, recorder, moons).Data.Where(trace => trace!["type"]!.GetValue<string>() == "contour").Select(trace => trace!)];

        double[] x = [.. surfaces[0]["x"].Numbers()], y = [.. surfaces[1]["y"].Numbers()];
        Assert.Equal(x.Select(v => -3 * Math.Max(0, v)), surfaces[0]["z"]![0].Numbers(), (a, b) => Math.Abs(a - b) < 0.01);
        Assert.Equal(0.5 * Math.Max(0, y[^1] - 0.5), surfaces[1]["z"]!.AsArray()[^1].Numbers().First(), 0.01);
        Assert.Equal(surfaces[0]["zmax"].Number(), surfaces[1]["zmax"].Number());
        Assert.Equal(3 * x[^1], surfaces[0]["zmax"].Number()!.Value, 0.01);
    }

    [Fact]
    public void Hidden_units_ask_for_one_hidden_layer_and_its_output()
    {
        var deep = new Sequential { new Linear(2, 3, random), new ReLU(), new Linear(3, 3, random), new ReLU(), new Linear(3, 1, random) };
        Assert.Contains("one hidden layer", Error(() => Chart.HiddenUnits(deep, new WeightRecorder(deep.Parameters), Synthetic.Moons(40, random))), StringComparison.Ordinal);
    }

    [Fact]
    public void On_the_map_of_a_fitted_line_a_unit_of_the_weight_is_as_long_as_one_of_the_bias()
    {
        var line = new Linear(1, 1, random);
        var recorder = new WeightRecorder(line.Parameters);
        foreach (float weight in new[] { 0f, 1, 5 })
        {
            line.Weight.Value[0, 0] = weight;
            recorder.Record($"{weight}");
        }

        Figure figure = Chart.LineFit(Synthetic.NoisyLine(20, random), recorder);

        double Span(string axis) => figure.Layout[axis]!["range"]![1].Number()!.Value - figure.Layout[axis]!["range"]![0].Number()!.Value;
        double aspect = figure.Layout["meta"]!["panels"]![1]!["aspect"].Number()!.Value;
        Assert.Equal(aspect, Span("xaxis2") / Span("yaxis2"), 0.01);
    }

    [Fact]
    public void A_boundary_asks_the_model_in_batches_and_not_point_by_point()
    {
        var counting = new Counting();
        var figure = Chart.DecisionBoundary(new Sequential { new Linear(2, 1, random), counting }, Synthetic.Moons(300, random));
        Assert.InRange(counting.Passes, 1, 10);
        Assert.Contains("of 300 points on the right side", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Probabilities_and_logits_draw_the_same_boundary()
    {
        var moons = Synthetic.Moons(40, random);
        var linear = new Linear(2, 1, random);
        var logits = new Sequential { linear };
        var squashed = new Linear(2, 1, random);
        squashed.Weight.Value.CopyFrom(linear.Weight.Value);
        squashed.Bias!.Value.CopyFrom(linear.Bias!.Value);

        double[] first = [.. Chart.DecisionBoundary(logits, moons).Data[0]!["z"].Numbers()];
        double[] second = [.. Chart.DecisionBoundary(new Sequential { squashed, new Sigmoid() }, moons).Data[0]!["z"].Numbers()];

        Assert.All(first.Zip(second), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    public void A_recorder_that_holds_nothing_says_how_to_record() =>
        Assert.Contains("recorder.Record(", Error(() => Chart.Network(new Linear(2, 2, random), new WeightRecorder(new Linear(2, 2, random).Parameters))), StringComparison.Ordinal);

    [Fact]
    public void A_matrix_product_frames_the_rows_that_make_each_output()
    {
        var layer = new Linear(2, 2, random);
        layer.Weight.Value.CopyFrom(new float[,] { { 1, 2 }, { 3, 4 } });
        layer.Bias!.Value.CopyFrom(Tensor.Vector(10, 20));

        var figure = Chart.MatrixProduct(layer, new float[,] { { 1, 1 }, { 2, 0 } });

        Assert.Equal(4, figure.Frames.Count);
        Assert.Equal("y[1, 1] = 2·3 + 0·4 + 20 = 26", figure.Frames[3]!["layout"]!["title"]!["text"]!.GetValue<string>());
        Assert.Contains("joins input", figure.Data[1]!["hovertemplate"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("must be small", Error(() => Chart.MatrixProduct(new Linear(784, 10, random), new Tensor(1, 784))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_is_drawn_with_shapes_and_parameters_up_to_its_mistake()
    {
        var good = Chart.Model(new Sequential { new Linear(4, 3, random), new ReLU(), new Linear(3, 2, random) }, new Shape(("batch", 8), ("in", 4)));
        var bad = Chart.Model(new Sequential { new Linear(4, 3, random), new Linear(5, 2, random) }, new Shape(("batch", 8), ("in", 4)));

        Assert.Equal("Linear 0 holds 15 of 23 parameters", good.Title);
        Assert.Contains("Linear(3, 2): (batch 8, out 2), 8 parameters.", good.AltText, StringComparison.Ordinal);
        Assert.Contains("can't take", bad.Title, StringComparison.Ordinal);
        Assert.Contains("in 5", bad.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_draws_each_weight_once()
    {
        var model = new Sequential { new Linear(3, 4, random), new ReLU(), new Linear(4, 2, random) };
        var edges = Chart.Network(model).Data.Where(trace => trace!["mode"]!.GetValue<string>() == "lines")
            .Sum(trace => trace!["x"]!.AsArray().Count(x => x is null) - 1);

        Assert.Equal(20, edges);
        Assert.Contains("16 a layer at most", Error(() => Chart.Network(new Linear(64, 10, random))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_reveals_values_then_gradients_in_reverse_order()
    {
        var w = new GraphNode("w", "", 2, 6);
        var x = new GraphNode("x", "", 3, 4);
        var figure = Chart.ComputationGraph(new GraphNode("y", "·", 6, 1, w, x));

        Assert.Equal(["given numbers", "forward: y", "backward: y", "backward: x", "backward: w"], figure.Frames.Select(frame => frame!["name"]!.GetValue<string>()));
        Assert.Equal("Forward: y = w · x = 6", figure.Frames[1]!["layout"]!["title"]!["text"]!.GetValue<string>());
        Assert.DoesNotContain("∂", figure.Frames[1]!["layout"]!["annotations"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(3, figure.Frames[4]!["layout"]!["annotations"]!.AsArray().Count(note => note!["text"]!.GetValue<string>().Contains('∂', StringComparison.Ordinal)));
    }

    [Fact]
    public void A_graph_without_gradients_ends_at_its_result()
    {
        var square = new GraphNode("s", "w²", 9, null, new GraphNode("w", "", 3, null));
        var figure = Chart.ComputationGraph(new GraphNode("L", "+", 10, null, square, new GraphNode("b", "", 1, null)));

        Assert.Equal(["given numbers", "forward: s", "forward: L"], figure.Frames.Select(frame => frame!["name"]!.GetValue<string>()));
        Assert.Equal(["<b>b</b> = 1", "<b>w</b> = 3"], Boxes(figure.Frames[0]!).Where(text => text.Contains('=', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal("Forward: s = w² = 9", figure.Frames[1]!["layout"]!["title"]!["text"]!.GetValue<string>());
        Assert.DoesNotContain("∂", figure.Frames[1]!["layout"]!["annotations"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Boxes(JsonNode frame) => frame["layout"]!["annotations"]!.AsArray().Select(box => box!["text"]!.GetValue<string>());

    private static string Error(Func<Figure> draw) => Assert.Throws<ArgumentException>(draw).Message;

    /// <summary>Changes nothing, and counts how often it is run.</summary>
    private sealed class Counting : Layer
    {
        public int Passes { get; private set; }

        public override Shape OutputShape(Shape input) => input;

        protected override Tensor ForwardCore(Tensor x)
        {
            Passes++;
            return x;
        }
    }
}
