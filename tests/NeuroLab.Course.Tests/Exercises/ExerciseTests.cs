using System.Text.Json;
using NeuroLab.Course.Exercises;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class ExerciseTests
{
    [Fact]
    public void No_answer_is_not_tried()
    {
        ExerciseResult number = Exercise.Check<double>("09.1", null, _ => null, "yes");
        ExerciseResult function = Exercise.Check<Func<int, int>>("09.2", null, _ => null, "yes");

        Assert.Equal(ExerciseState.NotTried, number.State);
        Assert.Equal(ExerciseState.NotTried, function.State);
    }

    [Fact]
    public void An_answer_without_a_hint_is_right()
    {
        ExerciseResult result = Exercise.Check<double>("09.1", 3, answer => answer == 3 ? null : "look again", "yes, three");

        Assert.Equal(new ExerciseResult("09.1", ExerciseState.Right, "yes, three"), result);
    }

    [Fact]
    public void A_hint_makes_an_answer_not_yet_right()
    {
        ExerciseResult result = Exercise.Check<double>("09.1", 4, answer => answer == 3 ? null : "look again", "yes");

        Assert.Equal(new ExerciseResult("09.1", ExerciseState.NotYet, "look again"), result);
    }

    [Fact]
    public void Code_that_throws_gets_its_error_explained()
    {
        Func<int[], int> third = values => values[2];

        ExerciseResult result = Exercise.Check("09.3", third, answer => answer([1]) == 0 ? null : "no", "yes");

        Assert.Equal(ExerciseState.NotYet, result.State);
        Assert.Contains("IndexOutOfRangeException", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExerciseState.Right, "right")]
    [InlineData(ExerciseState.NotYet, "not yet")]
    [InlineData(ExerciseState.NotTried, "not tried")]
    public void A_result_is_shown_to_readers_and_to_tools(ExerciseState state, string words)
    {
        ExerciseResult result = new("09.4", state, "use a < b");
        Dictionary<string, string> shown = [];
        foreach (object boxed in new ExerciseResultFormatterSource().CreateTypeFormatters())
        {
            using StringWriter writer = new();
            bool done = (bool)boxed.GetType().GetMethod("Format")!.Invoke(boxed, [result, writer])!;
            Assert.True(done);
            shown.Add((string)boxed.GetType().GetProperty("MimeType")!.GetValue(boxed)!, writer.ToString());
        }

        using JsonDocument json = JsonDocument.Parse(shown[ExerciseResultFormatterSource.MimeType]);
        Assert.Equal("09.4", json.RootElement.GetProperty("id").GetString());
        Assert.Equal(words, json.RootElement.GetProperty("state").GetString());
        Assert.Contains($"Exercise 09.4: {words}", shown["text/html"], StringComparison.Ordinal);
        Assert.Contains("use a &lt; b", shown["text/html"], StringComparison.Ordinal);
        Assert.Equal($"Exercise 09.4, {words}: use a < b", shown["text/plain"]);
    }
}
