using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 10, vanishing and exploding gradients.</summary>
public static class GradientExercises
{
    /// <summary>10.1: the largest product of ten slopes of the sigmoid.</summary>
    /// <param name="product">The reader's number.</param>
    public static ExerciseResult LargestProduct(double? product) => Check("10.1", product, answer => answer switch
    {
        _ when Close(answer, Math.Pow(0.25, 10), 6e-2) => null,
        _ when Close(answer, 2.5) => "Slopes along a chain multiply. You have added them.",
        _ when Close(answer, 0.25) => "That is the slope of one neuron. There are ten in a row.",
        _ when Close(answer, 1) => "1 is the slope of tanh at 0. The sigmoid's largest slope is smaller.",
        _ when Close(answer, Math.Pow(0.5, 10)) => "0.5 is the sigmoid's value at 0. Its slope there is σ (1 - σ).",
        _ when Close(answer, Math.Pow(0.25, 20)) => "That is for twenty neurons. Here there are ten.",
        _ when Close(answer, Math.Pow(0.25, 9)) || Close(answer, Math.Pow(0.25, 11)) => "Count the slopes again: there are ten neurons, each with a sigmoid of its own.",
        _ when Close(answer, Math.Pow(10, 0.25)) => "The exponent and the base have changed places.",
        _ when answer == 0 => "It is small, but not 0. Is there a division of whole numbers in it? In C# 1 / 4 is 0, and 1.0 / 4 is not.",
        _ when answer < 0 => "The sigmoid rises everywhere: no slope of it is below 0.",
        _ => "Where is the sigmoid steepest, and how steep is it there? And what happens to slopes along a chain?",
    }, "0.25 to the power of ten, less than a millionth.");

    /// <summary>10.2: the gradient at a layer of a chain of single neurons.</summary>
    /// <param name="gradients">The reader's function of (weights, slopes of the activations): dL/dz of each neuron, 1 at the output.</param>
    public static ExerciseResult ChainGradients(Func<double[], double[], double[]>? gradients) => Check("10.2", gradients, answer => FunctionCheck.Hint<(double[] W, double[] Slopes)>(
        () => [([2, 0.5, 3], [0.25, 0.8, 0.5]), ([1.5, -2, 4, 0.5], [0.9, 0.6, 0.3, 0.7]), ([3], [0.4])],
        c => answer([.. c.W], [.. c.Slopes]),
        c => Back(c),
        (_, _, _) => "What is dL/dz of the last neuron, if dL/dh of its output is 1? And what takes it from there to the neuron before?",
        [
            (c => [.. Back(c).Reverse()], "Right numbers, in the wrong order: the first neuron comes first, and the last one has its own slope alone."),
            (c => Back(c, next: 0), "The weight on the way back is that of the neuron behind: w[k + 1] leads from neuron k to the next."),
            (c => Back(c, weights: false), "The weights are missing: on the way from one neuron to the next the gradient is multiplied by the weight between them."),
            (c => Back(c, slopes: false), "The slopes are missing: each neuron multiplies what comes back by the slope of its activation."),
            (c => [.. Back(c).Select((g, k) => g / c.Slopes[k])], "You stop before the activation. dL/dz is behind its slope: multiply by that too."),
            (c => Back(c, add: true), "Along a chain slopes multiply. You add them."),
            (c => [.. Enumerable.Range(0, c.W.Length).Select(k => c.W[k] * c.Slopes[k])], "Those are the factors of single neurons. A neuron's gradient is the product of all factors behind it."),
            (c => [.. Enumerable.Range(0, c.W.Length).Select(k => c.W[..(k + 1)].Zip(c.Slopes, (w, s) => w * s).Aggregate(1.0, (a, b) => a * b))], "You multiply from the front. Gradients come from the end: begin with the last neuron."),
            (c => [Back(c)[0]], "One number a neuron is asked for. Yours is that of the first one."),
        ]),
        "One factor a layer, from the end to the front: that product is what vanishes or explodes.");

