using NeuroLab.Course.Exercises;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>
/// The answers that readers gave or may give, notebook by notebook: right ones in many forms, and the mistakes that are typical.
/// </summary>
public sealed class AnswerTableTests
{
    private const int AtLeast = 60;
    private const int AtLeastRight = 15;

    /// <summary>Each notebook's table: a class of its own beside this one, such as <c>HiddenLayerAnswers.All</c>.</summary>
    private static readonly (string Notebook, Func<Answer[]> All)[] Tables =
    [
        ("00", StartAnswers.All),
        ("01", NeuronAnswers.All),
        ("02", WeightShapeAnswers.All),
        ("02b", SlopeAnswers.All),
        ("03", WeightUpdateAnswers.All),
        ("04", HiddenLayerAnswers.All),
        ("05", InitializationAnswers.All),
        ("06", BackpropagationAnswers.All),
        ("07", CrossEntropyAnswers.All),
        ("08", MomentumAnswers.All),
        ("09", RegularizationAnswers.All),
        ("09b", WidthAnswers.All),
        ("10", GradientAnswers.All),
        ("11", WatchingAnswers.All),
        ("11b", ClinicAnswers.All),
        ("12", ConvolutionAnswers.All),
        ("13", CnnTrainingAnswers.All),
        ("14", ComparisonAnswers.All),
        ("15", SequenceAnswers.All),
        ("16", OwnNetworkAnswers.All),
        ("17", PlotlyNetAnswers.All),
    ];

    [Fact]
    public void Every_answer_gets_the_state_it_should_and_a_hint_that_fits()
    {
        string[] faults = [.. Tables.SelectMany(table => table.All()).Select(answer => answer.Fault()).OfType<string>()];
        Assert.True(faults.Length == 0, $"{faults.Length} answers:\n{string.Join('\n', faults)}");
    }

    [Fact]
    public void The_answers_are_many_and_few_get_the_general_hint() => Assert.All(Tables, table =>
    {
        Answer[] answers = table.All();
        int right = answers.Count(answer => answer.State == ExerciseState.Right), general = answers.Count(answer => answer.IsFallback);
        Assert.True(answers.Length >= AtLeast, $"{table.Notebook}: {answers.Length} answers; at least {AtLeast} are wanted.");
        Assert.True(right >= AtLeastRight, $"{table.Notebook}: {right} right answers; at least {AtLeastRight} are wanted, in different forms.");
        Assert.True(general * 10 < answers.Length, $"{table.Notebook}: {general} of {answers.Length} answers get the general hint; fewer than one in ten may.");
    });
}
