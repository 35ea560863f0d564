using System.Text.Json.Nodes;
using MathNet.Numerics.Random;
using NeuroLab.Charts;
using NeuroLab.Course.Exercises;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Training;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class PlotlyNetExercisesTests
{
    private static readonly History history = Train();

    [Theory]
    [InlineData(832, "marked one")]
    [InlineData(780, "the start counts too")]
    [InlineData(65, "number of lines")]
    [InlineData(13, "one line")]
    [InlineData(78, "not plus")]
    [InlineData(1, "Lines times snapshots")]
    public void A_wrong_count_gets_the_hint_that_fits(int answer, string hint) => NotYet(PlotlyNetExercises.CrowdNumbers(answer), hint);

    [Fact]
    public void The_right_answers_are_right()
    {
        Right(PlotlyNetExercises.CrowdNumbers(845));
        Right(PlotlyNetExercises.AccuracyBars(Bars("bar", history.ValidationAccuracies), history));
        Right(PlotlyNetExercises.LogarithmicLoss(Curve(figure => figure.Layout["yaxis"]!["type"] = "log")));
    }

    [Fact]
    public void Wrong_bars_get_the_hint_that_fits()
    {
        NotYet(PlotlyNetExercises.AccuracyBars(new Figure(), history), "has 0");
        NotYet(PlotlyNetExercises.AccuracyBars(Bars("scatter", history.ValidationAccuracies), history), "of type scatter");
        NotYet(PlotlyNetExercises.AccuracyBars(Bars("bar", history.ValidationLosses), history), "losses of the validation");
        NotYet(PlotlyNetExercises.AccuracyBars(Bars("bar", history.Accuracies), history), "on the training data");
        NotYet(PlotlyNetExercises.AccuracyBars(Bars("bar", [0.5]), history), "should be the 3 numbers");
        Figure without = Bars("bar", [1]);
        without.Data[0]!.AsObject().Remove("y");
        NotYet(PlotlyNetExercises.AccuracyBars(without, history), "has no y");
    }

    [Fact]
    public void A_wrong_axis_gets_the_hint_that_fits()
    {
        NotYet(PlotlyNetExercises.LogarithmicLoss(Curve(_ => { })), "not logarithmic yet");
        NotYet(PlotlyNetExercises.LogarithmicLoss(Curve(figure => figure.Layout["xaxis"]!["type"] = "log")), "That is the x axis");
        NotYet(PlotlyNetExercises.LogarithmicLoss(Curve(figure => figure.Layout["yaxis"] = new JsonObject { ["type"] = "log" })), "lost its title");
    }

    private static Figure Bars(string type, IReadOnlyList<double> heights)
    {
        Figure figure = new();
        figure.Data.Add((JsonNode)new JsonObject { ["type"] = type, ["y"] = new JsonArray([.. heights.Select(height => (JsonNode)height)]) });
        return figure;
    }

    private static Figure Curve(Action<Figure> change)
    {
        Figure figure = Chart.LossCurve(history);
        change(figure);
        return figure;
    }

    private static History Train()
    {
        MersenneTwister random = new(1);
        (Dataset train, Dataset validation) = Synthetic.Moons(80, random).Split(0.5, random);
        Sequential model = [new Linear(2, 2, random)];
        return new Trainer(model, new CrossEntropyLoss(), new SGD(model.Parameters, 0.1f)).Fit(train, new(3, 16, random, validation));
    }
}
