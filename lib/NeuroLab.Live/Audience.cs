using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Live;

/// <summary>The pages that show a notebook. What a cell told while none was there is kept for the next.</summary>
/// <remarks>Its owner calls it from one thread at a time.</remarks>
internal sealed class Audience
{
    private const int MostKept = 16 * 1024 * 1024;

    private readonly List<Listener> pages = [];
    private readonly List<ReadOnlyMemory<byte>> told = [];
    private int kept;
    private bool isRunning;
    private bool wasMissed;

    /// <summary>Whether no page is there.</summary>
    public bool IsEmpty => pages.Count == 0;

    /// <summary>A page has come: it gets what describes the session now, and of a cell that runs, or ran while no page was there, all that it told.</summary>
    public void Enter(Listener page, params ReadOnlySpan<JsonObject> now)
    {
        foreach (JsonObject message in now)
            page.Send(message.ToRelaxedBytes());
        if (isRunning || wasMissed)
        {
            foreach (ReadOnlyMemory<byte> message in told)
                page.Send(message);
        }

        wasMissed = false;
        pages.Add(page);
    }

    /// <summary>A page has gone.</summary>
    public void Leave(Listener page) => pages.Remove(page);

    /// <summary>A cell begins.</summary>
    public void Begin()
    {
        told.Clear();
        kept = 0;
        isRunning = true;
        wasMissed = false;
    }

    /// <summary>The cell has ended.</summary>
    public void End()
    {
        isRunning = false;
        wasMissed = IsEmpty;
    }

    /// <summary>Tells all pages.</summary>
    /// <param name="message">What.</param>
    /// <param name="isKept">Whether it belongs to the cell that runs.</param>
    public void Send(JsonObject message, bool isKept)
    {
        ReadOnlyMemory<byte> bytes = message.ToRelaxedBytes();
        if (isKept && kept < MostKept)
        {
            told.Add(bytes);
            kept += bytes.Length;
        }

        foreach (Listener page in pages)
            page.Send(bytes);
    }
}
