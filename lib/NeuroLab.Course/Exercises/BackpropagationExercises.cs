using MathNet.Numerics.LinearAlgebra;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 06, back propagation.</summary>
public static class BackpropagationExercises
{
    /// <summary>06.1: dL/dw of (w x + b - y)² at w = 1, x = 3, b = 0, y = 1.</summary>
    /// <param name="gradient">The reader's number.</param>
    public static ExerciseResult ChainByHand(double? gradient) => Check("06.1", gradient, answer => answer switch
    {
        _ when Near(answer, 12) => null,
        _ when Near(answer, -12) => "The error is prediction minus target, 3 - 1 = 2, so nothing here is negative.",
        _ when Near(answer, 6) => "One factor 2 is missing: the slope of e² is 2 e.",
        _ when Near(answer, 4) => "4 is the gradient at the error, and of b. On the way to w there is one more slope: that of w x with respect to w.",
        _ when Near(answer, 3) => "3 is the last slope alone. Multiply all slopes on the way from L to w.",
        _ when Near(answer, 2) => "2 is the error e. Its square has the slope 2 e, and the way goes on from there.",
        _ => "Forward: e = 1 × 3 + 0 - 1. Backward: 2 e, times 1, times 1, times x.",
    }, "e = 2, so the slopes on the way are 4, 1, 1 and 3. Their product is 12.");

    /// <summary>06.2: the local slope of ReLU.</summary>
    /// <param name="slope">The reader's function of z.</param>
    public static ExerciseResult ReluSlope(Func<double, double>? slope) => Check("06.2", slope, answer =>
    {
        double[] places = [-3, -0.5, 0.25, 2];
        bool Is(Func<double, double> other) => Array.TrueForAll(places, z => Near(answer(z), other(z)));
        return 0 switch
        {
            _ when Is(z => z > 0 ? 1 : 0) => null,
            _ when Is(z => Math.Max(0, z)) => "That is ReLU itself. The question is for its slope.",
            _ when Is(z => z > 0 ? 0 : 1) => "The other way round: it lets pass what is above 0.",
            _ when Is(_ => 1) => "1 is right above 0. Below 0, ReLU is flat.",
            _ when Is(z => z > 0 ? 1 : -1) => "Below 0, ReLU is flat: its slope there is 0, not -1.",
            _ => "Draw max(0, z): it has two straight parts. What is the slope of each?",
        };
    }, "1 above 0 and 0 below. At 0 itself there is a kink, and libraries take 0.");

    /// <summary>06.3: dz/da of a b + a at a = 2, b = 3.</summary>
    /// <param name="gradient">The reader's number.</param>
    public static ExerciseResult TwoPaths(double? gradient) => Check("06.3", gradient, answer => answer switch
    {
        _ when Near(answer, 4) => null,
        _ when Near(answer, 3) => "That is what comes through the product. There is a second way from a to z.",
        _ when Near(answer, 1) => "That is what comes through the sum. There is a second way, through the product.",
        _ when Near(answer, 2) => "2 is the slope with respect to b. The question is for a.",
        _ when Near(answer, 8) => "8 is z itself. The question is how z changes with a.",
        _ => "a reaches z on two ways: through a b with slope b, and directly with slope 1. Ways add up.",
    }, "3 through the product and 1 directly: 4. Where ways meet, gradients add.");

    /// <summary>06.4: the gradient of a linear layer's weight.</summary>
    /// <param name="gradient">The reader's function of dy (batch, out) and x (batch, in).</param>
    public static ExerciseResult WeightGradient(Func<Matrix<double>, Matrix<double>, Matrix<double>>? gradient) => Check("06.4", gradient, answer =>
    {
        Matrix<double> dy = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, -2 }, { 0.5, 3 }, { -1, 4 } });
        Matrix<double> x = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0, 2, -1 }, { 3, 1, -2, 0 }, { 0.5, 2, 1, 1 } });
        Matrix<double> expected = dy.TransposeThisAndMultiply(x), given = answer(dy, x);
        if (given is null)
            return "Your function returned null instead of a matrix.";
        string shape = $"({given.RowCount}, {given.ColumnCount})";
        return given switch
        {
            _ when Same(given, expected) => null,
            _ when Same(given, expected.Transpose()) => "Right numbers, turned: yours is (in, out), but a weight and its gradient are (out, in).",
            _ when (given.RowCount, given.ColumnCount) != (2, 4) => $"For dy (3, 2) and x (3, 4) the gradient has the shape of the weight, (out 2, in 4), but yours is {shape}.",
            _ when Same(given, expected / 3) => "You divide by the batch. The mean is already in dy, because the loss took it: here the samples only add up.",
            _ => "The shape is right, the numbers are not. Each weight adds up dy × x over all samples of the batch.",
        };
    }, "dyᵀ x: each weight sums, over the batch, the gradient of its output times its input.");

    /// <summary>06.5: how many forward passes central differences need for Linear(784, 256).</summary>
    /// <param name="passes">The reader's number.</param>
    public static ExerciseResult Passes(int? passes) => Check("06.5", passes, answer => answer switch
    {
        401_920 => null,
        200_960 => "That is the number of parameters. Each of them is nudged twice, up and down.",
        200_961 => "That would do for one-sided differences. Central ones nudge up and down: two passes each.",
        401_408 => "The biases are missing: there are 256 of them.",
        200_704 => "That counts the weights once. Add the 256 biases, and two passes for each parameter.",
        2 => "Two for each parameter, and there are many parameters.",
        _ => "Count the parameters, 784 × 256 weights and 256 biases, and take two passes for each.",
    }, "401,920 forward passes, for what one backward pass gives.");

    private static bool Same(Matrix<double> a, Matrix<double> b) =>
        (a.RowCount, a.ColumnCount) == (b.RowCount, b.ColumnCount) && (a - b).Enumerate().All(difference => Math.Abs(difference) < 1e-6);
}
