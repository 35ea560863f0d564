using System.Text.Json.Nodes;

namespace NeuroLab.Site.Tests;

/// <summary>What the teacher's window is told of a notebook.</summary>
public sealed class TeachingNotesTests
{
    [Fact]
    public void Notes_belong_to_cells_and_have_the_minutes()
    {
        JsonObject notes = new TeachingNotes(Repository.At("docs/teaching.md")).Of("00-start-here.ipynb");
        Assert.Equal(25, (int?)notes["minutes"]);
        JsonNode five = Assert.Single(notes["items"]!.AsArray(), item => (int?)item!["cell"] == 5)!;
        Assert.Contains("<strong>Ask before cell 5:</strong>", (string?)five["html"], StringComparison.Ordinal);
        Assert.Contains(notes["items"]!.AsArray(), item => item!["cell"] is null && ((string)item["html"]!).Contains("They get wrong", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docs/teaching.md", "my-own.ipynb")]
    [InlineData("docs/teaching.md", "99-unknown.ipynb")]
    [InlineData("docs/nowhere.md", "00-start-here.ipynb")]
    public void Where_nothing_is_said_of_a_notebook_there_are_none(string page, string name) =>
        Assert.Equal("""{"minutes":null,"items":[]}""", new TeachingNotes(Repository.At(page)).Of(name).ToJsonString());
}
