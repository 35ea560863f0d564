using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 00, start here.</summary>
public static class StartExercises
{
    private static readonly string[] Kinds = ["framework", "algorithm", "model"];

    /// <summary>00.1: the number of pixels of one picture.</summary>
    /// <param name="pixels">The reader's number.</param>
    public static ExerciseResult Pixels(int? pixels) => Check("00.1", pixels, answer => answer switch
    {
        64 => null,
        8 => "8 is one side of the picture. It has 8 rows and 8 columns.",
        16 => "8 rows times 8 columns, not plus.",
        1797 => "1,797 is the number of pictures. How many pixels has one of them?",
        115008 => "That is the number of pixels of all pictures together. How many has one of them?",
        _ => "A picture has 8 rows and 8 columns of pixels.",
    }, "8 × 8 = 64, and so the network takes 64 numbers in.");

    /// <summary>00.2: the number of parameters of Linear(64, 32).</summary>
    /// <param name="parameters">The reader's number.</param>
    public static ExerciseResult Parameters(int? parameters) => Check("00.2", parameters, answer => answer switch
    {
        2080 => null,
        2048 => "Those are the weights. Each of the 32 outputs has a bias as well.",
        2112 => "There is one bias for each output, 32 of them, and none for the inputs.",
        96 => "Every input is connected with every output: that makes 64 times 32 weights, not 64 plus 32.",
        2410 => "That is the whole model. The question is for its first layer alone.",
        _ => "Weights: inputs times outputs. Then one bias for each output.",
    }, "64 × 32 weights and 32 biases make 2,080. The other layer, Linear(32, 10), has the remaining 330 of the model's 2,410.");

    /// <summary>00.3: what gradient descent, GPT and PyTorch are.</summary>
    /// <param name="kinds">The reader's three words.</param>
    public static ExerciseResult WhoIsWho(string[]? kinds) => Check("00.3", kinds, answer =>
    {
        if (answer.Length != 3)
            return $"Give three words, one for each of gradient descent, GPT and PyTorch: you gave {answer.Length}.";
        string[] words = [.. answer.Select(word => (word ?? "").Trim().ToLowerInvariant())];
        if (Array.Find(words, word => !Kinds.Contains(word)) is { } unknown)
            return $"'{unknown}' is not one of the three words: framework, algorithm, model.";
        return words switch
        {
            [not "algorithm", _, _] => "Gradient descent is a method, a list of steps: neither a piece of software nor a function with parameters.",
            [_, not "model", _] => "GPT is a function with a form and parameters of its own, found by training.",
            [_, _, not "framework"] => "PyTorch is software, a tool with which people build and train.",
            _ => null,
        };
    }, "A framework runs an algorithm that finds the parameters of a model.");

    /// <summary>00.4: the accuracy with 18 of 360 digits wrong.</summary>
    /// <param name="accuracy">The reader's number, a part of 1.</param>
    public static ExerciseResult Accuracy(double? accuracy) => Check("00.4", accuracy, answer => answer switch
    {
        > 0.9499 and < 0.9501 => null,
        > 0.0499 and < 0.0501 => "That is the part it gets wrong. Accuracy is the part that is right.",
        > 94.99 and < 95.01 => "In percent, yes. As a part of 1, all right would be 1, not 100.",
        > 1 => "Accuracy can't be above 1: the number right is divided by the number of all.",
        0 => "In C#, 342 / 360 divides whole numbers and gives 0. Write 342.0 / 360.",
        _ => "Of 360, 18 are wrong. How many are right, and which part of 360 is that?",
    }, "342 of 360, 95 %. About what your first network reached.");
}
