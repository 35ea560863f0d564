using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Jupyter;

/// <summary>A message from a front end.</summary>
/// <param name="Identities">To whom an answer goes.</param>
/// <param name="Header">Who sent it, when, and what it is.</param>
/// <param name="Content">What it says.</param>
internal sealed record JupyterMessage(byte[][] Identities, JsonObject Header, JsonObject Content)
{
    /// <summary>What it is, such as <c>execute_request</c>.</summary>
    public string Type => Header["msg_type"]!.GetValue<string>();

    /// <summary>A text in the content; empty where there is none.</summary>
    public string Text(string name) => Content[name] is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    /// <summary>A number in the content.</summary>
    public int Number(string name, int otherwise) => Content[name] is JsonValue value && value.TryGetValue(out int number) ? number : otherwise;

    /// <summary>A yes or no in the content.</summary>
    public bool Flag(string name, bool otherwise) => Content[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;
}
