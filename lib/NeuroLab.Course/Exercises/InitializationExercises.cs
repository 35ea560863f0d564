using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 05, initialization.</summary>
public static class InitializationExercises
{
    /// <summary>05.1: the standard deviation of Xavier's normal start for Linear(300, 100).</summary>
    /// <param name="spread">The reader's number.</param>
    public static ExerciseResult XavierSpread(double? spread) => Check("05.1", spread, answer => answer switch
    {
        _ when Close(answer, Math.Sqrt(2.0 / 400)) => null,
        _ when Close(answer, 2.0 / 400) => "That is the variance. The standard deviation is its square root.",
        _ when Close(answer, Math.Sqrt(6.0 / 400)) => "That is the bound of the uniform kind. The normal kind asks for the root of the variance itself.",
        _ when Close(answer, Math.Sqrt(2.0 / 300)) => "That is Kaiming's: it looks at the inputs alone. Xavier adds inputs and outputs.",
        _ when Close(answer, Math.Sqrt(1.0 / 400)) => "The 2 is missing: the variance is 2 / (inputs + outputs).",
        0 => "A result of 0 smells of whole numbers: 2 / 400 is 0 in C#. Write 2.0 / 400.",
        _ => "The variance is 2 / (inputs + outputs), with 300 inputs and 100 outputs. Take its root.",
    }, "√(2 / 400) = 0.0707.");

    /// <summary>05.2: the bound of Kaiming's uniform start for Linear(24, 8).</summary>
    /// <param name="bound">The reader's number.</param>
    public static ExerciseResult KaimingBound(double? bound) => Check("05.2", bound, answer => answer switch
    {
        _ when Close(answer, 0.5) => null,
        _ when Close(answer, -0.5) => "That is the lower bound. The question is for a, the upper one.",
        _ when Close(answer, Math.Sqrt(2.0 / 24)) => "That is the standard deviation. Numbers between -a and a have variance a² / 3, so the bound is √3 times larger.",
        _ when Close(answer, 2.0 / 24) => "That is the variance. It must equal a² / 3: solve for a.",
        _ when Close(answer, 0.25) => "That is a². Take the root.",
        _ when Close(answer, Math.Sqrt(6.0 / 8)) => "Linear(24, 8) has 24 inputs and 8 outputs. Kaiming divides by the inputs.",
        _ when Close(answer, Math.Sqrt(6.0 / 32)) => "That is Xavier's bound. Kaiming looks at the inputs alone.",
        0 => "A result of 0 smells of whole numbers: 6 / 24 is 0 in C#. Write 6.0 / 24.",
        _ => "The variance must be 2 / 24, and numbers between -a and a have variance a² / 3.",
    }, "a = √(6 / 24) = 0.5: the variance is 0.25 / 3 = 2 / 24.");

    /// <summary>05.3: how many different rows a layer has after training from equal weights.</summary>
    /// <param name="rows">The reader's number.</param>
    public static ExerciseResult DifferentRows(int? rows) => Check("05.3", rows, answer => answer switch
    {
        1 => null,
        4 => "All four would have to part ways. But what could make two of them differ, if both get the same inputs and the same gradient?",
        0 => "There is at least one row to be seen, whatever its numbers are.",
        6 => "6 is the number of inputs, which is the number of weights in a row. How many rows are there, and can they differ?",
        _ => "Follow two neurons through one step: same weights, so same output, so same gradient. Can they be different after it?",
    }, "One. The rows change, but all in the same way: four copies of one neuron.");

    /// <summary>05.4: the spread after ten linear layers of 100 neurons with weights of standard deviation 0.05.</summary>
    /// <param name="spread">The reader's number.</param>
    public static ExerciseResult AfterTenLayers(double? spread) => Check("05.4", spread, answer => answer switch
    {
        _ when Close(answer, Math.Pow(0.5, 10), 0.03) => null,
        _ when Close(answer, 0.5) => "That is the spread after one layer. Each of the ten multiplies by the same factor.",
        _ when Close(answer, Math.Pow(0.25, 10)) => "That is the variance: 100 × 0.05² = 0.25 for each layer. The spread is its root.",
        _ when Close(answer, Math.Pow(5, 10)) => "100 × 0.05 = 5 would be the factor if spreads added up. Variances do, so the factor is √100 × 0.05.",
        _ when Close(answer, 5) => "Factors multiply: it is 0.5 to the power of ten, not 0.5 times ten.",
        _ when Close(answer, Math.Pow(0.05, 10)) => "Each neuron sums 100 products, and the sum is √100 times wider than one of them.",
        _ => "One layer multiplies the spread by √100 × 0.05. Ten of them multiply it ten times.",
    }, "0.5 to the power of ten, about 0.001. A factor that looks harmless is not, ten layers deep.");

    /// <summary>05.5: Kaiming's start for ReLU, written from scratch.</summary>
    /// <param name="start">The reader's function of (outputs, inputs, random).</param>
    public static ExerciseResult KaimingStart(Func<int, int, Random, double[,]>? start) => Check("05.5", start, answer =>
    {
        const int Outputs = 80, Inputs = 500;
        double[,] weight = answer(Outputs, Inputs, new Random(1));
        if (weight is null)
            return "Your function returned null instead of a matrix.";
        (int rows, int columns) = (weight.GetLength(0), weight.GetLength(1));
        if ((rows, columns) == (Inputs, Outputs))
            return "Your matrix is (in, out). A weight is (out, in): one row for each neuron.";
        if ((rows, columns) != (Outputs, Inputs))
            return $"For 80 outputs and 500 inputs the shape is (80, 500), but yours is ({rows}, {columns}).";

        double[] values = [.. weight.Cast<double>()];
        double mean = values.Average(), variance = values.Average(value => (value - mean) * (value - mean));
        return variance switch
        {
            _ when values.Distinct().Count() < values.Length / 2 => "Many of your weights are equal. Draw a new random number for each of them.",
            _ when mean > 0.01 => "Your weights lie above 0 on average. NextDouble gives 0 to 1: stretch it to -1 to 1 first, with 2 * random.NextDouble() - 1.",
            _ when Math.Abs(mean) > 0.01 => "Your weights lie below 0 on average: they should be spread evenly around it.",
            _ when Close(variance, 2.0 / Inputs, 0.05) => null,
            _ when Close(variance, 2.0 / (3 * Inputs), 0.05) => "You draw evenly between ± the standard deviation, which has a third of the variance. The bound is √(6 / inputs).",
            _ when Close(variance, 1.0 / Inputs, 0.05) => "The variance is 1 / inputs, which is right without an activation. ReLU needs twice that.",
            _ when Close(variance, 2.0 / Outputs, 0.05) => "You divide by the outputs. Kaiming's start divides by the inputs.",
            _ when Close(variance, 2.0 / (Inputs + Outputs), 0.05) => "That is Xavier's variance. Kaiming divides by the inputs alone.",
            _ when Close(variance, 4.0 / (Inputs * Inputs), 0.05) => "You use the variance as the standard deviation. Take its root.",
            _ => FormattableString.Invariant($"For 500 inputs the variance should be 2 / 500 = 0.004, but yours is {variance:0.####E+0}."),
        };
    }, "The right shape, around 0, with variance 2 / inputs. It works for any layer with ReLU after it.");

    /// <summary>Agreement relative to the number itself: these answers are small.</summary>
    private static bool Close(double answer, double expected, double tolerance = 5e-3) =>
        Math.Abs(answer - expected) <= tolerance * Math.Abs(expected);
}
