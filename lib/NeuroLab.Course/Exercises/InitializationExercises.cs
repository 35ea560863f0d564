using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 05, initialization.</summary>
public static class InitializationExercises
{
    private const string WholeNumbers = "It gives 0: in C# a whole number divided by a whole number drops what stands after the point. What can you write to make one of them a double?";

    /// <summary>05.1: the standard deviation of Xavier's normal start.</summary>
    /// <param name="spread">The reader's function of inputs and outputs.</param>
    public static ExerciseResult XavierSpread(Func<int, int, double>? spread) => Check("05.1", spread, answer => Scaled(
        size => answer(size.In, size.Out),
        size => Math.Sqrt(2.0 / (size.In + size.Out)),
        "Which two sizes does Xavier look at, and is it the variance or the standard deviation that is asked for?",
        (size => 2.0 / (size.In + size.Out), "That is the variance. What is the standard deviation made of?"),
        (size => Math.Sqrt(6.0 / (size.In + size.Out)), "That is the bound of the uniform kind. The normal kind asks for the standard deviation itself."),
        (size => Math.Sqrt(2.0 / size.In), "That is Kaiming's: it looks at the inputs alone. Which sizes does Xavier look at?"),
        (size => Math.Sqrt(2.0 / size.Out), "That looks at the outputs alone. Which sizes does Xavier look at?"),
        (size => Math.Sqrt(1.0 / (size.In + size.Out)), "The 2 is missing: with as many inputs as outputs the variance should be 1 over their number."),
        (size => Math.Sqrt(2.0 / (size.In * size.Out)), "Inputs and outputs are multiplied. What does the rule do with them?"),
        (size => Math.Pow(2.0 / (size.In + size.Out), 2), "That is the variance squared. Which way leads from a variance to a standard deviation?"),
        (size => Math.Sqrt(size.In + size.Out), "More inputs make your weights larger. They should make them smaller."),
        (_ => 0, WholeNumbers)),
        "√(2 / (inputs + outputs)): between what the way forward wants and what the way back wants.");

    /// <summary>05.2: the bound of Kaiming's uniform start.</summary>
    /// <param name="bound">The reader's function of inputs and outputs.</param>
    public static ExerciseResult KaimingBound(Func<int, int, double>? bound) => Check("05.2", bound, answer => Scaled(
        size => answer(size.In, size.Out),
        size => Math.Sqrt(6.0 / size.In),
        "Which variance must the weights have, and which variance have numbers between -a and a?",
        (size => -Math.Sqrt(6.0 / size.In), "That is the lower bound. The question is for a, the upper one."),
        (size => Math.Sqrt(2.0 / size.In), "That is the standard deviation. Numbers between -a and a have variance a² / 3: is the bound larger or smaller?"),
        (size => 2.0 / size.In, "That is the variance. It must equal a² / 3: what is a?"),
        (size => 6.0 / size.In, "That is a². How do you get a?"),
        (size => Math.Sqrt(6.0 / size.Out), "You divide by the outputs. What does Kaiming's start look at?"),
        (size => Math.Sqrt(6.0 / (size.In + size.Out)), "That is Xavier's bound. Kaiming looks at the inputs alone."),
        (size => Math.Sqrt(3.0 / size.In), "That is right without an activation. What does ReLU do to the mean square, and what makes up for it?"),
        (size => Math.Sqrt(2.0 / (3 * size.In)), "The 3 is on the wrong side: the variance is a² / 3, so a² is how many times the variance?"),
        (size => 2 * Math.Sqrt(6.0 / size.In), "That is the whole width, from -a to a. The question is for a."),
        (size => 1 / Math.Sqrt(size.In), "That is the default of Linear, made for no activation in particular."),
        (_ => 0, WholeNumbers)),
        "√(6 / inputs), so that a² / 3 = 2 / inputs. The outputs do not enter.");

    /// <summary>05.3: how many rows of a first weight matrix can differ after a start with equal weights.</summary>
    /// <param name="rows">The reader's number.</param>
    public static ExerciseResult DifferentRows(int? rows) => Check("05.3", rows, answer => answer switch
    {
        1 => null,
        4 => "All four would have to part ways. But what could make two of them differ, if both get the same inputs and the same gradient?",
        2 or 3 => "Some of the four would have to part ways. What could make two of them differ, if both get the same inputs and the same gradient?",
        0 => "There is at least one row to be seen, whatever its numbers are.",
        6 => "6 is the number of inputs, which is the number of weights in a row. How many rows are there, and can they differ?",
        24 => "24 is the number of weights. How many rows are there, and can they differ?",
        1000 => "1,000 is the number of steps. After each of them: how many different rows?",
        _ => "Follow two neurons through one step: same weights, so same output, so same gradient. Can they be different after it?",
    }, "One. The rows change, but all in the same way: four copies of one neuron.");