    /// <summary>10.3: the factor through twenty residual blocks whose f has the slope 0.25.</summary>
    /// <param name="factor">The reader's number.</param>
    public static ExerciseResult ResidualFactor(double? factor) => Check("10.3", factor, answer => answer switch
    {
        _ when Close(answer, Math.Pow(1.25, 20), 1e-2) => null,
        _ when Close(answer, Math.Pow(0.25, 20)) => "That is without the way around. The slope of x + f(x) has a second part.",
        _ when Close(answer, 1 + Math.Pow(0.25, 20), 1e-6) => "The way around leads past each block, not past all of them at once: what is the slope of one block?",
        _ when Close(answer, 1.25) => "That is one block. There are twenty in a row.",
        _ when Close(answer, Math.Pow(1.25, 19)) || Close(answer, Math.Pow(1.25, 21)) => "Count the blocks again: the gradient goes through all twenty.",
        _ when Close(answer, 25) || Close(answer, 6) || Close(answer, 5) => "The blocks come one after another, so their slopes multiply.",
        _ when Close(answer, 1, 1e-6) => "The way around alone has the slope 1. What comes through f is added to it.",
        _ when Close(answer, Math.Pow(0.75, 20)) => "You subtract f's slope. In y = x + f(x) it is added.",
        _ when Close(answer, Math.Pow(1.25, -20)) => "You divide where slopes multiply.",
        _ => "What is the slope of y = x + f(x), for one block? And of twenty in a row?",
    }, "1.25 to the 20th, about 87: nothing vanishes, and it begins to grow.");

    /// <summary>10.4: gradient clipping by length.</summary>
    /// <param name="clip">The reader's function of (gradient, limit).</param>
    public static ExerciseResult Clip(Func<double[], double, double[]>? clip) => Check("10.4", clip, answer =>
    {
        double[] gradient = [6, 8], untouched = [.. gradient];
        string? hint = FunctionCheck.Hint<(double[] G, double Limit)>(
            () => [(gradient, 5), ([0.3, -0.4], 5), ([0, 0], 5), ([-2, 1, 2], 1.5), ([3, 4], 5)],
            c => answer([.. c.G], c.Limit),
            c => Clipped(c),
            (_, _, _) => "How long is (6, 8)? By which factor does it shrink to the length 5? And when does a gradient stay as it is?",
            [
                (c => [.. c.G.Select(v => Math.Clamp(v, -c.Limit, c.Limit))], "You cut each number by itself: (6, 8) becomes (5, 5), which points elsewhere. Shorten them together."),
                (c => [.. c.G.Select(v => Math.Min(v, c.Limit))], "You cut each number by itself, and only those above 0. Shorten them together, by one factor."),
                (c => [.. c.G.Select(v => v / Length(c.G))], "The length becomes 1, whatever it was. It should become the limit, and only if it is longer."),
                (c => [.. c.G.Select(v => v * Math.Min(1, 1 / Length(c.G)))], "Long gradients come out with length 1. Their length should be the limit."),
                (c => [.. c.G.Select(v => v * c.Limit / Length(c.G))], "Short gradients become longer, and one of zeros becomes no number. Only shorten: compare the length with the limit first."),
                (c => Length(c.G) == 0 ? c.G : [.. c.G.Select(v => v * c.Limit / Length(c.G))], "Short gradients become longer. Only shorten."),
                (c => c.G, "Nothing is shortened. (6, 8) has the length 10."),
                (c => Length(c.G) > c.Limit ? [.. c.G.Select(v => v * c.Limit / c.G.Sum(u => Math.Abs(u)))] : c.G, "You divide by the sum of the sizes. The length is the root of the sum of squares."),
                (c => c.G.Sum(u => Math.Abs(u)) > c.Limit ? [.. c.G.Select(v => v * c.Limit / c.G.Sum(u => Math.Abs(u)))] : c.G, "You take the sum of the sizes for the length. The length is the root of the sum of squares."),
                (c => [.. c.G.Select(v => v * Math.Min(1, c.Limit / (Length(c.G) * Length(c.G))))], "You divide by the sum of squares. The length is its root."),
                (c => Length(c.G) > c.Limit ? [.. c.G.Select(v => v * c.Limit / (Length(c.G) * Length(c.G)))] : c.G, "You divide by the sum of squares. The length is its root."),
                (c => Length(c.G) > c.Limit ? [.. c.G.Select(v => v * Length(c.G) / c.Limit)] : c.G, "It becomes longer: the factor is upside down."),
                (c => Length(c.G) > c.Limit ? [.. c.G.Select(v => v - (Length(c.G) - c.Limit))] : c.G, "You subtract the same from each number, which turns the gradient. Multiply all by one factor."),
                (c => Length(c.G) < c.Limit ? [.. c.G.Select(v => v * c.Limit / Length(c.G))] : c.G, "The comparison is the other way round: the short ones are stretched and the long ones stay."),
                (c => Length(c.G) > c.Limit ? new double[c.G.Length] : c.G, "A gradient that is too long is shortened, not thrown away."),
                (c => [.. Clipped(c).Select(v => Math.Abs(v))], "The size is right, but the signs are gone."),
            ]);
        if (hint is null)
            answer(gradient, 5);
        return hint ?? (gradient.SequenceEqual(untouched) ? null : "Your function writes over the gradient that it was given. Put the result into an array of its own.");
    }, "Long gradients are shortened and keep their direction; short ones stay.");

