using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Jupyter;

/// <summary>The cells that were run, as far back as memory allows. They are not kept beyond the kernel's life.</summary>
internal sealed class CellHistory
{
    private const int MostCells = 1000;

    private readonly Lock gate = new();
    private readonly LinkedList<(int Number, string Code)> cells = new();

    public void Add(int number, string code)
    {
        lock (gate)
        {
            cells.AddLast((number, code));
            if (cells.Count > MostCells)
                cells.RemoveFirst();
        }
    }

    /// <summary>The cells in the order in which they were run.</summary>
    public IReadOnlyList<OtherCell> Cells()
    {
        lock (gate)
            return [.. cells.Select(cell => OtherCell.Numbered(cell.Number, cell.Code))];
    }

    /// <summary>The content of a history_reply: entries of session, number and code.</summary>
    /// <exception cref="RequestException">The request makes no sense.</exception>
    public JsonObject Answer(JupyterMessage request)
    {
        (int Number, string Code)[] all;
        lock (gate)
            all = [.. cells];
        int most = Math.Max(0, request.Number("n", MostCells));
        IEnumerable<(int Number, string Code)> chosen = request.Text("hist_access_type", "tail") switch
        {
            // Sessions before this one are not known; 0 is this one, and so is 1.
            "range" when request.Number("session", 0) is 0 or 1 =>
                all.Where(cell => cell.Number >= request.Number("start", 0) && cell.Number < request.Number("stop", int.MaxValue)),
            "range" => [],
            "search" => Search(all, request).TakeLast(most),
            "tail" => all.TakeLast(most),
            string other => throw new RequestException($"In history_request, \"hist_access_type\" is expected to be range, tail or search, but is {other}."),
        };
        bool output = request.Flag("output", false);
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. chosen.Select(cell =>
                new JsonArray(1, cell.Number, output ? new JsonArray(cell.Code, null) : cell.Code))]),
        };
    }

    private static IEnumerable<(int Number, string Code)> Search((int Number, string Code)[] all, JupyterMessage request)
    {
        string pattern = request.Text("pattern", "*");
        IEnumerable<(int Number, string Code)> found = all.Where(cell => Glob.IsMatch(cell.Code, pattern));
        return request.Flag("unique", false) ? found.Reverse().DistinctBy(cell => cell.Code).Reverse() : found;
    }
}
