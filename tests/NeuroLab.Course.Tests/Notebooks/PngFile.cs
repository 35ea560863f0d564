using System.Buffers.Binary;
using System.IO.Compression;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>Pictures in colour as PNG files, as a reader's camera or drawing program saves them.</summary>
internal static class PngFile
{
    /// <summary>The bytes of a file of eight bits a colour, red, green and blue.</summary>
    /// <param name="height">The rows.</param>
    /// <param name="width">The pixels of a row.</param>
    /// <param name="colour">Red, green and blue of the pixel in a row and a column.</param>
    internal static byte[] Of(int height, int width, Func<int, int, (byte Red, byte Green, byte Blue)> colour)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        using MemoryStream pixels = new();
        using (ZLibStream packed = new(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (int row = 0; row < height; row++)
            {
                packed.WriteByte(0);   // the row's filter: none
                for (int column = 0; column < width; column++)
                {
                    (byte red, byte green, byte blue) = colour(row, column);
                    packed.Write([red, green, blue]);
                }
            }
        }

        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, pixels.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] data)
    {
        byte[] length = new byte[4], sum = new byte[4], named = [.. name, .. data];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        uint crc = uint.MaxValue;
        foreach (byte next in named)
        {
            crc ^= next;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        BinaryPrimitives.WriteUInt32BigEndian(sum, ~crc);
        return [.. length, .. named, .. sum];
    }
}
