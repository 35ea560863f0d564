using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session.Assistance;

namespace NeuroLab.Jupyter;

/// <summary>Answers a front end's questions about code that is being typed.</summary>
internal sealed class CodeQuestions(KernelSession session)
{
    /// <summary>The content of an is_complete_reply.</summary>
    public async Task<JsonObject> IsCompleteAsync(JupyterMessage request)
    {
        JsonObject answer = await session.AskAsync(CodeAssistance.IsComplete, request.Text("code"), 0).ConfigureAwait(false);
        return answer["status"] is not null ? answer : new JsonObject { ["status"] = "unknown" };
    }

    /// <summary>The content of a complete_reply.</summary>
    public async Task<JsonObject> CompleteAsync(JupyterMessage request)
    {
        (string code, int cursor) = Place(request);
        JsonObject found = await session.AskAsync(CodeAssistance.Complete, code, cursor).ConfigureAwait(false);
        int start = CodePoints.FromUtf16(code, found["start"]?.GetValue<int>() ?? cursor);
        int end = CodePoints.FromUtf16(code, cursor);
        string[] names = [.. (found["matches"] as JsonArray ?? []).Select(name => name!.GetValue<string>())];
        string[] types = [.. (found["types"] as JsonArray ?? []).Select(type => type!.GetValue<string>())];
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. names.Zip(types, (name, type) => new JsonObject
                {
                    ["text"] = name, ["type"] = type, ["start"] = start, ["end"] = end,
                })]),
            },
        };
    }

    /// <summary>The content of an inspect_reply.</summary>
    public async Task<JsonObject> InspectAsync(JupyterMessage request)
    {
        (string code, int cursor) = Place(request);
        JsonObject found = await session.AskAsync(CodeAssistance.Inspect, code, cursor).ConfigureAwait(false);
        string? text = found["text"]?.GetValue<string>();
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = text is not null,
            ["data"] = text is null ? [] : new JsonObject { ["text/plain"] = text },
            ["metadata"] = new JsonObject(),
        };
    }

    private static (string Code, int Cursor) Place(JupyterMessage request)
    {
        string code = request.Text("code");
        return (code, CodePoints.ToUtf16(code, request.Number("cursor_pos", int.MaxValue)));
    }
}
