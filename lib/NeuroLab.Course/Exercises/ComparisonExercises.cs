using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 14, CNN versus fully connected.</summary>
public static class ComparisonExercises
{
    private const string Choice = "FCRF";
    private const int EachHidden = 784 + 1 + 10;
    private static readonly int[] Moves = [1, 2, 0, 4, 6];
    private static readonly (int Channels, int Kernels, int Size, int Side)[] Convolutions = [(8, 16, 3, 14), (1, 6, 5, 28), (3, 4, 1, 10)];

    /// <summary>14.1: the largest hidden layer of 784 - h - 10 within 159,005 parameters.</summary>
    /// <param name="hidden">The reader's number.</param>
    public static ExerciseResult HiddenNeurons(int? hidden) => Check("14.1", hidden, answer => answer switch
    {
        199 => null,
        200 => $"200 would need {(200 * EachHidden) + 10:N0} parameters, a few too many. Have all biases been counted, one for each hidden neuron and one for each output, and has the result been rounded down?",
        202 => "Each hidden neuron also sends a weight to each of the 10 outputs.",
        159_005 / 10 or 158_995 / 10 or 159_005 / 11 => "Each hidden neuron also has 784 weights to the pixels, not only 10 to the outputs.",
        159_005 => "That is the whole budget. What does one hidden neuron cost?",
        198 => $"198 fit, and there is room for one more: they need {(198 * EachHidden) + 10:N0} parameters.",
        795 or 794 => "That is what one hidden neuron costs. How many of these does the budget allow?",
        <= 0 => "At least one fits. What does one hidden neuron cost, with its weights in, its bias and its weights out?",
        > 200 => FormattableString.Invariant($"{answer} hidden neurons need {((long)answer * EachHidden) + 10:N0} parameters: more than there are. What does one of them cost?"),
        _ => FormattableString.Invariant($"{answer} fit, and there is still room: they need {(answer * EachHidden) + 10:N0} parameters. How many fit at most?"),
    }, "199 × 795 + 10 = 158,215. The next no longer fits.");

    /// <summary>14.2: how many multiplications a convolution needs for one picture.</summary>
    /// <param name="count">The reader's function of (channels, kernels, kernel size, height and width of the map).</param>
    public static ExerciseResult Multiplications(Func<int, int, int, int, long>? count) => Check("14.2", count, answer =>
    {
        long[] given = [.. Convolutions.Select(conv => answer(conv.Channels, conv.Kernels, conv.Size, conv.Side))];
        bool Is(Func<long, long, long, long, long> rule) => Convolutions.Zip(given).All(pair => rule(pair.First.Channels, pair.First.Kernels, pair.First.Size, pair.First.Side) == pair.Second);
        return 0 switch
        {
            _ when Is((c, n, k, s) => c * n * k * k * s * s) => null,
            _ when Is((c, n, k, s) => c * n * k * k) || Is((c, n, k, s) => (c * n * k * k) + n) => "That is the number of weights (or parameters). Each weight is used at every place of the map.",
            _ when Is((c, n, k, s) => ((c * n * k * k) + n) * s * s) => "Biases are added, not multiplied.",
            _ when Is((c, n, k, s) => n * k * k * s * s) => "A kernel looks at all channels at once: it has a window of weights for each.",
            _ when Is((c, n, k, s) => c * k * k * s * s) => "There are several kernels, and each makes a map of its own.",
            _ when Is((c, n, k, s) => c * n * s * s) => "A window has k × k places: as many products for each channel.",
            _ when Is((c, n, k, s) => c * n * k * s * s) => "The window is k high and k wide, so k counts twice.",
            _ when Is((c, n, k, s) => c * n * k * k * s) => "The map is as wide as it is high, so its side counts twice.",
            _ when Is((c, n, k, s) => c * n * k * k * (s - k + 1) * (s - k + 1)) => "The side that is given is that of the map: the padding is done with already.",
            _ when Is((c, n, k, s) => (c + n) * k * k * s * s) => "Every kernel looks at every channel: the two multiply.",
            _ when Is((c, n, k, s) => 2 * c * n * k * k * s * s) => "Only multiplications are asked for. You count the additions as well.",
            _ when given.Any(number => number <= 0) => $"For one of the checks yours gives {given.Min()}. Does a division of whole numbers cut everything away, or a product run over?",
            _ => $"For 8 channels, 16 kernels of 3 × 3 and maps of 14 × 14 yours gives {given[0]:N0}. How many weights are there, and how often is each used?",
        };
    }, "Weights times places: each weight is used once for each place of the map.");

