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
        string[] tables = ["a,b,\"c \"\"x\"\"\"\n1,2.5,\"x, y\"\n-3,4e2,z\n", "\uFEFFheight,kind\r\n1.5,cat\r\n-2e1,dog\r\n", "x\n1\n2\n"];
        Fuzz fuzz = new([.. tables.Select(Encoding.UTF8.GetBytes)]) { Words = ["\"\"", ";", "\t", "NaN"] };
        fuzz.Run(bytes => CsvReader.Read(new MemoryStream(bytes), "test.csv").Numbers(), 5000, typeof(DataFormatException));
    }

    [Fact]
    public void Idx_gives_numbers_or_says_what_is_wrong() =>
        new Fuzz([Idx, [0, 0, 0x0D, 1, 0, 0, 0, 1, 0x3F, 0xC0, 0, 0]]).Run(ReadIdx, 5000, typeof(DataFormatException));

    [Fact]
    public void Packed_idx_gives_numbers_or_says_what_is_wrong() =>
        new Fuzz([Pack(Idx), Pack(new byte[5000])]).Run(ReadIdx, 5000, typeof(DataFormatException));

    private static void ReadIdx(byte[] bytes) => IdxReader.Read(new MemoryStream(bytes), "test.idx");

    private static byte[] Pack(byte[] bytes)
    {
        MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
