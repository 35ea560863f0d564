using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 00, start here.</summary>
public static class StartExercises
{
    private static readonly string[] Kinds = ["framework", "algorithm", "model"];

    /// <summary>00.1: the pixels of one picture of a digit.</summary>
    /// <param name="pixels">The reader's number.</param>
    public static ExerciseResult Pixels(int? pixels) => Check("00.1", pixels, answer => answer switch
    {
        64 => null,
        8 => "8 is one side of the picture. How many rows and columns has it?",
        16 => "8 rows and 8 columns: what do you do with the two numbers?",
        10 => "10 is the number of digits there are. How many pixels has one picture?",
        32 => "That would be half a picture: how many rows, and how many columns?",
        784 => "784 are the pixels of larger pictures, 28 × 28. How large are these?",
        1797 => "1,797 is the number of pictures. How many pixels has one of them?",
        115008 => "That is the number of pixels of all pictures together. How many has one of them?",
        _ => "How many rows of pixels has a picture, and how many columns?",
    }, "8 × 8 = 64, and so the network takes 64 numbers in.");

    /// <summary>00.2: the parameters of a fully connected layer.</summary>
    /// <param name="parameters">The reader's function of inputs and outputs.</param>
    public static ExerciseResult Parameters(Func<int, int, int>? parameters) => Check("00.2", parameters, answer => FunctionCheck.Hint(
        () => new (int In, int Out)[] { (64, 32), (32, 10), (5, 7) },
        size => [answer(size.In, size.Out)],
        size => [(size.In * size.Out) + size.Out],
        (size, given, expected) => $"Linear({size.In}, {size.Out}) has {expected[0]} parameters, but yours gives {given[0]}. How many pairs of input and output are there, and how many outputs?",
        (size => [size.In * size.Out], "Those are the weights. What does each output have besides?"),
        (size => [(size.In * size.Out) + size.In], "There is one bias for each output, and none for the inputs."),
        (size => [(size.In * size.Out) + size.In + size.Out], "There is one bias for each output, and none for the inputs."),
        (size => [size.In + size.Out], "Every input is connected with every output: how many pairs is that?"),
        (size => [(size.In * size.Out) + 1], "One bias is too few: each output has its own."),
        (size => [size.In * (size.Out + 1) * 2], "That counts something twice."),
        (size => [size.Out], "Those are the biases. How many weights are there?"),
        (size => [2 * size.In * size.Out], "Each pair of input and output has one weight, not two."),
        (size => [size.In * size.Out * size.Out], "The biases are added, not multiplied.")),
        "inputs × outputs weights, and a bias for each output: Linear(64, 32) has 2,080 of the model's 2,410.");

    /// <summary>00.3: what gradient descent, GPT and PyTorch are.</summary>
    /// <param name="kinds">The reader's three words.</param>
    public static ExerciseResult WhoIsWho(string[]? kinds) => Check("00.3", kinds, answer =>
    {
        if (answer.Length != 3)
            return $"Give three words, one for each of gradient descent, GPT and PyTorch: you gave {answer.Length}.";
        string[] words = [.. answer.Select(word => (word ?? "").Trim().TrimEnd('s', '.').ToLowerInvariant())];
        if (Array.Find(words, word => !Kinds.Contains(word)) is { } unknown)
            return $"'{unknown}' is not one of the three words: framework, algorithm, model.";
        return words switch
        {
            [not "algorithm", _, _] => "Gradient descent is a list of steps: neither a piece of software nor a function with parameters. Which word is left?",
            [_, not "model", _] => "GPT is a function with a form and parameters of its own, found by training. Which word is that?",
            [_, _, not "framework"] => "PyTorch is software, a tool with which people build and train. Which word is that?",
            _ => null,
        };
    }, "A framework runs an algorithm that finds the parameters of a model.");

