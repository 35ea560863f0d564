using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Documents;

/// <summary>Tells in which language code is written, by what the hosts of notebooks note about it.</summary>
public static class NotebookLanguage
{
    /// <summary>The name of C#.</summary>
    public const string CSharp = "C#";

    /// <summary>The language of a notebook's code, such as <c>C#</c>, <c>F#</c> or <c>python</c>; null where the notebook does not say.</summary>
    /// <param name="notebook">The notebook.</param>
    public static string? Of(NotebookDocument notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        return Name(At(notebook.Metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName"))
            ?? Name(At(notebook.Metadata, "kernelspec", "language"))
            ?? Name(At(notebook.Metadata, "language_info", "name"))
            ?? Name(At(notebook.Metadata, "kernelspec", "name"));
    }

    /// <summary>The language of a cell; null where the cell does not say, and so has the notebook's.</summary>
    /// <param name="cell">The cell.</param>
    public static string? Of(NotebookCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Name(At(cell.Metadata, "dotnet_interactive", "language"))
            ?? Name(At(cell.Metadata, "polyglot_notebook", "kernelName"))
            ?? Name(At(cell.Metadata, "vscode", "languageId"));
    }

    // Each host has its own names; one that says nothing of the language is no name.
    private static string? Name(string? noted) => noted?.ToLowerInvariant() switch
    {
        null or "" or "polyglot-notebook" or ".net" => null,
        "c#" or "csharp" or ".net-csharp" or "neurolab" or "dotnet-interactive.csharp" => CSharp,
        "f#" or "fsharp" or ".net-fsharp" or "dotnet-interactive.fsharp" => "F#",
        "powershell" or "pwsh" or ".net-powershell" or "dotnet-interactive.pwsh" => "PowerShell",
        _ => noted,
    };

    private static string? At(JsonNode? node, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
            node = (node as JsonObject)?[key];
        return MultilineText.AsString(node);
    }
}
