using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Running;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Live;

/// <summary>What the pages of a notebook are told of its worker and its cells, in the messages that they understand.</summary>
/// <remarks>Its owner calls it from one thread at a time.</remarks>
internal sealed class SessionNews
{
    private readonly Audience audience = new();
    private readonly Dictionary<string, (string Code, bool Failed)> ran = [];

    /// <summary>Whether no cell has run in the session as it is.</summary>
    public bool IsFresh { get; private set; } = true;

    /// <summary>Another session, in which no cell has run, takes the place of the one before.</summary>
    public void Renew()
    {
        IsFresh = true;
        ran.Clear();
    }

    /// <summary>A page has come; it hears the state, which cells ran in this session, and what it may have missed.</summary>
    public void Enter(Listener page, string state) => audience.Enter(page, State(state, ""), Ran());

    /// <summary>A page has gone.</summary>
    public void Leave(Listener page) => audience.Leave(page);

    /// <summary>What the worker does now, and why.</summary>
    public void Tell(string state, string reason = "") => audience.Send(State(state, reason), isKept: false);

    /// <summary>A cell begins.</summary>
    public void Begin(string cell)
    {
        IsFresh = false;
        ran.Remove(cell);
        audience.Begin();
        Send(new JsonObject { ["type"] = "started", ["cell"] = cell });
    }

    /// <summary>What the cell shows, or asks.</summary>
    public void Send(JsonObject message) => audience.Send(message, isKept: true);

    /// <summary>The cell has ended.</summary>
    public void End(string cell, string code, CellError? error, TimeSpan time)
    {
        ran[cell] = (code, error is not null);
        Send(new JsonObject { ["type"] = "ended", ["cell"] = cell, ["error"] = CellMessages.Json(error), ["seconds"] = time.TotalSeconds });
        audience.End();
    }

    private JsonObject State(string state, string reason) =>
        new() { ["type"] = "state", ["state"] = state, ["fresh"] = IsFresh, ["text"] = reason };

    private JsonObject Ran() => new()
    {
        ["type"] = "ran",
        ["cells"] = new JsonArray([.. ran.Select(cell => new JsonObject { ["cell"] = cell.Key, ["code"] = cell.Value.Code, ["failed"] = cell.Value.Failed })]),
    };
}
