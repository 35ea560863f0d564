using System.Buffers.Binary;
using System.Text;

namespace NeuroLab.Tests.Shared;

/// <summary>
/// Damages bytes as accidents and attackers do: bits flipped, bytes lost, doubled, swapped or cut off, numbers made extreme, words
/// replaced, and halves of two files put together.
/// </summary>
internal static class Mutation
{
    private static readonly string[] Numbers =
        ["-1", "0", "0.5", "1e999", "NaN", "null", "true", "2147483647", "2147483648", "4294967295", "4294967296", "9223372036854775807", "18446744073709551615"];

    private static readonly byte[][] Rubbish =
        [[0], [0xFF], [0xEF, 0xBB, 0xBF], [0xC3], [0xED, 0xA0, 0xBD], "\\ud83d"u8.ToArray(), "\""u8.ToArray(), "\r\n"u8.ToArray(), "\r"u8.ToArray(), "{"u8.ToArray(), "["u8.ToArray(), "}"u8.ToArray(), ","u8.ToArray()];

    /// <summary>One to four kinds of damage to one of the samples.</summary>
    /// <param name="samples">Whole inputs.</param>
    /// <param name="words">Words of the format: any of them may turn up anywhere.</param>
    /// <param name="random">Where all that is random comes from.</param>
    internal static byte[] Of(IReadOnlyList<byte[]> samples, IReadOnlyList<string> words, Random random)
    {
        List<byte> bytes = [.. samples[random.Next(samples.Count)]];
        for (int times = random.Next(1, 5); times > 0; times--)
            Damage(bytes, samples, words, random);
        return [.. bytes];
    }

    private static void Damage(List<byte> bytes, IReadOnlyList<byte[]> samples, IReadOnlyList<string> words, Random random)
    {
        int at = random.Next(bytes.Count + 1), length = Math.Min(1 << random.Next(7), bytes.Count - at);
        switch (random.Next(12))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                bytes.InsertRange(at, Enumerable.Repeat(Rubbish[random.Next(Rubbish.Length)], 1 << random.Next(9)).SelectMany(piece => piece));
                break;
            case 6:
                Overwrite(bytes, at, Extreme(random));
                break;
            case 7:
                ReplaceNumber(bytes, at, random);
                break;
            case 8 when words.Count > 0:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(words[random.Next(words.Count)]));
                break;
            case 9 when words.Count > 0:
                Overwrite(bytes, at, Encoding.UTF8.GetBytes(words[random.Next(words.Count)]));
                break;
            case 10:
                List<byte> piece = bytes.GetRange(at, length);
                bytes.RemoveRange(at, length);
                bytes.InsertRange(random.Next(bytes.Count + 1), piece);
                break;
            default:
                byte[] other = samples[random.Next(samples.Count)];
                bytes.RemoveRange(at, bytes.Count - at);
                bytes.AddRange(other[random.Next(other.Length + 1)..]);
                break;
        }
    }

    private static void Overwrite(List<byte> bytes, int at, ReadOnlySpan<byte> by)
    {
        for (int i = 0; i < by.Length && at + i < bytes.Count; i++)
            bytes[at + i] = by[i];
    }

    /// <summary>A number of 1 to 8 bytes at the edge of what its type holds, in either byte order.</summary>
    private static byte[] Extreme(Random random)
    {
        ulong[] edges = [0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, int.MaxValue, 0x8000_0000, uint.MaxValue, long.MaxValue, 1UL << 63, ulong.MaxValue];
        byte[] number = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(number, edges[random.Next(edges.Length)]);
        number = number[..(1 << random.Next(4))];
        if (random.Next(2) == 0)
            Array.Reverse(number);
        return number;
    }

    /// <summary>Puts another number in place of the next one that is written in digits.</summary>
    private static void ReplaceNumber(List<byte> bytes, int at, Random random)
    {
        int start = bytes.FindIndex(at, letter => letter is >= (byte)'0' and <= (byte)'9');
        if (start < 0)
            return;
        int end = bytes.FindIndex(start, letter => letter is < (byte)'0' or > (byte)'9');
        bytes.RemoveRange(start, (end < 0 ? bytes.Count : end) - start);
        bytes.InsertRange(start, Encoding.UTF8.GetBytes(Numbers[random.Next(Numbers.Length)]));
    }
}
