using System.IO.Compression;
using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Data;

public sealed class IdxReaderTests
{
    [Fact]
    public void Bytes_are_read_in_the_stated_shape()
    {
        Tensor tensor = Read([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 255]);
        Assert.Equal(new Shape(2, 3), tensor.Shape);
        Assert.Equal([1, 2, 3, 4, 5, 255], tensor.ToArray());
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0x09, 1, 0, 0, 0, 1, 0xFE }, -2)]
    [InlineData(new byte[] { 0, 0, 0x0B, 1, 0, 0, 0, 1, 0x01, 0x02 }, 258)]
    [InlineData(new byte[] { 0, 0, 0x0C, 1, 0, 0, 0, 1, 0, 1, 0, 0 }, 65536)]
    [InlineData(new byte[] { 0, 0, 0x0D, 1, 0, 0, 0, 1, 0x3F, 0xC0, 0, 0 }, 1.5)]
    [InlineData(new byte[] { 0, 0, 0x0E, 1, 0, 0, 0, 1, 0x3F, 0xF8, 0, 0, 0, 0, 0, 0 }, 1.5)]
    public void Every_type_of_number_is_big_endian(byte[] bytes, float expected) => Assert.Equal([expected], Read(bytes).ToArray());

    [Fact]
    public void A_packed_file_is_unpacked()
    {
        byte[] plain = [0, 0, 8, 1, 0, 0, 0, 4, 9, 8, 7, 6];
        Assert.Equal([9, 8, 7, 6], Read(Pack(plain)).ToArray());
    }

    [Theory]
    [InlineData(new byte[] { }, "is cut off: its first 4 bytes")]
    [InlineData(new byte[] { 1, 0, 8, 1 }, "should start with two zero bytes, but starts with 1, 0")]
    [InlineData(new byte[] { 0, 0, 7, 1 }, "the type of number 0x07")]
    [InlineData(new byte[] { 0, 0, 8, 0 }, "states 0 axes")]
    [InlineData(new byte[] { 0, 0, 8, 200 }, "states 200 axes")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0, 0 }, "is cut off: the sizes of its axes")]
    [InlineData(new byte[] { 0, 0, 8, 1, 255, 255, 255, 255 }, "a size of 4294967295 for axis 0")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0x7F, 0, 0, 0, 0x7F, 0, 0, 0 }, "more numbers than fit into memory")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0x7F, 0, 0, 0, 1, 2 }, "the file can't hold that many")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 4, 1, 2, 3 }, "is cut off: the numbers of shape (4) take 4 bytes, but only 3 are there")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 2, 1, 2, 3 }, "goes on after its last number")]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 0, 1, 2, 3 }, "test.idx")]
    public void A_broken_file_is_told(byte[] bytes, string expected)
    {
        DataFormatException error = Assert.Throws<DataFormatException>(() => Read(bytes));
        Assert.StartsWith("test.idx", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_file_that_states_far_too_much_takes_no_memory()
    {
        byte[] bytes = new byte[4 << 20];
        new MersenneTwister(1).NextBytes(bytes);
        byte[] claim = Pack([0, 0, 8, 1, 0x7F, 0xFF, 0, 0, .. bytes]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("cut off", Assert.Throws<DataFormatException>(() => Read(claim)).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
    }

    [Fact]
    public void A_packed_file_that_is_cut_off_or_goes_on_is_refused_wherever_that_is()
    {
        byte[] packed = Pack([0, 0, 8, 1, 0, 0, 0, 100, .. Enumerable.Range(0, 100).Select(i => (byte)(7 * i))]);
        Assert.Equal(100, Read(packed).Length);
        for (int length = 2; length < packed.Length; length++)
            Assert.Throws<DataFormatException>(() => Read(packed[..length]));
        foreach (byte[] rubbish in new byte[][] { [0], [1, 2, 3, 4, 5], new byte[9000], [0x1F, 0x8B], packed })
            Assert.Throws<DataFormatException>(() => Read([.. packed, .. rubbish]));
        string message = Assert.Throws<DataFormatException>(() => Read(packed[..^3])).Message;
        Assert.Contains("its last four bytes say", message, StringComparison.Ordinal);
        Assert.Contains("cut off, or something stands after its end", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_file_does_not_fill_the_memory()
    {
        byte[] bomb = Pack([0, 0, 8, 1, 0x04, 0, 0, 0, .. new byte[1 << 26]]);
        Assert.InRange(bomb.Length, 1, 100_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = Assert.Throws<DataFormatException>(() => Read(bomb)).Message;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Contains("unpack it first", message, StringComparison.Ordinal);
        Assert.Equal(60_000, Read(Pack([0, 0, 8, 1, 0, 0, 0xEA, 0x60, .. new byte[60_000]])).Length);
    }

    [Fact]
    public void A_label_far_beyond_the_samples_makes_no_classes()
    {
        using TemporaryFolder folder = new();
        string images = folder.Write("images", [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0]);
        string labels = folder.Write("labels", [0, 0, 0x0C, 1, 0, 0, 0, 1, 0x00, 0xFF, 0xFF, 0xFF]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = Assert.Throws<DataFormatException>(() => Datasets.FromIdx(images, labels)).Message;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Contains("there would be 16777216 classes for 1 samples", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_damage_gives_a_clear_error_or_a_right_shape(bool packed)
    {
        byte[] whole = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, .. Enumerable.Range(0, 24).Select(i => (byte)i)];
        foreach (byte[] damaged in new Fuzz([packed ? Pack(whole) : whole]).Inputs(3000))
        {
            try
            {
                Tensor tensor = Read(damaged);
                Assert.Equal(tensor.Shape.ElementCount, tensor.Length);
                Assert.InRange(tensor.Length, 0, 2000 + damaged.Length);
            }
            catch (DataFormatException error)
            {
                Assert.StartsWith("test.idx", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Images_and_labels_make_a_data_set()
    {
        using TemporaryFolder folder = new();
        string images = folder.Write("images", [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255, 51, 0]);
        string labels = folder.Write("labels", [0, 0, 8, 1, 0, 0, 0, 2, 3, 1]);
        Dataset data = Datasets.FromIdx(images, labels);
        Assert.Equal("(samples 2, channel 1, height 1, width 2)", data.Inputs.Shape.ToString());
        Assert.Equal([0, 1, 0.2f, 0], data.Inputs.ToArray());
        Assert.Equal([3, 1], data.Labels);

        string few = folder.Write("few", [0, 0, 8, 1, 0, 0, 0, 1, 3]);
        Assert.Contains("don't belong together", Assert.Throws<DataFormatException>(() => Datasets.FromIdx(images, few)).Message, StringComparison.Ordinal);
        Assert.Contains("images have shape (samples, height, width)", Assert.Throws<DataFormatException>(() => Datasets.FromIdx(labels, few)).Message, StringComparison.Ordinal);
        Assert.Contains("does not hold labels", Assert.Throws<DataFormatException>(() => Datasets.FromIdx(images, labels, ["a", "b"])).Message, StringComparison.Ordinal);
    }

    private static Tensor Read(byte[] bytes) => IdxReader.Read(new MemoryStream(bytes), "test.idx");

    private static byte[] Pack(byte[] bytes)
    {
        MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