    /// <summary>10.5: batch normalization of one neuron.</summary>
    /// <param name="normalize">The reader's function of the values over the batch.</param>
    public static ExerciseResult BatchNorm(Func<double[], double[]>? normalize) => Check("10.5", normalize, answer =>
    {
        double[] batch = [1, 2, 6, 3], untouched = [.. batch];
        string? hint = FunctionCheck.Hint<double[]>(
            () => [batch, [7, 7, 7], [0.004, -0.002, 0.001], [-5, 10, 20, 0, 3]],
            z => answer([.. z]),
            Normalized,
            (_, _, _) => "What is the mean of 1, 2, 6, 3, and the mean of the squared distances from it? Which two operations bring them to 0 and to 1?",
            [
                (z => [.. z.Select(v => (v - z.Average()) / Math.Sqrt(Variance(z)))], "If all samples have the same value, yours divides by 0. The small ε is missing, under the root."),
                (z => [.. z.Select(v => (v - z.Average()) / (Math.Sqrt(Variance(z)) + 1e-5))], "Your ε is added to the root. It belongs under the root, to the variance: for numbers that lie close together that is a difference."),
                (z => [.. z.Select(v => v - z.Average())], "The mean is gone, but the spread is as it was. What is it divided by?"),
                (z => [.. z.Select(v => v / Math.Sqrt(Variance(z) + 1e-5))], "The spread is right, but the mean is not 0. It is subtracted first."),
                (z => [.. z.Select(v => (v - z.Average()) / (Variance(z) + 1e-5))], "You divide by the variance. Divide by its root."),
                (z => [.. z.Select(v => (v - z.Average()) / Math.Sqrt((Variance(z) * z.Length / (z.Length - 1)) + 1e-5))], "Your variance divides by n - 1. Here it divides by n, the number of samples."),
                (z => [.. z.Select(v => (v - z.Average()) / Math.Sqrt((Variance(z) * z.Length) + 1e-5))], "Your variance is the sum of the squares. It is their mean."),
                (z => [.. z.Select(v => (v - z.Average()) / Math.Sqrt(z.Average(u => u * u) + 1e-5))], "The variance is the mean square of the distance from the mean. Yours forgets to subtract the mean there."),
                (z => [.. Normalized(z).Select(v => -v)], "The sign is turned: mean minus value, in place of value minus mean."),
                (z => [.. Normalized(z).Order()], "Your results are sorted. Each sample keeps its place."),
                (z => [.. Normalized(z).Reverse()], "Your results come in reverse order. Each sample keeps its place."),
                (z => [.. z.Select(v => (v - z.Min()) / (z.Max() - z.Min()))], "That squeezes into 0 to 1. Batch normalization makes the mean 0 and the spread 1."),
                (z => [.. z.Select(v => (v - Median(z)) / Math.Sqrt(Variance(z) + 1e-5))], "You subtract the median. Take the mean."),
            ]);
        if (hint is null)
            answer(batch);
        return hint ?? (batch.SequenceEqual(untouched) ? null : "Your function writes over the numbers that it was given. Put the results into an array of their own.");
    }, "Mean 0 and spread 1, whatever came in, and no division by 0.");

    /// <summary>Agreement relative to the number itself: these answers are very small or large.</summary>
    private static bool Close(double answer, double expected, double tolerance = 1e-3) => Math.Abs(answer - expected) <= tolerance * Math.Abs(expected);

    private static double[] Back((double[] W, double[] Slopes) c, int next = 1, bool weights = true, bool slopes = true, bool add = false)
    {
        double[] gradients = new double[c.W.Length];
        double back = 1;
        for (int k = c.W.Length - 1; k >= 0; k--)
        {
            double weight = k == c.W.Length - 1 || !weights ? 1 : c.W[k + next], slope = slopes ? c.Slopes[k] : 1;
            gradients[k] = back = add ? back + weight + slope : back * weight * slope;
        }
        return gradients;
    }

    private static double Length(double[] g) => Math.Sqrt(g.Sum(v => v * v));

    private static double[] Clipped((double[] G, double Limit) c) => Length(c.G) > c.Limit ? [.. c.G.Select(v => v * c.Limit / Length(c.G))] : c.G;

    private static double Variance(double[] z) => z.Average(v => (v - z.Average()) * (v - z.Average()));

    private static double[] Normalized(double[] z) => [.. z.Select(v => (v - z.Average()) / Math.Sqrt(Variance(z) + 1e-5))];

    private static double Median(double[] z) => z.Order().ElementAt((z.Length - 1) / 2) is var low ? (low + z.Order().ElementAt(z.Length / 2)) / 2 : 0;
}
