using NeuroLab.Course.Exercises;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class WeightUpdateExercisesTests
{
    [Theory]
    [InlineData(2.8, "minus times minus")]
    [InlineData(5, "learning rate first")]
    [InlineData(0.2, "That is the change")]
    [InlineData(17, "New weight = old weight")]
    public void A_wrong_update_gets_the_hint_that_fits(double answer, string hint) => NotYet(WeightUpdateExercises.OneUpdate(answer), hint);

    [Fact]
    public void The_update_is_right() => Right(WeightUpdateExercises.OneUpdate(3.2));

    [Fact]
    public void A_wrong_gradient_of_the_bias_gets_the_hint_that_fits()
    {
        Gradient("sign is turned", (x, y, w, b) => x.Zip(y, (xi, yi) => 2 * (yi - w * xi - b)).Average());
        Gradient("2 is missing", (x, y, w, b) => x.Zip(y, (xi, yi) => w * xi + b - yi).Average());
        Gradient("sum over the points", (x, y, w, b) => x.Zip(y, (xi, yi) => 2 * (w * xi + b - yi)).Sum());
        Gradient("gradient of w", (x, y, w, b) => x.Zip(y, (xi, yi) => 2 * (w * xi + b - yi) * xi).Average());
        Gradient("loss itself", (x, y, w, b) => x.Zip(y, (xi, yi) => Math.Pow(w * xi + b - yi, 2)).Average());
        Gradient("fixed number", (x, y, w, b) => x.Zip(y, (xi, yi) => 2 * (w * xi + b - yi)).Sum() / 4);
        Gradient("Take the mean", (_, _, _, _) => 100);

        static void Gradient(string hint, Func<double[], double[], double, double, double> answer) =>
            NotYet(WeightUpdateExercises.GradientOfBias(answer), hint);
    }

    [Fact]
    public void The_gradient_of_the_bias_is_right() =>
        Right(WeightUpdateExercises.GradientOfBias((x, y, w, b) => x.Zip(y, (xi, yi) => 2 * (w * xi + b - yi)).Average()));

    [Theory]
    [InlineData(0, "after two updates")]
    [InlineData(3, "never gets to 3")]
    [InlineData(18, "not always -6")]
    [InlineData(-6, "subtracts the gradient")]
    [InlineData(1.5, "compute the gradient anew")]
    public void A_wrong_place_after_three_updates_gets_the_hint_that_fits(double answer, string hint) => NotYet(WeightUpdateExercises.RateOne(answer), hint);

    [Fact]
    public void Three_updates_at_rate_one_end_at_6() => Right(WeightUpdateExercises.RateOne(6));

    [Theory]
    [InlineData(1, "other side")]
    [InlineData(3, "explodes")]
    [InlineData(0, "nothing moves")]
    [InlineData(0.1, "stops short")]
    [InlineData(0.7, "goes past")]
    public void A_rate_that_is_not_perfect_gets_the_hint_that_fits(double answer, string hint) => NotYet(WeightUpdateExercises.PerfectRate(answer), hint);

    [Fact]
    public void The_perfect_rate_is_one_half() => Right(WeightUpdateExercises.PerfectRate(0.5));

    [Theory]
    [InlineData("FBS", "each of the four letters")]
    [InlineData("BFSZ", "needs the forward pass")]
    [InlineData("ZFSB", "computed first")]
    [InlineData("FBZS", "throws the fresh gradients away")]
    public void An_order_that_fails_gets_the_hint_that_fits(string answer, string hint) => NotYet(WeightUpdateExercises.OrderOfCalls(answer), hint);

    [Theory]
    [InlineData("FZBS")]
    [InlineData("zfbs")]
    [InlineData("FBSZ")]
    public void Orders_that_work_are_right(string answer) => Right(WeightUpdateExercises.OrderOfCalls(answer));
}