    /// <summary>05.4: the spread after some linear layers.</summary>
    /// <param name="after">The reader's function of the width, the spread of the weights, and the number of layers.</param>
    public static ExerciseResult AfterLayers(Func<int, double, int, double>? after) => Check("05.4", after, answer => Hints(
        () => new (int Width, double Sigma, int Layers)[] { (100, 0.05, 10), (64, 0.25, 3), (16, 0.25, 7), (400, 0.04, 2) },
        deep => answer(deep.Width, deep.Sigma, deep.Layers),
        deep => Math.Pow(Math.Sqrt(deep.Width) * deep.Sigma, deep.Layers),
        deep => FormattableString.Invariant($"{deep.Layers} layers of width {deep.Width} with weights of spread {deep.Sigma}"),
        "By which factor does one layer change the spread, and what do several of them do with it?",
        (deep => Math.Sqrt(deep.Width) * deep.Sigma, "That is the spread after one layer. What do the others do?"),
        (deep => Math.Pow(deep.Width * deep.Sigma * deep.Sigma, deep.Layers), "That is the variance. What is the spread made of?"),
        (deep => Math.Pow(deep.Width * deep.Sigma, deep.Layers), "That would be right if spreads added up. What adds up, and what follows for the spread?"),
        (deep => deep.Layers * Math.Sqrt(deep.Width) * deep.Sigma, "The factors of the layers are added up. A signal goes through one after the other: what happens to factors then?"),
        (deep => Math.Pow(deep.Sigma, deep.Layers), "The width never enters. How many products does each neuron sum?"),
        (deep => Math.Pow(Math.Sqrt(deep.Width) * deep.Sigma, deep.Layers - 1), "That is one layer too few."),
        (deep => Math.Pow(Math.Sqrt(deep.Width) * deep.Sigma, deep.Layers + 1), "That is one layer too many."),
        (deep => Math.Pow(Math.Sqrt(deep.Width * deep.Sigma), deep.Layers), "The root is taken of σ as well. Only the number of products stands under it: why?"),
        (deep => Math.Sqrt(deep.Width) * Math.Pow(deep.Sigma, deep.Layers), "Each layer sums anew: the root of the width belongs to every one of them.")),
        "A factor of √n σ for each layer, to the power of their number. A factor that looks harmless is not, ten layers deep.");

