using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Writing;

namespace NeuroLab.Notebooks.Documents;

/// <summary>Gets the text and the JSON of notebook files in and out, with a clear word where that fails.</summary>
internal static class NotebookFile
{
    /// <summary>Above this a file is not a notebook but a mistake; reading it would take all memory.</summary>
    public const long LargestFile = 256L * 1024 * 1024;

    /// <summary>No notebook nests this deep; a file that does would exhaust the stack.</summary>
    private const int DeepestNesting = 200;

    private const int LongestReason = 200;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string ReadText(string path)
    {
        FormatReporter report = new(path, "");
        if (Directory.Exists(path))
            throw report.Problem("a file was expected, but this is a folder.", "Name a file inside it.");
        if (!File.Exists(path))
            throw report.Problem("there is no such file.", $"Check the path; it is taken from {Directory.GetCurrentDirectory()}.");
        // What has no length is an empty file or a device, which may be without end: in both there is no text to read.
        long length = LengthOf(path);
        if (length == 0)
            return "";
        if (length > LargestFile)
        {
            throw report.Problem($"at most {LargestFile >> 20} MB were expected, but the file holds {length >> 20} MB.",
                "Clear the outputs in the editor that wrote it, and save it again.");
        }

        try
        {
            return Decode(File.ReadAllBytes(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NotebookFormatException(path, "", $"the file cannot be read: {exception.Message}",
                "Check who may read it and whether another program holds it open.", exception);
        }
    }

    public static string Decode(ReadOnlySpan<byte> text, string path)
    {
        try
        {
            return StrictUtf8.GetString(text.StartsWith("\uFEFF"u8) ? text[3..] : text);
        }
        catch (DecoderFallbackException exception)
        {
            throw new NotebookFormatException(path, $"byte {exception.Index}", "UTF-8 text was expected, but this is not.",
                "Save the file again with the encoding UTF-8.", exception);
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
            string place = exception.LineNumber is { } line
                ? JsonPlace.Of(json, line, exception.BytePositionInLine ?? 0)
                : JsonPlace.OfWrongText(json, DeepestNesting);
            string reason = FormatReporter.Short(exception.Message.Split(" LineNumber:")[0].Split(" Path:")[0], LongestReason);
            bool cutShort = json.AsSpan().Trim().IsEmpty || !json.AsSpan().TrimEnd().EndsWith("}");
            throw new NotebookFormatException(path, place, $"JSON was expected. {reason}", cutShort
                ? "The file seems to be cut short: restore it, or save the notebook again."
                : "Restore the file, or save the notebook again.", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new NotebookFormatException(path, JsonPlace.OfWrongText(json, DeepestNesting),
                "text was expected, but a string is not valid Unicode: it holds half a character.",
                "Remove the broken character and save the notebook again.", exception);
        }
    }

    public static void WriteText(string path, string text)
    {
        using OutputFile file = OutputFile.Open(path, "See who may write it, or name another place.");
        file.Write(text);
    }

    private static long LengthOf(string path) =>
        (File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path)) is { Exists: true } file ? file.Length : 0;

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
