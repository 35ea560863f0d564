using static NeuroLab.Course.Exercises.StartExercises;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>Answers to the exercises of notebook 00.</summary>
internal static class StartAnswers
{
    private static readonly string[] Right = ["algorithm", "model", "framework"];

    internal static Answer[] All() => [.. Pictures(), .. Layers(), .. Words(), .. Accuracies(), .. Places()];

    private static Answer[] Pictures() =>
    [
        Answer.Right(() => Pixels(64)),
        Answer.Right(() => Pixels(8 * 8)),
        Answer.NotYet("one side", () => Pixels(8)),
        Answer.NotYet("8 rows and 8 columns", () => Pixels(16)),
        Answer.NotYet("number of digits", () => Pixels(10)),
        Answer.NotYet("half a picture", () => Pixels(32)),
        Answer.NotYet("28 × 28", () => Pixels(784)),
        Answer.NotYet("number of pictures", () => Pixels(1797)),
        Answer.NotYet("all pictures", () => Pixels(115008)),
        Answer.Fallback("How many rows", () => Pixels(0)),
    ];

    private static Answer[] Layers() =>
    [
        Answer.Right(() => Parameters((inputs, outputs) => inputs * outputs + outputs)),
        Answer.Right(() => Parameters((inputs, outputs) => (inputs + 1) * outputs)),
        Answer.Right(() => Parameters((inputs, outputs) => { int count = 0; for (int i = 0; i < outputs; i++) count += inputs + 1; return count; })),
        Answer.NotYet("Those are the weights", () => Parameters((inputs, outputs) => inputs * outputs)),
        Answer.NotYet("none for the inputs", () => Parameters((inputs, outputs) => inputs * outputs + inputs)),
        Answer.NotYet("none for the inputs", () => Parameters((inputs, outputs) => inputs * outputs + inputs + outputs)),
        Answer.NotYet("how many pairs", () => Parameters((inputs, outputs) => inputs + outputs)),
        Answer.NotYet("each output has its own", () => Parameters((inputs, outputs) => inputs * outputs + 1)),
        Answer.NotYet("Those are the biases", () => Parameters((inputs, outputs) => outputs)),
        Answer.NotYet("not two", () => Parameters((inputs, outputs) => 2 * inputs * outputs)),
        Answer.NotYet("added, not multiplied", () => Parameters((inputs, outputs) => inputs * outputs * outputs)),
        Answer.Fallback("How many pairs", () => Parameters((inputs, outputs) => 2080)),
    ];

    private static Answer[] Words() =>
    [
        Answer.Right(() => WhoIsWho(Right)),
        Answer.Right(() => WhoIsWho(new[] { "Algorithm", "MODEL", "Framework" })),
        Answer.Right(() => WhoIsWho(new[] { " algorithm", "model ", "framework" })),
        Answer.Right(() => WhoIsWho(new[] { "algorithms", "models", "frameworks" })),
        Answer.NotYet("three words", () => WhoIsWho(new[] { "algorithm", "model" })),
        Answer.NotYet("three words", () => WhoIsWho(Array.Empty<string>())),
        Answer.NotYet("three words", () => WhoIsWho(new[] { "algorithm, model, framework" })),
        Answer.NotYet("not one of the three", () => WhoIsWho(new[] { "method", "model", "framework" })),
        Answer.NotYet("not one of the three", () => WhoIsWho(new[] { "algorithm", null!, "framework" })),
        Answer.NotYet("list of steps", () => WhoIsWho(new[] { "model", "model", "framework" })),
        Answer.NotYet("list of steps", () => WhoIsWho(new[] { "framework", "algorithm", "model" })),
        Answer.NotYet("GPT", () => WhoIsWho(new[] { "algorithm", "framework", "model" })),
        Answer.NotYet("PyTorch", () => WhoIsWho(new[] { "algorithm", "model", "model" })),
        Answer.NotYet("PyTorch", () => WhoIsWho(new[] { "algorithm", "model", "algorithm" })),
    ];

