using System.Globalization;
using System.Text.Json;

namespace NeuroLab.Training;

/// <summary>The header of a safetensors file, checked against the number of bytes that follow it.</summary>
internal sealed class SafetensorsHeader
{
    private readonly string source;
    private readonly Dictionary<string, string> metadata = [];
    private readonly List<Place> places = [];

    private SafetensorsHeader(string source) => this.source = source;

    /// <summary>Where a tensor lies.</summary>
    internal sealed record Place(string Name, string Type, long[] Sizes, long Start, int ByteCount);

    /// <summary>The tensors in the order in which they lie in the file; they fill it without a gap.</summary>
    internal IReadOnlyList<Place> Places => places;

    internal IReadOnlyDictionary<string, string> Metadata => metadata;

    internal static SafetensorsHeader Parse(byte[] json, string source, long dataBytes)
    {
        SafetensorsHeader header = new(source);
        try
        {
            if (json is not [(byte)'{', ..])
                throw header.Broken("is no JSON object: it does not begin with {");
            using JsonDocument document = JsonDocument.Parse(json);
            header.ReadAll(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new CheckpointException($"The header of {source} is not JSON: {exception.Message} The file is damaged, or of another kind.", exception);
        }
        catch (InvalidOperationException exception)
        {
            // A string in the JSON holds half a character.
            throw new CheckpointException($"The header of {source} holds text that is not valid: {exception.Message}", exception);
        }
        header.CheckOrder(dataBytes);
        return header;
    }

    private void ReadAll(JsonElement root)
    {
        HashSet<string> names = [];
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (!names.Add(property.Name))
                throw Broken($"names '{Short(property.Name)}' twice");
            if (property.Name == "__metadata__" && property.Value.ValueKind == JsonValueKind.Null)
                continue;
            if (property.Value.ValueKind != JsonValueKind.Object)
                throw Broken($"has no object under '{Short(property.Name)}'");
            if (property.Name == "__metadata__")
                ReadMetadata(property.Value);
            else
                places.Add(ReadPlace(property.Name, property.Value));
        }
    }

    private void ReadMetadata(JsonElement values)
    {
        foreach (JsonProperty property in values.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String)
                throw Broken($"has metadata '{Short(property.Name)}' that is no text");
            metadata[property.Name] = property.Value.GetString()!;
        }
    }

    private Place ReadPlace(string name, JsonElement value)
    {
        string what = $"tensor '{Short(name)}'";
        string type = value.TryGetProperty("dtype", out JsonElement dtype) && dtype.ValueKind == JsonValueKind.String ? dtype.GetString()! : "";
        int bits = SafetensorsEntry.BitsOf(type);
        if (bits == 0)
            throw Broken($"gives {what} the unknown type '{Short(type)}'");
        long[] stated = Numbers(value, "shape", what, int.MaxValue);
        long[] offsets = Numbers(value, "data_offsets", what, 2);
        if (offsets.Length != 2 || offsets[1] < offsets[0])
            throw Broken($"gives {what} the place {Join(offsets)}, but expected are a start and an end");

        Int128 count = 1;
        foreach (long size in stated)
        {
            count *= size;
            if (count > long.MaxValue / bits)
                throw Broken($"gives {what} the shape ({Short(Join(stated))}), which is too large");
        }
        if (count * bits % 8 != 0)
            throw Broken($"gives {what} of type {type} the shape ({Short(Join(stated))}), which ends in the middle of a byte");
        long bytes = (long)(count * bits / 8);
        if (offsets[1] - offsets[0] != bytes)
            throw Broken($"gives {what} of type {type} the shape ({Short(Join(stated))}), which takes {bytes} bytes, but a place of {offsets[1] - offsets[0]}");
        if (bytes > Array.MaxLength)
            throw new CheckpointException($"{source} gives {what} of type {type} the shape ({Short(Join(stated))}), {bytes} bytes, more than can be held here: at most {Array.MaxLength}.");
        return new Place(name, type, stated, offsets[0], (int)bytes);
    }

    private long[] Numbers(JsonElement value, string property, string what, int most)
    {
        if (!value.TryGetProperty(property, out JsonElement array) || array.ValueKind != JsonValueKind.Array || array.GetArrayLength() > most)
            throw Broken($"gives {what} no list of {(most == int.MaxValue ? "" : "at most 2 ")}numbers under '{property}'");
        List<long> numbers = [];
        foreach (JsonElement item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt64(out long number) || item.GetRawText()[0] == '-')
                throw Broken($"gives {what} under '{property}' something that is no whole number of 0 or more: {Short(item.GetRawText())}");
            numbers.Add(number);
        }
        return [.. numbers];
    }

    private void CheckOrder(long dataBytes)
    {
        places.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : one.ByteCount.CompareTo(other.ByteCount));
        long at = 0;
        foreach (Place place in places)
        {
            if (place.Start != at)
                throw Broken($"puts tensor '{Short(place.Name)}' at byte {place.Start}, but the one before it ends at {at}");
            at += place.ByteCount;
            if (at > dataBytes)
                throw new CheckpointException($"{source} is cut off: tensor '{Short(place.Name)}' ends at byte {at} after the header, but only {dataBytes} are there.");
        }
        if (at != dataBytes)
            throw new CheckpointException($"{source} goes on after its last tensor: {dataBytes} bytes follow the header, but the tensors take {at}. The file is damaged.");
    }

    private CheckpointException Broken(string what) => new($"The header of {source} {what}. The file is damaged, or was not written as safetensors.");

    /// <summary>The beginning of a text, short enough for a message and cut between two characters.</summary>
    internal static string Short(string text, int most = 60) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + " ...";

    private static string Join(long[] numbers) => string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
