using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Running;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Jupyter;

/// <summary>Runs what an execute_request asks for.</summary>
internal sealed class CellExecution(KernelChannels channels, KernelSession session, UserInput input, CellHistory history)
{
    private const string NoExpression = "An expression is expected to be a text in C#.";

    private int count;
    private DateTime failed;

    /// <summary>Runs the cell, and publishes what it shows.</summary>
    /// <returns>The content of the execute_reply.</returns>
    public async Task<JsonObject> RunAsync(JupyterMessage request)
    {
        if (WasSentBeforeFailure(request))
            return new JsonObject { ["status"] = "aborted", ["execution_count"] = count };
        string code = request.Text("code");
        bool silent = request.Flag("silent", false);
        bool stored = request.Flag("store_history", true) && !silent;
        bool stops = request.Flag("stop_on_error", true) && !silent;
        bool asks = request.Flag("allow_stdin", false);
        JsonObject expressions = request.Object("user_expressions");
        if (stored)
        {
            count++;
            history.Add(count, code);
        }

        CellError? error = await RunAsync(request, code, silent, asks).ConfigureAwait(false);
        if (error is not null && stops)
            failed = DateTime.UtcNow;
        if (error is not null && !silent)
            channels.Publish(request, "error", Content(error));
        JsonObject reply = error is null ? new JsonObject { ["user_expressions"] = await ValuesAsync(expressions).ConfigureAwait(false) } : Content(error);
        reply["status"] = error is null ? "ok" : "error";
        reply["execution_count"] = count;
        reply["payload"] = new JsonArray();
        return reply;
    }

    /// <summary>An error as messages tell it.</summary>
    public static JsonObject Content(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Details.Select(line => JsonValue.Create(line))]),
    };

    // Of several cells sent at once the last may come only after the first has failed. The sender's clock, which may be wrong, is
    // believed for a moment only.
    private bool WasSentBeforeFailure(JupyterMessage request) =>
        request.Arrived <= failed || (request.Arrived - failed < TimeSpan.FromMilliseconds(500) && request.Sent <= failed);

    private async Task<CellError?> RunAsync(JupyterMessage request, string code, bool silent, bool asks)
    {
        int dropped = channels.Dropped;
        using CellPublisher publisher = new(Publish, count);
        Task<CellError?> ended;
        // The cell starts before the front ends are told of it, since that takes a moment; what it shows comes after.
        using (publisher.Hold())
        {
            ended = session.RunAsync(code, count, publisher, asks ? () => input.AskAsync(request) : null);
            Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = count });
        }

        CellError? error = await ended.ConfigureAwait(false);
        input.Forget();
        if (OptionalPart.SkipReason(OptionalPart.HintOf(code), error) is { } reason)
        {
            publisher.Write("stderr", OptionalPart.Note(reason));
            error = null;
        }

        publisher.Flush();
        dropped = channels.Dropped - dropped;
        if (dropped > 0)
            publisher.Write("stderr", $"A front end did not take the output in time: {dropped} messages of it were not sent there.\n");
        return error;

        void Publish(string type, JsonObject content)
        {
            if (!silent)
                channels.Publish(request, type, content);
        }
    }

    private async Task<JsonObject> ValuesAsync(JsonObject expressions)
    {
        JsonObject values = [];
        foreach ((string name, JsonNode? expression) in expressions)
        {
            ResultOnly result = new();
            CellError? error = expression?.GetValueKind() == JsonValueKind.String
                ? await session.RunAsync(expression.GetValue<string>(), count, result, null).ConfigureAwait(false)
                : new CellError("BadRequest", NoExpression, [NoExpression]);
            JsonObject value = error is null ? new JsonObject { ["data"] = result.Data, ["metadata"] = new JsonObject() } : Content(error);
            value["status"] = error is null ? "ok" : "error";
            values[name] = value;
        }

        return values;
    }

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
