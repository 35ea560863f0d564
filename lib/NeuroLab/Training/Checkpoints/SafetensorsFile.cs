using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NeuroLab.Training;

/// <summary>
/// The safetensors format: the length of the header (64 bits, little-endian), a header in JSON that gives name, type, shape
/// and place of every tensor, then the numbers. There is nothing in it that could be run.
/// </summary>
/// <remarks>
/// Reading holds every length and place against the length of the file before memory is taken for it, and insists that the
/// tensors lie one behind the other and fill the file, as the format demands.
/// Format: https://github.com/huggingface/safetensors
/// </remarks>
internal sealed class SafetensorsFile
{
    // The format's own bound.
    private const long LongestHeader = 100_000_000;

    // The format has no checksum of its own. Files written here keep one among their notes; others are read without.
    private const string ChecksumNote = "neurolab.sha256";

    private SafetensorsFile(string source, IReadOnlyList<SafetensorsEntry> entries, IReadOnlyDictionary<string, string> metadata)
    {
        Source = source;
        Entries = entries;
        Metadata = metadata;
    }

    /// <summary>What messages call it.</summary>
    internal string Source { get; }

    internal IReadOnlyList<SafetensorsEntry> Entries { get; }

    internal IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Writes a file atomically: it is there as a whole or not at all, and one that was there stays until then.</summary>
    /// <exception cref="IOException">The file can't be written. The message says where and why.</exception>
    internal static void Write(string path, IReadOnlyList<SafetensorsEntry> entries, IReadOnlyDictionary<string, string> metadata) =>
        CheckpointPlace.Write(path, stream => Write(stream, entries, metadata));

    internal static void Write(Stream stream, IReadOnlyList<SafetensorsEntry> entries, IReadOnlyDictionary<string, string> metadata)
    {
        // PyTorch's own loader asks for the format.
        Dictionary<string, string> notes = new(metadata) { ["format"] = "pt", [ChecksumNote] = Checksum(entries) };
        byte[] header = Header(entries, notes);
        // Numbers begin at a multiple of 8, as the format wants it; JSON may end in spaces.
        int padding = (8 - header.Length % 8) % 8;
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length + padding);
        stream.Write(length);
        stream.Write(header);
        stream.Write("       "u8[..padding]);
        foreach (SafetensorsEntry entry in entries)
            stream.Write(entry.Bytes.Span);
    }

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CheckpointException">It is no safetensors file, or is broken.</exception>
    internal static SafetensorsFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no checkpoint {path} (looked in {Directory.GetCurrentDirectory()}).", path);
        using FileStream stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <exception cref="CheckpointException">It is no safetensors file, or is broken.</exception>
    internal static SafetensorsFile Read(Stream stream, string source)
    {
        if (stream.Length < 8)
            throw new CheckpointException($"{source} has {stream.Length} bytes, but a safetensors file begins with 8 bytes that give the length of its header. It is cut off, or another kind of file.");
        Span<byte> start = stackalloc byte[8];
        stream.ReadExactly(start);
        ulong stated = BinaryPrimitives.ReadUInt64LittleEndian(start);
        if (stated > LongestHeader || (long)stated > stream.Length - 8)
            throw new CheckpointException($"{source} states a header of {stated.ToString(CultureInfo.InvariantCulture)} bytes, but the file has {stream.Length - 8} after that number. It is cut off, or another kind of file: PyTorch's own .pt files are not read.");
        byte[] header = new byte[(int)stated];
        stream.ReadExactly(header);
        SafetensorsHeader parsed = SafetensorsHeader.Parse(header, source, stream.Length - 8 - (long)stated);

        List<SafetensorsEntry> entries = [];
        foreach (SafetensorsHeader.Place place in parsed.Places)
        {
            byte[] bytes = new byte[place.ByteCount];
            stream.ReadExactly(bytes);
            entries.Add(new SafetensorsEntry(place.Name, place.Type, place.Sizes, bytes));
        }
        if (parsed.Metadata.TryGetValue(ChecksumNote, out string? checksum) && checksum != Checksum(entries))
            throw new CheckpointException($"{source} does not agree with its checksum: its numbers or names were changed after it was written. The file is damaged.");
        return new SafetensorsFile(source, entries, parsed.Metadata);
    }

    private static string Checksum(IReadOnlyList<SafetensorsEntry> entries)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (SafetensorsEntry entry in entries)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{entry.Name.Length} {entry.Name} {entry.Type} {string.Join(",", entry.Sizes)}\n")));
            hash.AppendData(entry.Bytes.Span);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Header(IReadOnlyList<SafetensorsEntry> entries, Dictionary<string, string> metadata)
    {
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            writer.WriteStartObject();
            if (metadata.Count > 0)
            {
                writer.WriteStartObject("__metadata__");
                foreach ((string key, string value) in metadata)
                    writer.WriteString(key, value);
                writer.WriteEndObject();
            }
            long at = 0;
            foreach (SafetensorsEntry entry in entries)
            {
                writer.WriteStartObject(entry.Name);
                writer.WriteString("dtype", entry.Type);
                writer.WriteStartArray("shape");
                foreach (long size in entry.Sizes)
                    writer.WriteNumberValue(size);
                writer.WriteEndArray();
                writer.WriteStartArray("data_offsets");
                writer.WriteNumberValue(at);
                writer.WriteNumberValue(at += entry.Bytes.Length);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
        }
        return json.ToArray();
    }
}
