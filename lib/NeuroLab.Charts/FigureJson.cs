using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace NeuroLab.Charts;

/// <summary>Writes a figure's JSON: short numbers, no NaN, and safe inside a script block of a web page.</summary>
internal static class FigureJson
{
    /// <summary>The longest JSON with which a notebook stays quick, in characters: animations get fewer frames for it.</summary>
    public const int GoodLength = 300_000;

    /// <summary>The longest JSON a figure may have, in characters. What a reader tries out may be larger than what the course shows.</summary>
    public const int MaxLength = 3_000_000;

    private const int LoneNumberDigits = 6;
    private const int FewestDigits = 4;
    private const int MostDigits = 15;

    // Numbers that spread over half their size need no further digit.
    private const double Tolerance = 0.302;

    // Escapes < > & and quotes, so neither </script> nor <!-- can appear; Chinese and Greek letters stay readable.
    private static readonly JsonWriterOptions options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(JsonNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, options))
            Write(writer, node, LoneNumberDigits);
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>The child object of that name, made when it is missing.</summary>
    public static JsonObject Child(this JsonObject parent, string name)
    {
        if (parent[name] is JsonObject child)
            return child;
        child = [];
        parent[name] = child;
        return child;
    }

    /// <summary>The number in a node, or null when it holds none.</summary>
    public static double? Number(this JsonNode? node)
    {
        if (node is not JsonValue value)
            return null;
        if (value.TryGetValue(out double d))
            return d;
        if (value.TryGetValue(out int i))
            return i;
        if (value.TryGetValue(out float f))
            return f;
        if (value.TryGetValue(out long l))
            return l;
        return value.TryGetValue(out decimal m) ? (double)m : null;
    }

    /// <summary>Every number in a node, however deep; a node without numbers has none.</summary>
    public static IEnumerable<double> Numbers(this JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Numbers),
        _ => node.Number() is double number ? [number] : [],
    };

    private static void Write(Utf8JsonWriter writer, JsonNode? node, int digits)
    {
        switch (node)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonObject members:
                writer.WriteStartObject();
                foreach (var (name, value) in members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, value, value is JsonArray ? Digits(value) : LoneNumberDigits);
                }
                writer.WriteEndObject();
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (var item in items)
                    Write(writer, item, digits);
                writer.WriteEndArray();
                break;
            default:
                if (node.Number() is double number)
                    WriteNumber(writer, number, digits);
                else
                    node.WriteTo(writer);
                break;
        }
    }

    /// <summary>Four digits of the range of an array's numbers: 1000.1, 1000.2 need more digits in all than 0.1, 0.2.</summary>
    private static int Digits(JsonNode array)
    {
        double smallest = double.PositiveInfinity, largest = double.NegativeInfinity;
        foreach (double number in array.Numbers())
        {
            if (!double.IsFinite(number))
                continue;
            smallest = Math.Min(smallest, number);
            largest = Math.Max(largest, number);
        }
        if (largest <= smallest || double.IsInfinity(largest))
            return LoneNumberDigits;
        double magnitude = Math.Max(Math.Abs(smallest), Math.Abs(largest));
        double lost = Math.Log10(magnitude) - Math.Log10(largest - smallest);
        return Math.Clamp(FewestDigits + (int)Math.Ceiling(lost - Tolerance), FewestDigits, MostDigits);
    }

    private static void WriteNumber(Utf8JsonWriter writer, double number, int digits)
    {
        if (!double.IsFinite(number))
        {
            writer.WriteNullValue();
            return;
        }
        bool whole = number == Math.Floor(number) && Math.Abs(number) < 1e15;
        string format = whole ? "0" : "G" + digits.ToString(CultureInfo.InvariantCulture);
        double rounded = double.Parse(number.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        writer.WriteRawValue(rounded == 0 ? "0" : rounded.ToString("R", CultureInfo.InvariantCulture));
    }
}
