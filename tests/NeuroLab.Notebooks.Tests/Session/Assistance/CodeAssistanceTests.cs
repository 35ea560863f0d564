using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session.Assistance;

namespace NeuroLab.Notebooks.Tests.Session.Assistance;

public sealed class CodeAssistanceTests
{
    [Fact]
    public void Help_that_fails_answers_with_nothing_but_why()
    {
        const string Line = "#load \"";
        CodeAssistance lost = new(null!, null!, folder: null!);
        JsonObject answer = lost.Answer(CodeAssistance.Complete, Line, Line.Length);
        Assert.Equal(["failure"], answer.Select(part => part.Key));
        Assert.Contains(nameof(ArgumentNullException), (string?)answer["failure"], StringComparison.Ordinal);
    }
}
