using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>
/// Reads IDX files, the format of MNIST and Fashion-MNIST: two zero bytes, the type of the numbers, the number of axes, the
/// size of each axis (32 bits, big-endian), then the numbers in row-major order. Files packed with gzip are unpacked on the way.
/// </summary>
/// <remarks>
/// The sizes that a file states are held against its length before memory is taken for them, so that a broken file can't ask
/// for more than it holds. A packed file may hold up to 100 times its own length, or a million bytes. For each byte unpacked up to
/// seven are allocated: four of them stay, as a float.
/// Format: https://yann.lecun.com/exdb/mnist/
/// </remarks>
public static class IdxReader
{
    private const int MostAxes = 8;

    // Pictures pack to a fifth, labels in order far better. What packs better still would fill the memory from a small file.
    private const long MostPacked = 100, AlwaysPacked = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is; a file packed with gzip is recognised by its first bytes.</param>
    /// <returns>The numbers, in the shape the file states.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DataFormatException">It is no IDX file, or is cut off, or goes on too long.</exception>
    public static Tensor Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file {path} (looked in {Directory.GetCurrentDirectory()}).", path);
        using FileStream file = File.OpenRead(path);
        return Read(file, path);
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The bytes; it must tell its length.</param>
    /// <param name="source">What messages call it.</param>
    /// <exception cref="DataFormatException">It holds no IDX data, or is cut off, or goes on too long.</exception>
    public static Tensor Read(Stream stream, string source)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> start = stackalloc byte[2];
        int found = stream.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        stream.Position = 0;
        if (found < 2 || start is not [0x1F, 0x8B])
            return ReadPlain(stream, source, stream.Length, packed: null);
        try
        {
            long most = Math.Max(AlwaysPacked, stream.Length * MostPacked);
            uint packed = PackedLength(stream, source);
            using GZipStream unpacked = new(stream, CompressionMode.Decompress, leaveOpen: true);
            return ReadPlain(unpacked, source, most, packed);
        }
        catch (InvalidDataException exception)
        {
            throw new DataFormatException($"{source} is packed with gzip, but can't be unpacked: {exception.Message} Fetch the file again.", exception);
        }
    }

    /// <summary>How many bytes were packed, as the last four bytes of a file packed with gzip say.</summary>
    private static uint PackedLength(Stream stream, string source)
    {
        const int Shortest = 18;
        if (stream.Length < Shortest)
            throw new DataFormatException($"{source} is packed with gzip, but cut off after {stream.Length} bytes. Fetch the file again.");
        Span<byte> end = stackalloc byte[4];
        stream.Position = stream.Length - end.Length;
        stream.ReadExactly(end);
        stream.Position = 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(end);
    }

    private static Tensor ReadPlain(Stream stream, string source, long mostBytes, uint? packed)
    {
        byte[] header = ReadBytes(stream, 4, source, "its first 4 bytes");
        if (header[0] != 0 || header[1] != 0)
            throw new DataFormatException($"{source} is no IDX file: it should start with two zero bytes, but starts with {header[0]}, {header[1]}.");
        int size = SizeOf(header[2], source);
        if (header[3] is 0 or > MostAxes)
            throw new DataFormatException($"{source} states {header[3]} axes, but an IDX file has 1 to {MostAxes}.");

        byte[] stated = ReadBytes(stream, 4 * header[3], source, "the sizes of its axes");
        int[] sizes = new int[header[3]];
        long count = 1;
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            sizes[axis] = BinaryPrimitives.ReadInt32BigEndian(stated.AsSpan(4 * axis));
            if (sizes[axis] < 0)
                throw new DataFormatException($"{source} states a size of {(uint)sizes[axis]} for axis {axis}, which can't be right: at most {int.MaxValue} fit.");
            count = checked(count * Math.Max(1, sizes[axis]));
            if (count * size > Array.MaxLength)
                throw new DataFormatException($"{source} states the shape ({Join(sizes[..(axis + 1)])}, ...), more numbers than fit into memory at once: its header is broken.");
        }
        count = sizes.Contains(0) ? 0 : count;
        long length = header.Length + stated.Length + count * size;
        if (packed is not null && packed != (uint)length)
            throw new DataFormatException($"{source} states the shape ({Join(sizes)}), so {length} bytes were packed, but its last four bytes say {packed}: it was cut off, or something stands after its end. Fetch the file again.");
        if (packed is not null && count * size > mostBytes)
            throw new DataFormatException($"{source} states the shape ({Join(sizes)}), {count * size} bytes packed into a file that may hold {mostBytes} at most. If that is right, unpack it first: gunzip.");
        if (count * size > mostBytes)
            throw new DataFormatException($"{source} states the shape ({Join(sizes)}), {count * size} bytes, but the file can't hold that many: it was cut off, or its header is broken. Fetch the file again.");

        Tensor tensor = new(new Shape(sizes), Numbers(ReadBytes(stream, (int)count * size, source, $"the numbers of shape ({Join(sizes)})"), header[2], size));
        if (stream.ReadByte() >= 0)
            throw new DataFormatException($"{source} goes on after its last number: its shape ({Join(sizes)}) takes {count * size} bytes. Fetch the file again.");
        return tensor;
    }

    private static int SizeOf(byte type, string source) => type switch
    {
        0x08 or 0x09 => 1,
        0x0B => 2,
        0x0C or 0x0D => 4,
        0x0E => 8,
        _ => throw new DataFormatException($"{source} states the type of number 0x{type:X2}, but IDX files hold 0x08 (byte), 0x09, 0x0B, 0x0C (whole numbers), 0x0D (float) or 0x0E (double)."),
    };

    private static float[] Numbers(byte[] bytes, byte type, int size)
    {
        float[] numbers = new float[bytes.Length / size];
        for (int i = 0; i < numbers.Length; i++)
        {
            ReadOnlySpan<byte> number = bytes.AsSpan(i * size, size);
            numbers[i] = type switch
            {
                0x08 => number[0],
                0x09 => (sbyte)number[0],
                0x0B => BinaryPrimitives.ReadInt16BigEndian(number),
                0x0C => BinaryPrimitives.ReadInt32BigEndian(number),
                0x0D => BinaryPrimitives.ReadSingleBigEndian(number),
                _ => (float)BinaryPrimitives.ReadDoubleBigEndian(number),
            };
        }
        return numbers;
    }

    /// <summary>Takes memory as bytes come in, since a packed file may state far more than it holds.</summary>
    private static byte[] ReadBytes(Stream stream, int count, string source, string what)
    {
        byte[] bytes = new byte[Math.Min(count, 1 << 20)];
        int read = 0;
        while (true)
        {
            read += stream.ReadAtLeast(bytes.AsSpan(read), bytes.Length - read, throwOnEndOfStream: false);
            if (read == count)
                return bytes;
            if (read < bytes.Length)
                throw new DataFormatException($"{source} is cut off: {what} take {count} bytes, but only {read} are there. Fetch the file again.");
            Array.Resize(ref bytes, (int)Math.Min(count, 2L * bytes.Length));
        }
    }

    private static string Join(int[] sizes) => string.Join(", ", sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));
}