    /// <summary>00.4: the accuracy from the number that is wrong.</summary>
    /// <param name="accuracy">The reader's function of how many are wrong, and of how many.</param>
    public static ExerciseResult Accuracy(Func<int, int, double>? accuracy) => Check("00.4", accuracy, answer => FunctionCheck.Hint(
        () => new (int Wrong, int All)[] { (18, 360), (3, 4), (0, 50) },
        test => [answer(test.Wrong, test.All)],
        test => [(test.All - test.Wrong) / (double)test.All],
        (test, given, expected) => FormattableString.Invariant($"With {test.Wrong} of {test.All} wrong it should be {expected[0]:0.###}, but yours gives {given[0]:0.###}. How many are right, and which part of all is that?"),
        (test => [(test.All - test.Wrong) / test.All], "It gives whole numbers only: in C# a whole number divided by a whole number drops what stands after the point. What can you write to make one of them a double?"),
        (test => [1 - (test.Wrong / test.All)], "It gives whole numbers only: in C# a whole number divided by a whole number drops what stands after the point. What can you write to make one of them a double?"),
        (test => [test.Wrong / (double)test.All], "That is the part it gets wrong. Accuracy is the part that is right."),
        (test => [100.0 * (test.All - test.Wrong) / test.All], "In percent, yes. As a part of 1, all right would be 1, not 100."),
        (test => [test.All - test.Wrong], "That is how many are right. Which part of all is it?"),
        (test => [(test.Wrong - test.All) / (double)test.All], "The sign is turned: which number is taken from which?"),
        (test => [test.All / (double)(test.All - test.Wrong)], "Upside down: the accuracy can't be above 1.")),
        "Right by all. With 18 of 360 wrong it is 95 %, about what your first network reached.");

    /// <summary>00.5: the answer of a network, from its outputs.</summary>
    /// <param name="largest">The reader's function of the outputs.</param>
    public static ExerciseResult Largest(Func<double[], int>? largest) => Check("00.5", largest, answer => FunctionCheck.Hint(
        () => new double[][] { [0.1, 2.5, -1, 0.3, 1.1, 0, 0.2, -3, 1.9, 0.4], [-5, -2, -9, -4], [7, 1, 2], [1, 3, 2, 8], [1, 2, 5, 3] },
        outputs => [answer(outputs)],
        outputs => [Array.IndexOf(outputs, outputs.Max())],
        (outputs, given, expected) => $"For {FunctionCheck.Text(outputs)} the answer is {expected[0]}, but yours is {given[0]}. Where does the largest number stand, counted from 0?",
        (outputs => [(int)outputs.Max()], "That is the largest number itself. The answer is where it stands: output 3 stands for the digit 3."),
        (outputs => [(int)Math.Round(outputs.Max())], "That is the largest number itself. The answer is where it stands: output 3 stands for the digit 3."),
        (outputs => [Array.IndexOf(outputs, outputs.Max()) + 1], "You count from 1. The first output stands for the digit 0."),
        (outputs => [Array.IndexOf(outputs, outputs.Min())], "That is where the smallest one stands."),
        (outputs => [outputs.Max() > 0 ? Array.IndexOf(outputs, outputs.Max()) : 0], "It is right unless all outputs are below 0: with which number does your search begin?"),
        (outputs => [outputs.Max() > 0 ? Array.IndexOf(outputs, outputs.Max()) : -1], "It is right unless all outputs are below 0: with which number does your search begin?"),
        (outputs => [Array.IndexOf(outputs, outputs.MaxBy(Math.Abs))], "Signs count: -9 is small. You seem to compare without them."),
        (outputs => [outputs.Length - 1], "That is the last place, always. What does your loop remember?"),
        (_ => [0], "That is the first place, always. Does your search ever move on?"),
        (outputs => [Array.FindIndex(outputs, output => output > outputs[0]) is > 0 and var first ? first : 0], "That is the first one above the start. A larger one may still come."),
        (outputs => [Array.IndexOf(outputs, outputs[..^1].Max())], "It is right unless the last output is the largest: does your loop reach it?")),
        "The place of the largest output: that is how every classifier answers.");
}