    /// <summary>14.3: the smallest move that moves the last map by one after two poolings of stride 2.</summary>
    /// <param name="move">The reader's number.</param>
    public static ExerciseResult SmallestMove(int? move) => Check("14.3", move, answer => answer switch
    {
        4 => null,
        2 => "That holds after the first pooling. The second one halves once more.",
        1 => "With stride 1 it would. A pooling with stride 2 sees moves in steps of two.",
        3 => "A move by 3 is no whole step of the second pooling, nor of the first.",
        6 => "A move by 6 is 3 after the first pooling, which is no whole step of the second.",
        8 => "A move by 8 moves the last map by two. Half of it is enough.",
        16 => "There are two poolings, not four.",
        0 => "Without a move the map stays where it is.",
        < 0 => "A number of pixels is meant, to whichever side.",
        _ when answer % 4 == 0 => "That moves the last map by more than one.",
        _ => "Go backward: by how much must the map before the last pooling move, for the last one to move by 1? And the picture?",
    }, "Strides multiply: 2 × 2 = 4.");

    /// <summary>14.4: which network for which data.</summary>
    /// <param name="choice">The reader's letters.</param>
    public static ExerciseResult WhichNetwork(string? choice) => Check("14.4", choice, answer =>
    {
        string letters = string.Concat(answer.ToUpperInvariant().Where(char.IsLetter));
        if (letters == "FFCR")
            return "That is the example from the stub, which only shows the form. Begin with the house: does it matter in which order its columns stand?";
        if (letters.Length != Choice.Length || letters.Any(letter => !"FCR".Contains(letter)))
            return "Four letters out of F, C and R are wanted, one for each of the four data sets, such as \"FFCR\".";
        int wrong = Enumerable.Range(0, Choice.Length).FirstOrDefault(i => letters[i] != Choice[i], -1);
        return wrong switch
        {
            0 => "(1) Area, rooms and year are columns of a table. Do they have neighbours, or an order?",
            1 => "(2) X-ray pictures are pictures: neighbouring pixels belong together, and a finding may stand anywhere. Which layer assumes that?",
            2 => "(3) Words come one after the other, and there may be few or many. Which layer takes them step by step?",
            3 => "(4) They were photographs. After mixing, do neighbouring pixels still belong together?",
            _ => null,
        };
    }, "A table, pictures, a sequence, and what is only a table by now.");

    /// <summary>14.5: a picture moved to the right.</summary>
    /// <param name="move">The reader's function.</param>
    public static ExerciseResult MoveRight(Func<double[,], int, double[,]>? move) => Check("14.5", move, answer =>
        Moves.Select(by => MoveHint(answer, by)).FirstOrDefault(hint => hint is not null), "Also for moves by 0, and by more than the picture is wide.");

