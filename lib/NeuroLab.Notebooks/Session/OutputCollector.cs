using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Session;

/// <summary>Gathers a session's output as a notebook stores it: text joined, of an updated value only its last state.</summary>
/// <remarks>One collector serves all cells of a session, since a cell may update what one above it shows.</remarks>
/// <param name="progress">Told of work that takes a while.</param>
public sealed class OutputCollector(Action<string>? progress = null) : ICellOutput
{
    /// <summary>A cell that prints without end must not fill the memory: text beyond this many letters is left out.</summary>
    public const int MostLetters = 1_000_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, NotebookOutput> displayed = [];
    private readonly StringBuilder text = new();
    private List<NotebookOutput> outputs = [];
    private string stream = "stdout";
    private int number;
    private int letters;

    /// <summary>Begins a cell.</summary>
    /// <param name="executionCount">The number that stands beside it.</param>
    public void Begin(int executionCount)
    {
        lock (gate)
        {
            EndText();
            outputs = [];
            number = executionCount;
            letters = 0;
        }
    }

    /// <summary>Ends a cell.</summary>
    /// <param name="error">Why it failed, if it did.</param>
    /// <returns>Its outputs.</returns>
    public IReadOnlyList<NotebookOutput> End(CellError? error)
    {
        lock (gate)
        {
            EndText();
            if (letters > MostLetters)
            {
                outputs.Add(NotebookOutput.Stream("stderr", string.Create(CultureInfo.InvariantCulture,
                    $"... the cell printed more than {MostLetters:N0} letters; the rest is left out. Write what is longer to a file.\n")));
            }

            if (error is not null)
                outputs.Add(NotebookOutput.Error(error.Name, error.Message, error.Details));
            return outputs;
        }
    }

    /// <inheritdoc/>
    public void Write(string stream, string text)
    {
        lock (gate)
        {
            if (stream != this.stream)
                EndText();
            this.stream = stream;
            int room = Math.Max(0, MostLetters - letters);
            this.text.Append(text.AsSpan(0, TextCut.Length(text, room)));
            letters = (int)Math.Min((long)letters + text.Length, int.MaxValue);
        }
    }

    /// <inheritdoc/>
    public void Display(string displayId, JsonObject data)
    {
        lock (gate)
            Add(displayed[displayId] = NotebookOutput.Display(data));
    }

    /// <inheritdoc/>
    public void Update(string displayId, JsonObject data)
    {
        lock (gate)
        {
            if (displayed.TryGetValue(displayId, out NotebookOutput? output))
                output.Json["data"] = NotebookOutput.Display(data).Data!.DeepClone();
        }
    }

    /// <inheritdoc/>
    public void Result(JsonObject data)
    {
        lock (gate)
            Add(NotebookOutput.Result(data, number));
    }

    /// <inheritdoc/>
    public void Progress(string text) => progress?.Invoke(text);

    private void Add(NotebookOutput output)
    {
        EndText();
        outputs.Add(output);
    }

    private void EndText()
    {
        if (text.Length > 0)
            outputs.Add(NotebookOutput.Stream(stream, text.ToString()));
        text.Clear();
    }
}
