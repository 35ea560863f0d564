using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Jupyter;

/// <summary>Runs what an execute_request asks for.</summary>
internal sealed class CellExecution(KernelChannels channels, KernelSession session, UserInput input, CellHistory history)
{
    private int count;

    /// <summary>When a cell last failed after which the requests that were on their way are to be dropped.</summary>
    public DateTime Failed { get; private set; }

    /// <summary>Runs the cell, publishes what it shows, and answers.</summary>
    public async Task RunAsync(JupyterMessage request)
    {
        string code = request.Text("code");
        bool silent = request.Flag("silent", false);
        bool stored = request.Flag("store_history", true) && !silent;
        if (stored)
        {
            count++;
            history.Add(count, code);
        }

        CellError? error;
        using (CellPublisher publisher = new((type, content) =>
        {
            if (!silent)
                channels.Publish(request, type, content);
        }, count))
        {
            Func<Task<string?>>? ask = request.Flag("allow_stdin", false) ? () => input.AskAsync(request) : null;
            Task<CellError?> ended;
            // The cell starts before the front ends are told of it, since that takes a moment; what it shows comes after.
            using (publisher.Hold())
            {
                ended = session.RunAsync(code, count, publisher, ask);
                if (!silent)
                    channels.Publish(request, "execute_input", new JsonObject { ["code"] = code, ["execution_count"] = count });
            }

            error = await ended.ConfigureAwait(false);
            input.Forget();
        }

        if (error is not null && request.Flag("stop_on_error", true))
            Failed = DateTime.UtcNow;
        if (error is not null && !silent)
            channels.Publish(request, "error", Content(error));
        JsonObject reply = error is null ? new JsonObject { ["user_expressions"] = await ExpressionsAsync(request).ConfigureAwait(false) } : Content(error);
        reply["status"] = error is null ? "ok" : "error";
        reply["execution_count"] = count;
        reply["payload"] = new JsonArray();
        channels.Send(channels.Shell, request, "execute_reply", reply);
    }

    /// <summary>Answers a request that is dropped because one before it failed.</summary>
    public void Abort(JupyterMessage request) => channels.Send(channels.Shell, request, "execute_reply",
        new JsonObject { ["status"] = "aborted", ["execution_count"] = count });

    private async Task<JsonObject> ExpressionsAsync(JupyterMessage request)
    {
        JsonObject values = [];
        foreach ((string name, JsonNode? expression) in request.Content["user_expressions"] as JsonObject ?? [])
        {
            if (expression?.GetValueKind() != JsonValueKind.String)
                continue;
            ResultOnly result = new();
            CellError? error = await session.RunAsync(expression.GetValue<string>(), count, result, null).ConfigureAwait(false);
            JsonObject value = error is null ? new JsonObject { ["data"] = result.Data, ["metadata"] = new JsonObject() } : Content(error);
            value["status"] = error is null ? "ok" : "error";
            values[name] = value;
        }

        return values;
    }

    private static JsonObject Content(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Details.Select(line => JsonValue.Create(line))]),
    };

    private sealed class ResultOnly : ICellOutput
    {
        public JsonObject Data { get; private set; } = [];

        public void Result(JsonObject data) => Data = (JsonObject)data.DeepClone();

        public void Write(string stream, string text)
        {
        }

        public void Display(string displayId, JsonObject data)
        {
        }

        public void Update(string displayId, JsonObject data)
        {
        }

        public void Progress(string text)
        {
        }
    }
}
