using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 14, CNN versus fully connected.</summary>
public static class ComparisonExercises
{
    private const string Choice = "FCRF";
    private static readonly int[] Moves = [1, 2, 0, 4, 6];

    /// <summary>14.1: the largest hidden layer of 784 - h - 10 within 9,226 parameters.</summary>
    /// <param name="hidden">The reader's number.</param>
    public static ExerciseResult HiddenNeurons(int? hidden) => Check("14.1", hidden, answer => answer switch
    {
        11 => null,
        12 => $"12 would need {(12 * 795) + 10:N0} parameters. Round down, so that the budget holds.",
        922 => "Each hidden neuron also has 784 weights to the pixels, not only 10 to the outputs.",
        9226 => "That is the whole budget. Divide it by what one hidden neuron costs.",
        > 12 and < 20 => $"{answer} hidden neurons need {(answer * 795) + 10:N0} parameters: 784 weights in, a bias and 10 weights out for each, and 10 biases at the end.",
        > 0 and < 11 => $"{answer} fit, and there is still room: they need {(answer * 795) + 10:N0} parameters.",
        _ => "What does one hidden neuron cost? 784 weights in, 1 bias, 10 weights out. And the outputs have 10 biases.",
    }, "11 × 795 + 10 = 8,755. The twelfth no longer fits.");

    /// <summary>14.2: the multiplications of Conv2d(8, 16, 3, padding: 1) on maps of 14 × 14.</summary>
    /// <param name="count">The reader's number.</param>
    public static ExerciseResult Multiplications(int? count) => Check("14.2", count, answer => answer switch
    {
        225_792 => null,
        1152 or 1168 => "That is the number of weights (or parameters). Each weight is used at every place of the map.",
        225_792 + (16 * 196) => "Biases are added, not multiplied.",
        16 * 9 * 196 => "A kernel looks at all 8 channels at once: it has 8 × 9 weights.",
        8 * 9 * 196 => "There are 16 kernels, and each makes a map of its own.",
        16 * 8 * 196 => "A window has 3 × 3 places: 9 products for each channel.",
        16 * 8 * 9 * 144 => "That is without padding, 12 × 12 places. With padding 1 there are 14 × 14.",
        16 * 8 * 9 * 14 => "The window goes to 14 × 14 places, not 14.",
        _ => "Weights times places: 16 × 8 × 3 × 3 weights, each at 14 × 14 places.",
    }, "1,152 weights, each used 196 times.");

    /// <summary>14.3: the smallest move that moves the last map by one after two poolings of stride 2.</summary>
    /// <param name="move">The reader's number.</param>
    public static ExerciseResult SmallestMove(int? move) => Check("14.3", move, answer => answer switch
    {
        4 => null,
        2 => "That holds after the first pooling. The second one halves once more.",
        1 => "With stride 1 it would. A pooling with stride 2 sees moves in steps of two.",
        3 => "A move by 3 is no whole step of the second pooling, nor of the first.",
        8 => "A move by 8 moves the last map by two. Half of it is enough.",
        _ => "Go backward: the last map moves by 1, so the map before its pooling has moved by 2, and the one before that?",
    }, "Strides multiply: 2 × 2 = 4.");

    /// <summary>14.4: which network for which data.</summary>
    /// <param name="choice">The reader's letters.</param>
    public static ExerciseResult WhichNetwork(string? choice) => Check("14.4", choice, answer =>
    {
        string letters = answer.Trim().ToUpperInvariant();
        string[] hints =
        [
            "(1) Area, rooms and year are columns of a table. They have no neighbourhood and no order: full connection.",
            "(2) X-ray pictures are pictures: neighbouring pixels belong together, and a finding may stand anywhere.",
            "(3) Words come one after the other, and there may be few or many: a recurrent network takes them step by step.",
            "(4) They were photographs. After mixing, do neighbouring pixels still belong together?",
        ];
        if (letters.Length != Choice.Length || letters.Any(letter => !"FCR".Contains(letter)))
            return "Four letters out of F, C and R are wanted, one for each of the four data sets, such as \"FFCR\".";
        int wrong = Enumerable.Range(0, Choice.Length).FirstOrDefault(i => letters[i] != Choice[i], -1);
        return wrong < 0 ? null : hints[wrong];
    }, "A table, pictures, a sequence, and what is only a table by now.");

    /// <summary>14.5: a picture moved to the right.</summary>
    /// <param name="move">The reader's function.</param>
    public static ExerciseResult MoveRight(Func<double[,], int, double[,]>? move) => Check("14.5", move, answer =>
    {
        double[,] picture = { { 1, 2, 3, 4 }, { 5, 6, 7, 8 }, { 9, 10, 11, 12 } };
        foreach (int by in Moves)
        {
            double[,] given, copy = (double[,])picture.Clone();
            try
            {
                given = answer(copy, by);
            }
            catch (IndexOutOfRangeException)
            {
                return $"It reaches outside of the picture when the move is {by}. Only pixels that stay on the canvas may be copied: check the bounds of your loops.";
            }
            if (given is null)
                return "Your function returned null instead of a picture.";
            if ((given.GetLength(0), given.GetLength(1)) is not (3, 4) and var (rows, columns))
                return $"The moved picture should be as large as before, 3 × 4; yours is {rows} × {columns}.";
            bool Is(Func<int, int, double> expected) => Enumerable.Range(0, 12).All(n => Near(given[n / 4, n % 4], expected(n / 4, n % 4)));
            if (Is((i, j) => j >= by ? picture[i, j - by] : 0))
                continue;
            return 0 switch
            {
                _ when Is((i, j) => j + by < 4 ? picture[i, j + by] : 0) => "That moves it to the left. Pixel (i, j) of the moved picture was (i, j - by) before.",
                _ when Is((i, j) => picture[i, (((j - by) % 4) + 4) % 4]) => "Pixels that leave on the right come in again on the left, as with torch.roll. Zeros should come in.",
                _ when Is((i, j) => i >= by ? picture[i - by, j] : 0) => "That moves it down: the second index is the column.",
                _ when Is((i, j) => picture[i, Math.Max(0, j - by)]) => "Zeros should come in on the left, but yours repeats the first column.",
                _ => $"Moved by {by}, row 1 2 3 4 should become {string.Join(' ', Enumerable.Range(0, 4).Select(j => j >= by ? j - by + 1 : 0))}; yours is {string.Join(' ', Enumerable.Range(0, 4).Select(j => given[0, j]))}.",
            };
        }
        return null;
    }, "Also for moves by 0, and by more than the picture is wide.");
}
