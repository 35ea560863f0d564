using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 10, vanishing and exploding gradients.</summary>
public static class GradientExercises
{
    /// <summary>10.1: the largest product of ten slopes of the sigmoid.</summary>
    /// <param name="product">The reader's number.</param>
    public static ExerciseResult LargestProduct(double? product) => Check("10.1", product, answer => answer switch
    {
        _ when Close(answer, Math.Pow(0.25, 10)) => null,
        _ when Close(answer, 2.5) => "Slopes along a chain multiply. You have added them.",
        _ when Close(answer, 0.25) => "That is the slope of one neuron. There are ten in a row.",
        _ when Close(answer, 1) => "1 is the slope of tanh at 0. The sigmoid's largest slope is smaller.",
        _ when Close(answer, Math.Pow(0.5, 10)) => "0.5 is the sigmoid's value at 0. Its slope there is σ (1 - σ).",
        _ when Close(answer, Math.Pow(0.25, 20)) => "That is for twenty neurons. Here there are ten.",
        _ => "The largest slope of the sigmoid is 0.25, at z = 0. Ten of them are multiplied.",
    }, "0.25 to the power of ten, less than a millionth.");

    /// <summary>10.2: the gradient in layer 1 if each of the layers makes it 1.5 times longer, from 1 in layer 20.</summary>
    /// <param name="length">The reader's number.</param>
    public static ExerciseResult Exploded(double? length) => Check("10.2", length, answer => answer switch
    {
        _ when Close(answer, Math.Pow(1.5, 19)) => null,
        _ when Close(answer, Math.Pow(1.5, 20)) => "From layer 20 to layer 1 it is 19 steps back, not 20.",
        _ when Close(answer, 1.5 * 19) || Close(answer, 1.5 * 20) => "Factors multiply: raise 1.5 to a power.",
        _ when Close(answer, Math.Pow(1.5, -19)) => "It grows on the way back, so layer 1 has the longer one.",
        _ => "Layer 19 has 1.5, layer 18 has 1.5 × 1.5. Go on to layer 1.",
    }, "1.5 to the 19th is some 2,217. Half as much again in each layer, and it explodes.");

    /// <summary>10.3: the factor through twenty residual blocks whose f has the slope 0.25.</summary>
    /// <param name="factor">The reader's number.</param>
    public static ExerciseResult ResidualFactor(double? factor) => Check("10.3", factor, answer => answer switch
    {
        _ when Close(answer, Math.Pow(1.25, 20)) => null,
        _ when Close(answer, Math.Pow(0.25, 20)) => "That is without the way around. The slope of x + f(x) has a second part.",
        _ when Close(answer, 1 + Math.Pow(0.25, 20)) => "The way around leads past each block, not past all of them at once: add 1 in every block, then multiply.",
        _ when Close(answer, 1.25) => "That is one block. There are twenty in a row.",
        _ when Close(answer, 25) || Close(answer, 6) => "The blocks come one after another, so their slopes multiply.",
        _ => "The slope of y = x + f(x) is 1 + 0.25. Twenty blocks multiply theirs.",
    }, "1.25 to the 20th, about 87: nothing vanishes, and it begins to grow.");

    /// <summary>10.4: gradient clipping by length.</summary>
    /// <param name="clip">The reader's function of (gradient, limit).</param>
    public static ExerciseResult Clip(Func<double[], double, double[]>? clip) => Check("10.4", clip, answer =>
    {
        double[] cut = answer([6, 8], 5), kept = answer([0.3, -0.4], 5), zero = answer([0, 0], 5);
        return (cut, kept, zero) switch
        {
            _ when cut is null || kept is null || zero is null => "Your function returned null instead of numbers.",
            _ when cut.Length != 2 => $"A gradient of 2 numbers has 2 numbers after clipping too, but yours has {cut.Length}.",
            _ when Same(cut, 5, 5) => "You cut each number by itself: (6, 8) became (5, 5), which points elsewhere. Shorten them together.",
            _ when Same(cut, 0.6, 0.8) => "The length became 1. It should become the limit.",
            _ when Same(cut, 6, 8) => "(6, 8) has length 10 and should be shortened to 5, but it stayed as it was.",
            _ when Same(cut, 30.0 / 14, 40.0 / 14) => "You divide by the sum of the numbers. The length is the root of the sum of squares.",
            _ when Same(cut, 0.3, 0.4) => "You divide by the sum of squares. Take its root: that is the length.",
            _ when !Same(cut, 3, 4) => FormattableString.Invariant($"(6, 8) has length 10, so with the limit 5 it becomes (3, 4), but yours is ({cut[0]:0.###}, {cut[1]:0.###})."),
            _ when !Same(kept, 0.3, -0.4) => "(0.3, -0.4) is shorter than 5 and should stay as it is. Only shorten, never lengthen.",
            _ when !Same(zero, 0, 0) => "A gradient of zeros has length 0, and dividing by it gives no number. Compare the length with the limit first.",
            _ => null,
        };
    }, "Long gradients are shortened and keep their direction; short ones stay.");

    /// <summary>10.5: batch normalization of one neuron.</summary>
    /// <param name="normalize">The reader's function of the values over the batch.</param>
    public static ExerciseResult BatchNorm(Func<double[], double[]>? normalize) => Check("10.5", normalize, answer =>
    {
        double[] z = [1, 2, 3, 6];
        double[] y = answer(z), constant = answer([7, 7, 7]);
        if (y is null || constant is null)
            return "Your function returned null instead of numbers.";
        if (y.Length != z.Length)
            return $"For 4 samples there are 4 results, but yours has {y.Length}.";
        double mean = y.Average(), spread = Math.Sqrt(y.Average(v => (v - mean) * (v - mean)));
        return spread switch
        {
            _ when constant.Any(v => !double.IsFinite(v)) => "If all samples have the same value, yours divides by 0. Add 1e-5 to the variance before you take the root.",
            _ when Math.Abs(mean) > 1e-6 => "The mean of your results is not 0. Subtract the mean of the batch first.",
            _ when Math.Abs(spread - Math.Sqrt(3.5)) < 1e-3 => "The mean is gone, but the spread is as it was. Divide by the standard deviation.",
            _ when Math.Abs(spread - (1 / Math.Sqrt(3.5))) < 1e-3 => "You divide by the variance. Divide by its root.",
            _ when Math.Abs(spread - Math.Sqrt(0.75)) < 1e-3 => "Your variance divides by n - 1. Here it divides by n, the number of samples.",
            _ when Math.Abs(spread - 1) < 1e-3 => null,
            _ => FormattableString.Invariant($"The standard deviation of the results should be 1, but yours is {spread:0.####}."),
        };
    }, "Mean 0 and spread 1, whatever came in, and no division by 0.");

    /// <summary>Agreement relative to the number itself: these answers are very small or large.</summary>
    private static bool Close(double answer, double expected) => Math.Abs(answer - expected) <= 1e-3 * Math.Abs(expected);

    private static bool Same(double[] numbers, double first, double second) =>
        Math.Abs(numbers[0] - first) < 1e-4 && Math.Abs(numbers[1] - second) < 1e-4;
}
