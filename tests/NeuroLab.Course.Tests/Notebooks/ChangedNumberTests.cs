using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>A reader changes numbers: the notebook goes on and draws what it drew, and says which claims are no longer true.</summary>
public sealed class ChangedNumberTests
{
    [Theory]
    [InlineData(
        "00-start-here.ipynb",
        "rows = 8 -> rows = 3", "Take(24) -> Take(5)", "Split(0.8 -> Split(0.1", "NewModel(32, seed: 42); -> NewModel(2, seed: 5);", "learningRate: 0.1f -> learningRate: 3f",
        "Epochs: 15 -> Epochs: 2", "chosen = 10 -> chosen = 7", "width = 32 -> width = 1", "passes = 8 -> passes = 3")]
    [InlineData(
        "02-weight-shapes.ipynb",
        "Glyphs(64 -> Glyphs(12", "mark[0, 10, 14] -> mark[0, 20, 3]", "Twister(1)) -> Twister(11))", "Glyphs(500 -> Glyphs(60", "0.02f -> 2f", "Epochs: 20 -> Epochs: 2",
        "(count, eyes) = (8, -> (count, eyes) = (3,", "{ 4, 5, 6 } -> { 4, 5, 0 }")]
    [InlineData(
        "06-backpropagation.ipynb",
        "y = 5; -> y = -3;", "w = 0.5, -> w = 2,", "h = 1e-4 -> h = 1", "7 * i + 1 -> 5 * i", "0.2 * v.Grad -> 20 * v.Grad", "step <= 200 -> step <= 60", "{ 3, -1, 1 } -> { 300, -1, 1 }",
        "Num shared = 0.5 -> Num shared = -1.5", "at = 0.5 -> at = 3")]
    [InlineData(
        "09-regularization.ipynb",
        "Moons(60, 4) -> Moons(40, 9)", "0.2f, weightDecay -> 2f, weightDecay", "new(1000, 60 -> new(100, 60", "drawn, new(150 -> drawn, new(20", "cut = 0.035 -> cut = 3", "slant = 0.5 -> slant = -1", "2, 4 } -> 2, 400 }",
        "patience: 100 -> patience: 1", ".01f, .03f) -> .01f, 9f)", "int width = 40 -> int width = 10")]
    [InlineData(
        "09b-wider-than-needed.ipynb",
        "count = 20 -> count = 12", "times = 200 -> times = 30", "noise = 0.5 -> noise = 0.3", "Sin(5 * x) -> Sin(9 * x)", "8, 12, 16, 20 } -> 8, 30 }", "[0, 0], [4 -> [1, 1], [4",
        "start = 8 -> start = 3", "120, 150, 250, 600] -> 200, 350]", "Noisy(0.5) -> Noisy(1)", "1e-9, 0.1, 10, 100] -> 0, 3]", "200, 300, 400, 800] -> 200]", "After(26) -> After(3)", "0.1f, 0.9f) -> 9f, 0.9f)",
        "12, 25, 100] -> 3]")]
    [InlineData(
        "10-vanishing-and-exploding-gradients.ipynb",
        "Split(0.8 -> Split(0.3", "new(6, BatchSize -> new(2, BatchSize", "momentum: 0.9f -> momentum: 0.5f", "Grey(20, seed: 2) -> Grey(6, seed: 2)", "Normal(3, 10) -> Normal(0, 1)",
        "XavierNormal(4), seed -> XavierNormal(40), seed", "0.1f, clip: 5) -> 0.1f, clip: 5000)", "(20, 0.01f, 5f) -> (1, 0.1f, 50f)")]
    [InlineData(
        "11-watching-weights-learn.ipynb",
        "(16, 0.1f, 28, 11) -> (64, 0.2f, 8, 5)", "1.0 * Gradient -> 5.0 * Gradient", "way < 0.04 -> way < 0.2", "decay: 0.01f -> decay: 0.5f", "0.001f, 0.01f, 0.1f, 3] -> 0.1f, 1, 10]",
        "step < 15 -> step < 50", "Take(400) -> Take(50)", "i / 20.0) -> i / 40.0)")]
    [InlineData(
        "11b-clinic.ipynb",
        "Patient.Healthy(1) -> Patient.Healthy(9)", "[1, 0, 0, 0, 0 -> [0.5f, 0, 0, 0, 0", "Math.E + 9) - 1 -> Math.E + 99) - 1", "31 / 32.0 -> 30 / 32.0", "TooFewSamples, Illness.SamplesInOrder) -> SamplesInOrder)",
        "samples.Take(20) -> samples.Take(5)", "lowest > 2 -> lowest > 1", "Patient.Admit(1) -> Patient.Admit(77)")]
    [InlineData(
        "12-convolution.ipynb",
        "c == '#' ? 1f -> c == '#' ? 2f", "Range(0, 4) -> Range(0, 6)", "{ -1, 2, -1 }, { -1, 2, -1 }, { -> { -1, 2, -1 }, { -1, 5, -1 }, {", "MersenneTwister(4) -> MersenneTwister(9)",
        "{ 5, 8, 28 } -> { 5, 9, 28 }", "stride: 2, padding: 1 -> stride: 3, padding: 1", "0.9f, 0.2f, 0.2f -> 0.9f, 0.6f, 0.2f", "Value[0] = -7 -> Value[0] = -3", "MaxPool2d(2), vertical -> MaxPool2d(4), vertical",
        "(1, 0f, 5) -> (2, 0.3f, 6)", "4, 7, 14, 28] -> 14]", "Rows(6..14) -> Rows(0..6)")]
    [InlineData(
        "13-training-a-cnn.ipynb",
        "(800, 5, 12, 0.04f, 0.9f, 0.015f) -> (200, 3, 40, 5f, 0.9f, 0.015f)", "Take(24) -> Take(5)", "step <= 300 -> step <= 60", "0.8f * (dy -> 8f * (dy", "count: 6 -> count: 3",
        "size: 6, step: 2 -> size: 10, step: 3", "0.05f, 0.2f, 0.5f, 1] -> 0.01f, 5]", "most: 12 -> most: 3", "padding: 2), new ReLU(), new MaxPool2d(2) -> padding: 0), new ReLU(), new MaxPool2d(3)")]
    [InlineData(
        "14-cnn-versus-fully-connected.ipynb",
        "starts = 5 -> starts = 2", "margin: 2 -> margin: 4", "1.0 / 3 -> 0.1", "Full(17, new -> Full(40, new", "0.03f -> 1f", "epochs = 15 -> epochs = 2", "[-2, -1, 0, 1, 2] -> [-4, -2, 0, 2, 4]",
        "[75, 150, 300, 599] -> [40, 80, 160]", "dilation: 2, r), train -> dilation: 1, r), train", "(few, many) = (8, 16) -> (few, many) = (4, 24)", "kinds = 32 -> kinds = 8")]
    [InlineData(
        "15-sequences.ipynb",
        "(5, 16, 64) -> (2, 8, 16)", "0.005f -> 0.5f", "new(40, Batch -> new(5, Batch", "3, 4, 5, 6, 8, 12] -> 8, 12]", "day < 200 -> day < 10", "5, 10, 20, 40, 60 -> 3, 30",
        "10 - 20 * signal -> 1 - 2 * signal", "past = 20 -> past = 5", "(0.5, 32, new -> (2, 8, new", "new(60, BatchSize: 25 -> new(5, BatchSize: 25")]
    [InlineData(
        "16-your-own-network.ipynb",
        "Glyphs(2000 -> Glyphs(400", "noise: 0.4 -> noise: 0.1", "MersenneTwister(16) -> MersenneTwister(3)", "Take(1500) -> Take(240)", "Take(500) -> Take(80)", "(8, 0.03f, 10, 1) -> (3, 0.1f, 3, 7)",
        "train.Take(20) -> train.Take(5)", "Epochs: 60 -> Epochs: 25", "Starts.Run(5 -> Starts.Run(3", "0.75f, 1 } -> 0.75f, 2 }", "hidden = 64 -> hidden = 8")]
    [InlineData(
        "17-plotly-net.ipynb",
        "Split(0.8 -> Split(0.5", "(24, 0.1f, 12, 1) -> (6, 0.001f, 5, 4)", "BatchSize: 64 -> BatchSize: 256", "momentum: 0.9f -> momentum: 0f", "Count - 1, 0) -> Count - 1, 5)", "-0.8 -> -0.2",
        "UnitFigure(i, 0) -> UnitFigure(i, 2)", "UnitFigure(i, hidden - 1) -> UnitFigure(i, 3)", "Path(28, -> Path(3,")]
    public async Task Changed_numbers_stop_no_cell_and_every_chart_is_drawn(string name, params string[] changes)
    {
        CourseNotebook changed = CourseNotebook.Load(name);
        foreach (string change in changes)
            Change(changed, change);
        changed.LetClaimsBeFalse();
        if (!changed.Runs)
            return;

        NotebookResult result = await NotebookRunner.RunAsync(changed.Document, changed.Path, new RunOptions { KeepGoing = true });

        Assert.All(result.Cells, cell => Assert.True(cell.Ok, $"Cell {cell.Index + 1} failed: {cell.Error?.Message}"));
        Assert.Equal((await CourseRuns.OfAsync(name)).Charts, result.Charts);
        Assert.Contains(result.Cells, cell => cell.Outputs.Any(output => output.Text?.Contains("ith these numbers: ", StringComparison.Ordinal) == true));
    }

    /// <summary>Makes one change, <c>what stands there -> what stands there then</c>, in the first teaching cell that holds it.</summary>
    private static void Change(CourseNotebook notebook, string change)
    {
        string[] sides = change.Split(" -> ");
        NotebookCell? cell = notebook.TeachingCells.FirstOrDefault(cell => cell.Source.Contains(sides[0], StringComparison.Ordinal));
        Assert.True(cell is not null, $"No cell holds \"{sides[0]}\" any more. Give the test another number to change.");
        int at = cell.Source.IndexOf(sides[0], StringComparison.Ordinal);
        cell.Source = cell.Source[..at] + sides[1] + cell.Source[(at + sides[0].Length)..];
    }
}
