using NeuroLab.Course.Exercises;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class SequenceExercisesTests
{
    [Theory]
    [InlineData(1312, "two biases for each unit")]
    [InlineData(1280, "biases are missing")]
    [InlineData(288, "That is the way in")]
    [InlineData(1056, "from state to state")]
    [InlineData(5, "Two matrices")]
    public void A_wrong_count_of_parameters_gets_the_hint_that_fits(int answer, string hint) => NotYet(SequenceExercises.Parameters(answer), hint);

    [Fact]
    public void The_parameters_are_two_matrices_and_two_biases() => Right(SequenceExercises.Parameters((32 * 8) + (32 * 32) + 64));

    [Theory]
    [InlineData(0.9, 1, "other way round")]
    [InlineData(1, 1, "forgets nothing")]
    [InlineData(1, 0.1, "not leave a tenth")]
    [InlineData(0.9, 0.9, "worth 1")]
    [InlineData(0.1, 0.9, "running mean")]
    [InlineData(2, 0.5, "yours gives 1.5")]
    public void A_wrong_counter_gets_the_hint_that_fits(double w, double u, string hint) => NotYet(SequenceExercises.ForgettingCounter((w, u)), hint);

    [Fact]
    public void The_counter_adds_one_and_keeps_nine_tenths() => Right(SequenceExercises.ForgettingCounter((1, 0.9)));

    [Theory]
    [InlineData(65, "still a little more")]
    [InlineData(67, "One too many")]
    [InlineData(10, "u = 0.5")]
    [InlineData(999, "multiplies")]
    [InlineData(0, "at least one")]
    [InlineData(50, "5.2E-3")]
    public void A_wrong_number_of_steps_gets_the_hint_that_fits(int answer, string hint) => NotYet(SequenceExercises.StepsToForget(answer), hint);

    [Fact]
    public void It_takes_66_steps_to_forget() => Right(SequenceExercises.StepsToForget(66));

    [Fact]
    public void A_wrong_recurrent_layer_gets_the_hint_that_fits()
    {
        Unroll("returned null", (_, _, _, _) => null!);
        Unroll("One state for each", (x, _, _, _) => x[1..]);
        Unroll("tanh is missing", (x, w, u, b) => States(x, w, u, b, z => z));
        Unroll("not carried on", (x, w, _, b) => States(x, w, 0, b, Math.Tanh));
        Unroll("bias b is missing", (x, w, u, _) => States(x, w, u, 0, Math.Tanh));
        Unroll("exchanged", (x, w, u, b) => States(x, u, w, b, Math.Tanh));
        Unroll("Carry h", (x, w, u, b) => SumsCarried(x, w, u, b));
        Unroll("first state should be", (x, w, u, b) => States(x, -w, u, b, Math.Tanh));
        Unroll("The first state is right", (x, w, u, b) => States(x, w, -u, b, Math.Tanh));

        static void Unroll(string hint, Func<double[], double, double, double, double[]> answer) => NotYet(SequenceExercises.Unroll(answer), hint);
    }

    [Fact]
    public void A_recurrent_layer_carries_its_state() => Right(SequenceExercises.Unroll((x, w, u, b) => States(x, w, u, b, Math.Tanh)));

    [Fact]
    public void A_wrong_gradient_through_time_gets_the_hint_that_fits()
    {
        Gradient("slopes of tanh are missing", (_, w, u) => w * u * u);
        Gradient("it is w", (h, w, u) => Exact(h, w, u) / w);
        Gradient("One u too many", (h, w, u) => Exact(h, w, u) * u);
        Gradient("One u is missing", (h, w, u) => Exact(h, w, u) / u);
        Gradient("at the first step", (h, w, u) => Exact(h, w, u) / Slope(h[0]));
        Gradient("at the last step", (h, w, u) => Exact(h, w, u) / Slope(h[^1]));
        Gradient("You multiply by h", (h, w, u) => h.Aggregate(w * u * u, (product, state) => product * state));
        Gradient("For three steps", (_, _, _) => 7);

        static void Gradient(string hint, Func<double[], double, double, double> answer) => NotYet(SequenceExercises.ThroughTime(answer), hint);
    }

    [Fact]
    public void The_gradient_through_time_is_that_of_nudging_the_first_input()
    {
        Right(SequenceExercises.ThroughTime(Exact));
        Right(SequenceExercises.ThroughTime((h, w, u) =>
        {
            // The inputs that made these states, with the bias in them; then the first is nudged.
            double[] x = [.. h.Select((state, t) => (Math.Atanh(state) - (t == 0 ? 0 : u * h[t - 1])) / w)];
            double Last(double nudge) => States([x[0] + nudge, .. x[1..]], w, u, 0, Math.Tanh)[^1];
            return (Last(1e-5) - Last(-1e-5)) / 2e-5;
        }));
    }

    private static double Slope(double h) => 1 - (h * h);

    private static double Exact(double[] h, double w, double u) => h.Skip(1).Aggregate(w * Slope(h[0]), (gradient, state) => gradient * u * Slope(state));

    private static double[] States(double[] x, double w, double u, double b, Func<double, double> activation)
    {
        double h = 0;
        return [.. x.Select(input => h = activation((w * input) + (u * h) + b))];
    }

    private static double[] SumsCarried(double[] x, double w, double u, double b)
    {
        double z = 0;
        return [.. x.Select(input => Math.Tanh(z = (w * input) + (u * z) + b))];
    }
}
