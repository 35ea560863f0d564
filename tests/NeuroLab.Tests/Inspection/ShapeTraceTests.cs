using MathNet.Numerics.Random;
using NeuroLab.Display;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Tests.Inspection;

public sealed class ShapeTraceTests
{
    private static readonly MersenneTwister Random = new(1);
    private readonly Sequential model = [new Linear(784, 256, Random), new ReLU(), new Sequential { new Linear(256, 10, Random) }];

    [Fact]
    public void Every_layer_is_passed_in_order()
    {
        ShapeTrace trace = ShapeTrace.Of(model, new Shape(("batch", 64), ("in", 784)));
        Assert.Equal(["0", "1", "2.0"], trace.Rows.Select(row => row.Path));
        Assert.Equal(new Shape(64, 10), trace.Output);
        Assert.Null(trace.Error);
        string[] lines = trace.ToString().Split('\n');
        Assert.Equal("layer                output               parameters           count", lines[0]);
        Assert.Equal("input                (batch 64, in 784)", lines[2]);
        Assert.Equal("0 Linear(784, 256)   (batch 64, out 256)  (256, 784), (256)  200,960", lines[3]);
        Assert.EndsWith("203,530 parameters", trace.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_a_convolutional_model_fits_a_page()
    {
        Sequential cnn = [new Conv2d(1, 8, 3, Random, padding: 1), new ReLU(), new MaxPool2d(2), new Conv2d(8, 16, 3, Random, padding: 1), new Flatten(), new Linear(784, 10, Random)];
        string text = ShapeTrace.Of(cnn, new Shape(("batch", 64), ("channels", 1), ("height", 14), ("width", 14))).ToString();
        Assert.Contains("(16, 8, 3, 3), (16)", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 105));
    }

    [Fact]
    public void A_mistake_ends_the_trace_with_its_message()
    {
        Sequential broken = [new Linear(4, 8, Random), new ReLU(), new Linear(9, 2, Random)];
        ShapeTrace trace = ShapeTrace.Of(broken, new Shape(("batch", 1), ("in", 4)));
        Assert.Equal(["0", "1"], trace.Rows.Select(row => row.Path));
        Assert.Null(trace.Output);
        Assert.StartsWith("layer 2, Linear(9, 2) expects an input of shape (batch, in 9), but was given (batch 1, out 8).", trace.Error, StringComparison.Ordinal);
        Assert.EndsWith(trace.Error!, trace.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_layers_of_a_residual_stand_before_it()
    {
        Sequential around = [new Residual { new Linear(4, 8, Random), new ReLU(), new Linear(8, 4, Random) }];
        ShapeTrace trace = ShapeTrace.Of(around, new Shape(("batch", 2), ("in", 4)));
        Assert.Equal(["0.0", "0.1", "0.2", "0"], trace.Rows.Select(row => row.Path));
        Assert.EndsWith("76 parameters", trace.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_adds_up()
    {
        ModelSummary summary = ModelSummary.Of(model);
        Assert.Equal(203_530, summary.ParameterCount);
        Assert.Equal(5, summary.Layers.Count);
        Assert.Contains("203,530 parameters in 4 tensors, 795.0 KiB", summary.ToString(), StringComparison.Ordinal);
        Assert.Contains("2.0   Linear(256, 10)", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hosts_find_the_table_by_convention()
    {
        object source = Activator.CreateInstance(typeof(ShapeTrace).GetCustomAttributes(false).OfType<TypeFormatterSourceAttribute>().Single().FormatterSourceType)!;
        TableFormatter[] formatters = [.. ((IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!).Cast<TableFormatter>()];
        Assert.Equal(["text/html", "text/plain"], formatters.Select(formatter => formatter.MimeType));

        using StringWriter html = new();
        Assert.True(formatters[0].Format(ShapeTrace.Of(new Sequential { new Linear(2, 1, Random) }, new Shape(3, 7)), html));
        Assert.Contains("<p role=\"alert\">layer 0, Linear(2, 1) expects", html.ToString(), StringComparison.Ordinal);
        Assert.False(formatters[0].Format("text", html));
    }

    [Fact]
    public void A_model_that_ends_a_cell_shows_its_summary()
    {
        Assert.Equal(ModelSummary.Of(model).ToString(), Shown(model));
        Assert.Contains("3 parameters in 2 tensors", Shown(new Linear(2, 1, Random)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_epoch_shows_one_row_and_a_passed_check_one_line()
    {
        string[] lines = Shown(new Epoch(3, 0.1284, 0.969, null, null, 0.1f, 96)).Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Matches(@"^ +3  0\.1284 +96\.9 % +0\.1$", lines[2]);

        GradientCheckResult passed = GradientCheck.Run(new Linear(2, 1, Random), new Tensor(new Shape(1, 2), [1, 2]), Random);
        Assert.Equal(passed.ToString(), Shown(passed));
        Assert.StartsWith("<p>Linear(2, 1): 5 of 5", Shown(passed, "text/html"), StringComparison.Ordinal);
    }

    /// <summary>What a host shows of a value: the formatter it finds by the attribute on the value's type or above it.</summary>
    private static string Shown(object value, string mimeType = "text/plain")
    {
        var attribute = value.GetType().GetCustomAttributes(true).OfType<TypeFormatterSourceAttribute>().Single();
        var source = (TableFormatterSource)Activator.CreateInstance(attribute.FormatterSourceType)!;
        using StringWriter text = new();
        Assert.True(source.CreateTypeFormatters().Cast<TableFormatter>().Single(formatter => formatter.MimeType == mimeType).Format(value, text));
        return text.ToString();
    }
}
