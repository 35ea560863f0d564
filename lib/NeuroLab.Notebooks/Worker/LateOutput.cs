using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Worker;

/// <summary>Keeps what threads of earlier cells print and show while no cell runs: the next cell shows it.</summary>
internal sealed class LateOutput : ICellOutput
{
    private const int Most = 1000;
    private const int MostLetters = 100_000;

    private readonly List<Action<ICellOutput>> kept = [];
    private int letters;
    private bool isFull;

    /// <summary>Shows what was kept, and forgets it.</summary>
    public void MoveTo(ICellOutput output)
    {
        foreach (Action<ICellOutput> show in kept)
            show(output);
        if (isFull)
            output.Write("stderr", "... threads of earlier cells showed more than is kept between two cells; the rest is left out.\n");
        kept.Clear();
        (letters, isFull) = (0, false);
    }

    public void Write(string stream, string text) => Keep(text.Length, output => output.Write(stream, text));

    public void Display(string displayId, JsonObject data) => Keep(0, output => output.Display(displayId, data));

    public void Update(string displayId, JsonObject data) => Keep(0, output => output.Update(displayId, data));

    public void Result(JsonObject data)
    {
        // Only a cell that runs has one.
    }

    public void Progress(string text)
    {
        // Nobody waits.
    }

    private void Keep(int length, Action<ICellOutput> show)
    {
        isFull |= kept.Count >= Most || letters + length > MostLetters;
        if (isFull)
            return;
        letters += length;
        kept.Add(show);
    }
}
