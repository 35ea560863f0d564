using System.Buffers.Binary;

namespace NeuroLab.Training;

/// <summary>One named tensor of a safetensors file: its type of number, its sizes, and its bytes, little-endian and row-major.</summary>
/// <param name="Name">The name, such as <c>0.weight</c>.</param>
/// <param name="Type">The type of number as the format spells it, such as <c>F32</c>.</param>
/// <param name="Sizes">The size of each axis; none for a single number.</param>
/// <param name="Bytes">The numbers.</param>
internal sealed record SafetensorsEntry(string Name, string Type, long[] Sizes, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The bits one number takes, or 0 for a type that the format does not have. Not all of them can be held here: see <see cref="HasNumbers"/>.</summary>
    internal static int BitsOf(string type) => type switch
    {
        "F4" => 4,
        "F6_E2M3" or "F6_E3M2" => 6,
        "BOOL" or "U8" or "I8" or "F8_E5M2" or "F8_E4M3" or "F8_E8M0" or "F8_E5M2FNUZ" or "F8_E4M3FNUZ" => 8,
        "I16" or "U16" or "F16" or "BF16" => 16,
        "I32" or "U32" or "F32" => 32,
        "I64" or "U64" or "F64" or "C64" => 64,
        _ => 0,
    };

    internal static SafetensorsEntry OfSingles(string name, long[] sizes, ReadOnlySpan<float> numbers)
    {
        byte[] bytes = new byte[sizeof(float) * numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(sizeof(float) * i), numbers[i]);
        return new SafetensorsEntry(name, "F32", sizes, bytes);
    }

    internal static SafetensorsEntry OfDoubles(string name, long[] sizes, ReadOnlySpan<double> numbers)
    {
        byte[] bytes = new byte[sizeof(double) * numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(sizeof(double) * i), numbers[i]);
        return new SafetensorsEntry(name, "F64", sizes, bytes);
    }

    internal static SafetensorsEntry OfLongs(string name, long[] sizes, ReadOnlySpan<long> numbers)
    {
        byte[] bytes = new byte[sizeof(long) * numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(sizeof(long) * i), numbers[i]);
        return new SafetensorsEntry(name, "I64", sizes, bytes);
    }

    /// <summary>Whether <see cref="Numbers"/> can read this type.</summary>
    internal bool HasNumbers => Type is "F64" or "F32" or "F16" or "BF16" or "I64" or "I32" or "I16" or "I8" or "U8";

    /// <summary>The only number, if it is a whole one, of whatever type it is stored in.</summary>
    internal long? WholeNumber()
    {
        if (Type == "I64")
            return BinaryPrimitives.ReadInt64LittleEndian(Bytes.Span);
        double number = Numbers()[0];
        return Math.Abs(number) < 1L << 53 && number == Math.Floor(number) ? (long)number : null;
    }

    /// <summary>The numbers, of whatever type they are stored in.</summary>
    internal double[] Numbers()
    {
        int size = BitsOf(Type) / 8;
        double[] numbers = new double[Bytes.Length / size];
        for (int i = 0; i < numbers.Length; i++)
        {
            ReadOnlySpan<byte> at = Bytes.Span.Slice(i * size, size);
            numbers[i] = Type switch
            {
                "F64" => BinaryPrimitives.ReadDoubleLittleEndian(at),
                "F32" => BinaryPrimitives.ReadSingleLittleEndian(at),
                "F16" => (double)BinaryPrimitives.ReadHalfLittleEndian(at),
                "BF16" => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(at) << 16),
                "I64" => BinaryPrimitives.ReadInt64LittleEndian(at),
                "I32" => BinaryPrimitives.ReadInt32LittleEndian(at),
                "I16" => BinaryPrimitives.ReadInt16LittleEndian(at),
                "I8" => (sbyte)at[0],
                "U8" => at[0],
                _ => throw new NotSupportedException($"Numbers of type {Type} are not read."),
            };
        }
        return numbers;
    }
}
