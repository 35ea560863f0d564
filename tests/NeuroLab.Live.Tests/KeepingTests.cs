using System.Net;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Live.Tests;

/// <summary>How the reader's work is kept.</summary>
public sealed class KeepingTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task A_browser_keeps_scripts_and_is_told_when_they_are_still_the_same()
    {
        using HttpResponseMessage first = await served.Client.GetAsync(new Uri("/assets/page/main.js", UriKind.Relative));
        using HttpRequestMessage again = new(HttpMethod.Get, "/assets/page/main.js");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await served.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.True(first.Headers.CacheControl is { NoCache: true, NoStore: false });
    }

    [Fact]
    public async Task A_change_is_written_and_all_else_stays_as_it_was()
    {
        NotebookDocument before = served.Read("01-neuron.ipynb");
        JsonNode kept = await served.LoadAsync("01-neuron.ipynb");
        JsonArray cells = kept["notebook"]!["cells"]!.AsArray();
        JsonObject changed = cells.Select(cell => cell!.AsObject()).First(cell => (string?)cell["cell_type"] == "code");
        changed["source"] = new JsonArray("var mine = 1;\n", "mine");
        using HttpResponseMessage saved = await served.SaveAsync("01-neuron.ipynb", Change(kept, changed));
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);

        NotebookDocument after = served.Read("01-neuron.ipynb");
        Assert.Equal(before.Cells.Count, after.Cells.Count);
        foreach ((NotebookCell old, NotebookCell now) in before.Cells.Zip(after.Cells))
            Assert.Equal(now.Id == (string?)changed["id"] ? "var mine = 1;\nmine" : old.Source, now.Source);
    }

    [Fact]
    public async Task What_was_changed_elsewhere_is_not_written_over_and_is_sent_back()
    {
        JsonNode kept = await served.LoadAsync("02-weight-shapes.ipynb");
        NotebookDocument other = served.Read("02-weight-shapes.ipynb");
        other.Cells[0].Source = "# Changed by another program";
        other.Save(Path.Combine(served.Folder, "02-weight-shapes.ipynb"));

        using HttpResponseMessage refused = await served.SaveAsync("02-weight-shapes.ipynb", Change(kept));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        JsonNode there = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        Assert.Contains("Changed by another program", there["notebook"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("# Changed by another program", served.Read("02-weight-shapes.ipynb").Cells[0].Source);
    }

    [Fact]
    public async Task Two_tabs_that_save_at_once_leave_the_work_of_one_of_them_whole()
    {
        JsonNode kept = await served.LoadAsync("03-how-weights-change.ipynb");
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(tab =>
        {
            JsonObject change = Change(kept);
            change["metadata"]!["tab"] = tab;
            return served.SaveAsync("03-how-weights-change.ipynb", change);
        }));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.NotNull(served.Read("03-how-weights-change.ipynb").Metadata["tab"]);
    }

    [Fact]
    public async Task A_notebook_of_the_course_can_be_compared_with_and_one_of_the_readers_own_cannot()
    {
        served.Write("mine.ipynb", "1");
        using HttpResponseMessage original = await served.Client.GetAsync(new Uri("/api/originals/01-neuron.ipynb", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, original.StatusCode);
        using HttpResponseMessage none = await served.Client.GetAsync(new Uri("/api/originals/mine.ipynb", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task The_map_says_what_is_read_and_which_exercises_are_right()
    {
        NotebookDocument notebook = served.Read("04-hidden-layers.ipynb");
        notebook.Metadata["neurolab"] = new JsonObject { ["read"] = true };
        NotebookCell cell = notebook.Cells.Last(candidate => candidate.Kind == CellKind.Code);
        cell.Outputs.Add(NotebookOutput.Display(new JsonObject
        {
            ["application/vnd.neurolab.exercise+json"] = new JsonObject { ["id"] = "04.1", ["state"] = "right", ["message"] = "" },
        }));
        notebook.Save(Path.Combine(served.Folder, "04-hidden-layers.ipynb"));
        string map = await served.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.Contains("""{"name":"04-hidden-layers.ipynb","read":true,"exercises":[{"id":"04.1","state":"right"},{"id":"04.2","state":"not tried"}""", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_that_can_not_be_read_is_named_on_the_map_and_keeps_no_other_from_being_shown()
    {
        string broken = Path.Combine(served.Folder, "zz-broken.ipynb");
        await File.WriteAllTextAsync(broken, "{ no notebook");
        string map = await served.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        File.Delete(broken);
        Assert.Contains("zz-broken", map, StringComparison.Ordinal);
        Assert.Contains("The neuron", map, StringComparison.Ordinal);
    }

    private static JsonObject Change(JsonNode kept, params JsonObject[] changed) => new()
    {
        ["base"] = kept["revision"]!.DeepClone(),
        ["metadata"] = kept["notebook"]!["metadata"]!.DeepClone(),
        ["cells"] = new JsonArray([.. kept["notebook"]!["cells"]!.AsArray().Select(cell =>
            changed.FirstOrDefault(whole => (string?)whole["id"] == (string?)cell!["id"])?.DeepClone() ?? cell!["id"]!.DeepClone())]),
    };
}