    /// <summary>14.6: the largest number of each map.</summary>
    /// <param name="pooling">The reader's function of maps (channel, row, column).</param>
    public static ExerciseResult GlobalMax(Func<double[,,], double[]>? pooling) => Check("14.6", pooling, answer =>
    {
        double[,,] maps = { { { -3, -1, -2 }, { -5, -4, -6 } }, { { 1, 9, 2 }, { 0, 3, 4 } }, { { 2, 1, 1 }, { 7, 2, 8 } } };
        double[] given = answer((double[,,])maps.Clone());
        bool Is(Func<double[], double> pool) => given.Length == 3 && Enumerable.Range(0, 3).All(c => Near(given[c], pool([.. Enumerable.Range(0, 6).Select(i => maps[c, i / 3, i % 3])])));
        return 0 switch
        {
            _ when given is null => "Your function returned null. Make an array, one number for each map, and return it.",
            _ when given.Length != 3 => $"Three maps came in, so three numbers should come out; yours gives {given.Length}.",
            _ when Is(map => map.Max()) => null,
            _ when given.Any(number => !double.IsFinite(number)) => "There is an infinity in it, or something that is no number. If you start from double.MinValue or -∞, does the loop run over every map?",
            _ when Is(map => Math.Max(0, map.Max())) => "Nearly. Where all numbers of a map are negative, yours gives 0: start from one of the map's numbers.",
            _ when Is(map => map.Average()) => "That is the mean, which is average pooling. The largest is asked for.",
            _ when Is(map => map.Sum()) => "That adds the map up. The largest number is asked for.",
            _ when Is(map => map.Min()) => "That is the smallest of each map. The largest is asked for.",
            _ when Is(map => map.Max(Math.Abs)) => "You look for the largest size and forget the sign: -1 is larger than -5.",
            _ when given.All(number => Near(number, 9)) => "All three are the largest of all maps. Each map has a largest of its own.",
            _ when Is(map => map[..3].Max()) => "Only the first row of each map is looked at. How many rows are there?",
            _ when Is(map => Math.Max(map[0], map[3])) => "Only the first column of each map is looked at. How many columns are there?",
            _ when Is(map => map[0]) => "You return the first number of each map. Is it compared with the others?",
            _ => FormattableString.Invariant($"For a map with the rows (1, 9, 2) and (0, 3, 4) yours gives {given[1]:0.###}. Which index of the array is the map, which the row, which the column?"),
        };
    }, "Whether a feature is there, not where: that is all of global max pooling.");

    private static string? MoveHint(Func<double[,], int, double[,]> answer, int by)
    {
        double[,] picture = { { 1, 2, 3, 4 }, { 5, 6, 7, 8 }, { 9, 10, 11, 12 } }, copy = (double[,])picture.Clone(), given;
        try
        {
            given = answer(copy, by);
        }
        catch (IndexOutOfRangeException)
        {
            return $"It reaches outside of the picture when the move is {by}. Only pixels that stay on the canvas may be copied: check the bounds of your loops.";
        }
        if (Grid.Fault(given, 3, 4) is { } fault)
            return fault;
        bool Is(Func<int, int, double> expected) => Grid.Same(given, Grid.Of(3, 4, expected));
        double[,] right = Grid.Of(3, 4, (i, j) => j >= by ? picture[i, j - by] : 0);
        return 0 switch
        {
            _ when Grid.Same(given, right) => Grid.Same(copy, picture) ? null : "The result is right, but your function has overwritten the picture that it was given. Write into a new array.",
            _ when Is((i, j) => j + by < 4 ? picture[i, j + by] : 0) => "That moves it to the left. Where was pixel (i, j) of the moved picture before?",
            _ when Is((i, j) => picture[i, (((j - by) % 4) + 4) % 4]) => "Pixels that leave on the right come in again on the left, as with torch.roll. Zeros should come in.",
            _ when Is((i, j) => i >= by ? picture[i - by, j] : 0) => "That moves it down: the second index is the column.",
            _ when Is((i, j) => picture[i, Math.Max(0, j - by)]) => "Zeros should come in on the left, but yours repeats the first column.",
            _ when Is((i, j) => picture[i, j]) => "Nothing has moved. Do you return the picture itself?",
            _ when Is((i, j) => j >= 1 ? picture[i, j - 1] : 0) => "It always moves by one pixel. By how many is the second argument.",
            _ when Is((i, j) => j >= by && j < 3 ? picture[i, j - by] : 0) => "The last column is missing: does a loop end one too early?",
            _ when Is((_, _) => 0) => "All pixels are 0: nothing is copied into the new array.",
            _ => $"Moved by {by}, the row 1 2 3 4 became {Grid.FirstRow(given)}. Which pixel should stand at its end?",
        };
    }
}