    private static Answer[] Accuracies() =>
    [
        Answer.Right(() => Accuracy((wrong, all) => (all - wrong) / (double)all)),
        Answer.Right(() => Accuracy((wrong, all) => 1 - (float)wrong / all)),
        Answer.Right(() => Accuracy((wrong, all) => 1.0 * (all - wrong) / all)),
        Answer.Right(() => Accuracy((wrong, all) => Math.Round((all - wrong) / (decimal)all, 3) is var part ? (double)part : 0)),
        Answer.NotYet("whole number divided", () => Accuracy((wrong, all) => (all - wrong) / all)),
        Answer.NotYet("whole number divided", () => Accuracy((wrong, all) => 1 - wrong / all)),
        Answer.NotYet("gets wrong", () => Accuracy((wrong, all) => (double)wrong / all)),
        Answer.NotYet("In percent", () => Accuracy((wrong, all) => 100.0 * (all - wrong) / all)),
        Answer.NotYet("how many are right", () => Accuracy((wrong, all) => all - wrong)),
        Answer.NotYet("sign", () => Accuracy((wrong, all) => (double)wrong / all - 1)),
        Answer.NotYet("Upside down", () => Accuracy((wrong, all) => (double)all / (all - wrong))),
        Answer.NotYet("not a number", () => Accuracy((wrong, all) => (all - wrong) / 0.0)),
        Answer.NotYet("DivideByZero", () => Accuracy((wrong, all) => all / wrong)),
        Answer.Fallback("How many are right", () => Accuracy((wrong, all) => 0.95)),
    ];

    private static Answer[] Places() =>
    [
        Answer.Right(() => Largest(outputs => Array.IndexOf(outputs, outputs.Max()))),
        Answer.Right(() => Largest(outputs => { int best = 0; for (int i = 1; i < outputs.Length; i++) if (outputs[i] > outputs[best]) best = i; return best; })),
        Answer.Right(() => Largest(outputs => Enumerable.Range(0, outputs.Length).MaxBy(i => outputs[i]))),
        Answer.Right(() => Largest(outputs => outputs.Select((output, i) => (output, i)).OrderByDescending(pair => pair.output).First().i)),
        Answer.NotYet("largest number itself", () => Largest(outputs => (int)outputs.Max())),
        Answer.NotYet("count from 1", () => Largest(outputs => Array.IndexOf(outputs, outputs.Max()) + 1)),
        Answer.NotYet("smallest", () => Largest(outputs => Array.IndexOf(outputs, outputs.Min()))),
        Answer.NotYet("below 0", () => Largest(outputs => { int best = 0; double most = 0; for (int i = 0; i < outputs.Length; i++) if (outputs[i] > most) { most = outputs[i]; best = i; } return best; })),
        Answer.NotYet("Signs count", () => Largest(outputs => Enumerable.Range(0, outputs.Length).MaxBy(i => Math.Abs(outputs[i])))),
        Answer.NotYet("last place", () => Largest(outputs => outputs.Length - 1)),
        Answer.NotYet("first place", () => Largest(outputs => 0)),
        Answer.NotYet("does your loop reach it", () => Largest(outputs => { int best = 0; for (int i = 1; i < outputs.Length - 1; i++) if (outputs[i] > outputs[best]) best = i; return best; })),
        Answer.NotYet("first one above", () => Largest(outputs => { for (int i = 1; i < outputs.Length; i++) if (outputs[i] > outputs[0]) return i; return 0; })),
        Answer.NotYet("IndexOutOfRange", () => Largest(outputs => { int best = 0; for (int i = 1; i <= outputs.Length; i++) if (outputs[i] > outputs[best]) best = i; return best; })),
        Answer.Fallback("counted from 0", () => Largest(outputs => 3)),
    ];
}
