using System.IO.Compression;
using System.Text;
using NeuroLab.Data;

namespace NeuroLab.Tests.Data;

public sealed class FuzzTests
{
    private static readonly byte[] Idx = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, .. Enumerable.Range(0, 24).Select(i => (byte)i)];

    [Fact]
    public void Csv_gives_a_table_or_says_where_it_is_wrong()
    {
        string[] tables = ["a,b,\"c \"\"x\"\"\"\n1,2.5,\"x, y\"\n-3,4e2,z\n", "\uFEFFheight,kind\r\n1.5,cat\r\n-2e1,dog\r\n", "x\r1\r2\r", "sep=;\na;b\n1;2\n", ",a,b\n0,1,2\n"];
        Fuzz fuzz = new([.. tables.Select(Encoding.UTF8.GetBytes)]) { Words = ["\"\"", ";", "\t", "NaN", "sep=", "\r\n"] };
        fuzz.Run(bytes => Table(bytes, null, null, false).Numbers(), 4000, typeof(DataFormatException));
        fuzz.Run(bytes => Table(bytes, bytes.Length % 2 == 0 ? ';' : ',', bytes.Length % 3 == 0, bytes.Length % 5 == 0).Numbers(), 4000, typeof(DataFormatException));
    }

    [Fact]
    public void Idx_gives_numbers_or_says_what_is_wrong() =>
        new Fuzz([Idx, [0, 0, 0x0D, 1, 0, 0, 0, 1, 0x3F, 0xC0, 0, 0]]) { MostBytesPerByte = 8 }.Run(ReadIdx, 8000, typeof(DataFormatException));

    /// <summary>A packed file may hold 100 times its length or a million bytes, and seven bytes are allocated for each.</summary>
    [Fact]
    public void Packed_idx_gives_numbers_or_says_what_is_wrong() =>
        new Fuzz([Pack(Idx), Pack([0, 0, 8, 1, 0, 0, 0x13, 0x88, .. new byte[5000]])]) { MostBytesPerByte = 700, MostBytesBesides = 8 << 20 }
            .Run(ReadIdx, 8000, typeof(DataFormatException));

    private static CsvTable Table(byte[] bytes, char? separator, bool? hasHeader, bool hasIndex) =>
        CsvReader.Read(new MemoryStream(bytes), "test.csv", separator, hasHeader, hasIndex);

    private static void ReadIdx(byte[] bytes) => IdxReader.Read(new MemoryStream(bytes), "test.idx");

    private static byte[] Pack(byte[] bytes)
    {
        MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
