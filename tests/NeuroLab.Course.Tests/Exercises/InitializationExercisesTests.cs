using NeuroLab.Course.Exercises;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class InitializationExercisesTests
{
    [Theory]
    [InlineData(0.005, "That is the variance")]
    [InlineData(0.12247, "bound of the uniform kind")]
    [InlineData(0.08165, "Kaiming's")]
    [InlineData(0.05, "The 2 is missing")]
    [InlineData(0, "whole numbers")]
    [InlineData(3, "Take its root")]
    public void A_wrong_Xavier_spread_gets_the_hint_that_fits(double answer, string hint) => NotYet(InitializationExercises.XavierSpread(answer), hint);

    [Fact]
    public void The_Xavier_spread_is_right() => Right(InitializationExercises.XavierSpread(0.0707));

    [Theory]
    [InlineData(-0.5, "lower bound")]
    [InlineData(0.288675, "standard deviation")]
    [InlineData(0.083333, "That is the variance")]
    [InlineData(0.25, "Take the root")]
    [InlineData(0.866025, "divides by the inputs")]
    [InlineData(0.433013, "Xavier's bound")]
    [InlineData(0, "whole numbers")]
    [InlineData(7, "a² / 3")]
    public void A_wrong_Kaiming_bound_gets_the_hint_that_fits(double answer, string hint) => NotYet(InitializationExercises.KaimingBound(answer), hint);

    [Fact]
    public void The_Kaiming_bound_is_one_half() => Right(InitializationExercises.KaimingBound(0.5));

    [Theory]
    [InlineData(4, "part ways")]
    [InlineData(0, "at least one")]
    [InlineData(6, "number of inputs")]
    [InlineData(2, "Follow two neurons")]
    public void A_wrong_number_of_rows_gets_the_hint_that_fits(int answer, string hint) => NotYet(InitializationExercises.DifferentRows(answer), hint);

    [Fact]
    public void Equal_rows_stay_one_row() => Right(InitializationExercises.DifferentRows(1));

    [Theory]
    [InlineData(0.5, "after one layer")]
    [InlineData(9.5367e-7, "That is the variance")]
    [InlineData(9765625, "spreads added up")]
    [InlineData(5, "Factors multiply")]
    [InlineData(9.765625e-14, "sums 100 products")]
    [InlineData(0, "Ten of them")]
    public void A_wrong_spread_after_ten_layers_gets_the_hint_that_fits(double answer, string hint) => NotYet(InitializationExercises.AfterTenLayers(answer), hint);

    [Theory]
    [InlineData(0.0009765625)]
    [InlineData(0.001)]
    public void The_spread_after_ten_layers_is_right(double answer) => Right(InitializationExercises.AfterTenLayers(answer));

    [Fact]
    public void A_wrong_start_gets_the_hint_that_fits()
    {
        Start("returned null", (_, _, _) => null!);
        Start("one row for each neuron", (outputs, inputs, random) => Filled(inputs, outputs, () => Even(random, 0.1)));
        Start("(3, 3)", (_, _, random) => Filled(3, 3, () => Even(random, 0.1)));
        Start("are equal", (outputs, inputs, _) => Filled(outputs, inputs, () => 0.63));
        Start("above 0", (outputs, inputs, random) => Filled(outputs, inputs, random.NextDouble));
        Start("below 0", (outputs, inputs, random) => Filled(outputs, inputs, () => -random.NextDouble()));
        Start("a third of the variance", (outputs, inputs, random) => Filled(outputs, inputs, () => Even(random, Math.Sqrt(2.0 / inputs))));
        Start("ReLU needs twice that", (outputs, inputs, random) => Filled(outputs, inputs, () => Even(random, Math.Sqrt(3.0 / inputs))));
        Start("divide by the outputs", (outputs, inputs, random) => Filled(outputs, inputs, () => Even(random, Math.Sqrt(6.0 / outputs))));
        Start("Xavier's variance", (outputs, inputs, random) => Filled(outputs, inputs, () => Even(random, Math.Sqrt(6.0 / (inputs + outputs)))));
        Start("as the standard deviation", (outputs, inputs, random) => Filled(outputs, inputs, () => Even(random, Math.Sqrt(3) * 2.0 / inputs)));
        Start("should be 2 / 500", (outputs, inputs, random) => Filled(outputs, inputs, () => Even(random, 1)));

        static void Start(string hint, Func<int, int, Random, double[,]> answer) => NotYet(InitializationExercises.KaimingStart(answer), hint);
    }

    [Fact]
    public void Both_kinds_of_Kaimings_start_are_right()
    {
        Right(InitializationExercises.KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => Even(random, Math.Sqrt(6.0 / inputs)))));
        Right(InitializationExercises.KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => Bell(random, Math.Sqrt(2.0 / inputs)))));
    }

    private static double Even(Random random, double bound) => bound * ((2 * random.NextDouble()) - 1);

    private static double Bell(Random random, double spread) =>
        spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double[,] Filled(int rows, int columns, Func<double> next)
    {
        double[,] values = new double[rows, columns];
        for (int i = 0; i < values.Length; i++)
            values[i / columns, i % columns] = next();
        return values;
    }
}
