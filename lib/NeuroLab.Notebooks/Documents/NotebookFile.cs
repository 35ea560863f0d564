using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Documents;

/// <summary>Gets the text and the JSON of notebook files in and out, with a clear word where that fails.</summary>
internal static class NotebookFile
{
    /// <summary>Above this a file is not a notebook but a mistake; reading it would take all memory.</summary>
    public const long LargestFile = 256L * 1024 * 1024;

    /// <summary>No notebook nests this deep; a file that does would exhaust the stack.</summary>
    private const int DeepestNesting = 200;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string ReadText(string path)
    {
        FormatReporter report = new(path, "");
        if (Directory.Exists(path))
            throw report.Problem("a file was expected, but this is a folder.", "Name a file inside it.");
        if (!File.Exists(path))
            throw report.Problem("there is no such file.", $"Check the path; it is taken from {Directory.GetCurrentDirectory()}.");
        if (new FileInfo(path).Length is > LargestFile and long length)
        {
            throw report.Problem($"at most {LargestFile >> 20} MB were expected, but the file holds {length >> 20} MB.",
                "Clear the outputs in the editor that wrote it, and save it again.");
        }

        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            ReadOnlySpan<byte> text = bytes;
            return StrictUtf8.GetString(text.StartsWith("\uFEFF"u8) ? text[3..] : text);
        }
        catch (DecoderFallbackException exception)
        {
            throw new NotebookFormatException(path, $"byte {exception.Index}", "UTF-8 text was expected, but this is not.",
                "Save the file again with the encoding UTF-8.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NotebookFormatException(path, "", $"the file cannot be read: {exception.Message}",
                "Check who may read it and whether another program holds it open.", exception);
        }
    }

    public static JsonNode? ParseJson(string json, string path)
    {
        try
        {
            JsonNode? node = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions
            {
                MaxDepth = DeepestNesting,
                AllowDuplicateProperties = false,
            });
            ReadEveryString(node);
            return node;
        }
        catch (JsonException exception)
        {
            string place = exception.LineNumber is { } line ? $"line {line + 1}, column {exception.BytePositionInLine + 1}" : "";
            string reason = exception.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
            bool cutShort = json.AsSpan().Trim().IsEmpty || !json.AsSpan().TrimEnd().EndsWith("}");
            throw new NotebookFormatException(path, place, $"JSON was expected. {reason}", cutShort
                ? "The file seems to be cut short: restore it, or save the notebook again."
                : "Restore the file, or save the notebook again.", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new NotebookFormatException(path, "", $"text was expected, but a string is not valid Unicode. {exception.Message}",
                "Remove the broken character and save the notebook again.", exception);
        }
    }

    public static void WriteText(string path, string text)
    {
        string whole = Path.GetFullPath(path);
        string temporary = Path.Combine(Path.GetDirectoryName(whole)!, $".{Path.GetFileName(whole)}.{Environment.ProcessId}.tmp");
        try
        {
            File.WriteAllBytes(temporary, StrictUtf8.GetBytes(text));
            File.Move(temporary, whole, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // A lone surrogate such as "\ud800" is only noticed when a string is read: better now than while saving.
    private static void ReadEveryString(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach ((_, JsonNode? value) in fields)
                    ReadEveryString(value);
                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                    ReadEveryString(item);
                break;
            case not null:
                MultilineText.AsString(node);
                break;
        }
    }
}