    /// <summary>05.5: Kaiming's start, from scratch.</summary>
    /// <param name="start">The reader's function of outputs, inputs and a random generator.</param>
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
        if (Array.Exists(values, value => !double.IsFinite(value)))
            return "Some of your weights are NaN or ∞. Is something divided by 0, or the logarithm of 0 taken?";
        if (Array.TrueForAll(values, value => value == 0))
            return "All your weights are 0. Are the numbers written into the matrix? And if you wrote 6 / inputs: in C# a whole number divided by a whole number drops what stands after the point.";
        int unfilled = Enumerable.Range(0, rows).Count(row => Enumerable.Range(0, columns).All(column => weight[row, column] == 0));
        if (unfilled > 0 || Enumerable.Range(0, columns).Any(column => Enumerable.Range(0, rows).All(row => weight[row, column] == 0)))
            return $"A row or a column of your matrix is left at 0: does each loop reach its last place, and begin at 0?";
        if (!answer(Outputs, Inputs, new Random(1)).Cast<double>().SequenceEqual(values))
            return "With the same generator it gives other numbers the second time. Draw them all from the random that is handed in.";
        double mean = values.Average(), variance = values.Average(value => (value - mean) * (value - mean));
        bool Has(double expected) => Math.Abs(variance - expected) <= 0.05 * expected;
        return mean switch
        {
            _ when values.Distinct().Count() < values.Length / 2 => "Many of your weights are equal. Draw a new random number for each of them.",
            > 0.01 => "Your weights lie above 0 on average. NextDouble gives 0 to 1: how do you make -1 to 1 of that?",
            < -0.01 => "Your weights lie below 0 on average: they should be spread evenly around it.",
            _ when Has(2.0 / Inputs) => null,
            _ when Has(2.0 / (3 * Inputs)) => "You draw evenly between ± the standard deviation, which has a third of the variance. How far out must the bounds be?",
            _ when Has(1.0 / Inputs) => "The variance is 1 / inputs, which is right without an activation. What does ReLU need?",
            _ when Has(1.0 / (3 * Inputs)) => "That is the default of Linear, a sixth of the variance that is wanted here.",
            _ when Has(2.0 / Outputs) => "You divide by the outputs. What does Kaiming's start divide by?",
            _ when Has(2.0 / (Inputs + Outputs)) => "That is Xavier's variance. Kaiming looks at the inputs alone.",
            _ when Has(4.0 / (Inputs * Inputs)) || Has(12.0 / (Inputs * Inputs)) => "You use the variance as if it were the standard deviation. What lies between the two?",
            _ when Has(0.5 / Inputs) => "Your weights lie between half of the bounds: how wide is the range from -a to a?",
            _ when variance > 0.3 => "Your weights are as large as if the layer's size did not matter. What should the number of inputs do to them?",
            _ => FormattableString.Invariant($"For 500 inputs the variance should be 2 / 500 = 0.004, but yours is {variance:0.####E+0}. Which step from the variance to the bound is missing?"),
        };
    }, "The right shape, around 0, with variance 2 / inputs. It works for any layer with ReLU after it.");

    /// <summary>05.6: the update-to-weight ratio of one step.</summary>
    /// <param name="ratio">The reader's function of weights, gradients and the rate.</param>
    public static ExerciseResult UpdateRatio(Func<double[], double[], double, double>? ratio) => Check("05.6", ratio, answer => Hints(
        () => new Step[] { new([3, -4], [0.5, 1.2], 0.1), new([1, 2, -2, 4], [-0.3, 0.4, 0, 1.2], 0.5), new([0.6, 0.8, 0], [6, 0, -8], 0.02) },
        step => answer(step.W, step.G, step.Rate),
        step => step.Rate * Length(step.G) / Length(step.W),
        step => FormattableString.Invariant($"w = {FunctionCheck.Text(step.W)}, gradient {FunctionCheck.Text(step.G)} and rate {step.Rate}"),
        "How long is the step, and how long is the vector of weights?",
        (step => Length(step.G) / Length(step.W), "That is the gradient against the weights. How long is the step that is made with it?"),
        (step => Length(step.W) / (step.Rate * Length(step.G)), "Upside down: a step that is small against the weights should give a small number."),
        (step => step.Rate * Length(step.G), "That is the length of the step. How long is it as a part of the weights?"),
        (step => Math.Pow(step.Rate * Length(step.G) / Length(step.W), 2), "The roots are missing: the length of a vector is the root of its sum of squares."),
        (step => step.Rate * Math.Pow(Length(step.G) / Length(step.W), 2), "The roots are missing: the length of a vector is the root of its sum of squares."),
        (step => step.Rate * step.G.Sum() / step.W.Sum(), "Plain sums: there plus and minus cancel. What does a length do with the signs?"),
        (step => step.Rate * step.G.Zip(step.W, (g, w) => g / w).Average(), "That is a mean of ratios. One weight near 0 spoils it: compare the two lengths instead."),
        (step => -step.Rate * Length(step.G) / Length(step.W), "A length has no sign: the ratio is above 0."),
        (step => Math.Log10(step.Rate * Length(step.G) / Length(step.W)), "That is its logarithm, as charts like to show it. The ratio itself is asked for.")),
        "Near 0.001 is a good sign: a thousand steps could rewrite the weights. Far below, nothing moves; far above, nothing settles.");

    private static string? Scaled(Func<(int In, int Out), double> answer, Func<(int In, int Out), double> right, string question, params ReadOnlySpan<(Func<(int In, int Out), double> Gives, string Hint)> mistakes) =>
        Hints(() => new (int In, int Out)[] { (300, 100), (24, 8), (50, 200) }, answer, right, size => $"{size.In} inputs and {size.Out} outputs", question, mistakes);

    // Spreads may be small: they are compared by the part that they are of the right one.
    private static string? Hints<TCase>(
        Func<TCase[]> cases, Func<TCase, double> answer, Func<TCase, double> right, Func<TCase, string> name, string question, params ReadOnlySpan<(Func<TCase, double> Gives, string Hint)> mistakes)
    {
        var relative = new (Func<TCase, double[]> Gives, string Hint)[mistakes.Length];
        for (int i = 0; i < mistakes.Length; i++)
        {
            Func<TCase, double> gives = mistakes[i].Gives;
            relative[i] = (one => [gives(one) / right(one)], mistakes[i].Hint);
        }
        return FunctionCheck.Hint(cases, one => [answer(one) / right(one)], _ => [1],
            (one, given, _) => FormattableString.Invariant($"For {name(one)} it should be {right(one):0.####}, but yours is {given[0] * right(one):0.####}. {question}"), relative);
    }

    private static double Length(double[] vector) => Math.Sqrt(vector.Sum(value => value * value));

    /// <summary>Weights, their gradients and a rate.</summary>
    private sealed record Step(double[] W, double[] G, double Rate);
}
