using MathNet.Numerics.LinearAlgebra;
using NeuroLab.Course.Exercises;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class WatchingExercisesTests
{
    [Theory]
    [InlineData(-0.05, "turned around")]
    [InlineData(0.5, "Each counts with a tenth")]
    [InlineData(0.09, "take away")]
    [InlineData(0.086, "by a hundredth")]
    [InlineData(7, "times p = 0.1")]
    public void A_wrong_weight_after_one_step_gets_the_hint_that_fits(double answer, string hint) => NotYet(WatchingExercises.AfterOneStep(answer), hint);

    [Fact]
    public void After_one_step_the_weight_is_a_twentieth() => Right(WatchingExercises.AfterOneStep((0.1 * 0.9) - (0.1 * 0.4)));

    [Fact]
    public void A_wrong_update_ratio_gets_the_hint_that_fits()
    {
        Ratio("root of both sums", (before, after) => Squares(Change(before, after)) / Squares(before));
        Ratio("length of the change alone", (before, after) => Length(Change(before, after)));
        Ratio("after the step", (before, after) => Length(Change(before, after)) / Length(after));
        Ratio("add up sizes", (before, after) => Change(before, after).Sum(Math.Abs) / before.Sum(Math.Abs));
        Ratio("upside down", (before, after) => Length(before) / Length(Change(before, after)));
        Ratio("some of them are 0", (before, after) => before.Zip(after, (b, a) => (a - b) / b).Average());
        Ratio("signs don't cancel", (before, after) => Change(before, after).Sum() / Length(before) * (before[1] < 0 ? -1 : 1));
        Ratio("Yours is 8", (_, _) => 8);

        static void Ratio(string hint, Func<double[], double[], double> answer) => NotYet(WatchingExercises.UpdateRatio(answer), hint);
    }

    [Fact]
    public void The_update_ratio_is_length_by_length() => Right(WatchingExercises.UpdateRatio((before, after) => Length(Change(before, after)) / Length(before)));

    [Theory]
    [InlineData("raise keep", "three words")]
    [InlineData("raise keep stop", "\"stop\"")]
    [InlineData("lower keep raise", "other way round")]
    [InlineData("keep keep lower", "too slow")]
    [InlineData("raise lower lower", "Leave it")]
    [InlineData("raise keep keep", "survives")]
    public void A_wrong_reading_of_the_gauge_gets_the_hint_that_fits(string answer, string hint) => NotYet(WatchingExercises.Gauge(answer.Split(' ')), hint);

    [Fact]
    public void The_gauge_is_read_right() => Right(WatchingExercises.Gauge(["raise", "Keep ", "lower"]));

    [Fact]
    public void A_wrong_detour_gets_the_hint_that_fits()
    {
        Path("upside down", way => Ends(way) / Steps(way).Sum(step => step.L2Norm()));
        Path("Divide by the distance", way => Steps(way).Sum(step => step.L2Norm()));
        Path("Above it belongs", Ends);
        Path("as arrows", way => Steps(way).Aggregate((sum, step) => sum + step).L2Norm() / Ends(way));
        Path("not squares", way => Math.Pow(Steps(way).Sum(step => step.L2Norm()) / Ends(way), 2));
        Path("first point to the last: subtract", way => Steps(way).Sum(step => step.L2Norm()) / way.Row(2).L2Norm());
        Path("difference of two rows", way => way.RowNorms(2).Sum() / Ends(way));
        Path("Yours is 9", _ => 9);

        static void Path(string hint, Func<Matrix<double>, double> answer) => NotYet(WatchingExercises.Detour(answer), hint);
    }

    [Fact]
    public void The_detour_is_all_steps_by_the_distance_of_the_ends() =>
        Right(WatchingExercises.Detour(way => Steps(way).Sum(step => step.L2Norm()) / Ends(way)));

    [Fact]
    public void Wrong_pruning_gets_the_hint_that_fits()
    {
        Prune("returned null", (_, _) => null!);
        Prune("writes over", (weights, _) =>
        {
            weights[0] = 0;
            return weights;
        });
        Prune("Of 8 weights", (weights, _) => weights[2..]);
        Prune("most negative", (weights, part) => Gone(weights, part, weight => weight));
        Prune("Sort the other way", (weights, part) => Gone(weights, part, weight => -Math.Abs(weight)));
        Prune("A quarter of 8", (weights, part) => Gone(weights, 2 * part, Math.Abs));
        Prune("not the smallest", (weights, part) => Gone(weights, part, weight => -weight));
        Prune("With a part of 0", (weights, part) => Gone(weights, Math.Max(part, 0.25), Math.Abs));

        static void Prune(string hint, Func<double[], double, double[]> answer) => NotYet(WatchingExercises.Prune(answer), hint);
    }

    [Fact]
    public void Pruning_takes_the_smallest() => Right(WatchingExercises.Prune((weights, part) => Gone(weights, part, Math.Abs)));

    private static double[] Change(double[] before, double[] after) => [.. before.Zip(after, (b, a) => a - b)];

    private static double Squares(double[] values) => values.Sum(value => value * value);

    private static double Length(double[] values) => Math.Sqrt(Squares(values));

    private static Vector<double>[] Steps(Matrix<double> way) => [.. Enumerable.Range(1, way.RowCount - 1).Select(i => way.Row(i) - way.Row(i - 1))];

    private static double Ends(Matrix<double> way) => (way.Row(way.RowCount - 1) - way.Row(0)).L2Norm();

    private static double[] Gone(double[] weights, double part, Func<double, double> first)
    {
        double[] result = [.. weights];
        foreach (int i in Enumerable.Range(0, weights.Length).OrderBy(i => first(weights[i])).Take((int)(part * weights.Length)))
            result[i] = 0;
        return result;
    }
}
