using System.Text;
using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training.Checkpoints;

public sealed class BrokenCheckpointTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Linear model = new(2, 1, new MersenneTwister(1), bias: false);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("[]", 0, "is no JSON object")]
    [InlineData("{not JSON", 0, "is not JSON")]
    [InlineData("not JSON", 0, "does not begin with {")]
    [InlineData("""{"weight":3}""", 0, "has no object under 'weight'")]
    [InlineData("""{"weight":{"dtype":"X9","shape":[1,2],"data_offsets":[0,8]}}""", 8, "gives tensor 'weight' the unknown type 'X9'")]
    [InlineData("""{"weight":{"shape":[1,2],"data_offsets":[0,8]}}""", 8, "the unknown type ''")]
    [InlineData("""{"weight":{"dtype":"F32","shape":[1,-2],"data_offsets":[0,8]}}""", 8, "no whole number of 0 or more: -2")]
    [InlineData("""{"weight":{"dtype":"F32","shape":[1.5,2],"data_offsets":[0,8]}}""", 8, "no whole number of 0 or more: 1.5")]
    [InlineData("""{"weight":{"dtype":"F32","shape":"12","data_offsets":[0,8]}}""", 8, "no list of numbers under 'shape'")]
    [InlineData("""{"weight":{"dtype":"F32","shape":[99999999999,99999999999],"data_offsets":[0,8]}}""", 8, "which is too large")]
    [InlineData("""{"weight":{"dtype":"F32","shape":[1,2],"data_offsets":[8,0]}}""", 8, "expected are a start and an end")]
    [InlineData("""{"weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,4]}}""", 4, "takes 8 bytes, but a place of 4")]
    [InlineData("""{"weight":{"dtype":"F32","shape":[1,2],"data_offsets":[4,12]}}""", 12, "at byte 4, but the one before it ends at 0")]
    [InlineData("""{"weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""", 7, "is cut off: tensor 'weight' ends at byte 8 after the header, but only 7 are there")]
    [InlineData("""{"weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""", 9, "goes on after its last tensor")]
    [InlineData("""{"weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},"weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""", 8, "names 'weight' twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""", 8, "but the one before it ends at 4")]
    [InlineData("""{"weight":{"dtype":"BOOL","shape":[1,2],"data_offsets":[0,2]}}""", 2, "Of a type that is not read: weight of type BOOL")]
    [InlineData("""{"weight":{"dtype":"C64","shape":[1,2],"data_offsets":[0,16]}}""", 16, "Of a type that is not read: weight of type C64")]
    [InlineData("""{"weight":{"dtype":"F8_E8M0","shape":[1,2],"data_offsets":[0,2]}}""", 2, "Of a type that is not read: weight of type F8_E8M0")]
    [InlineData("""{"weight":{"dtype":"F4","shape":[1,2],"data_offsets":[0,1]}}""", 1, "Of a type that is not read: weight of type F4")]
    [InlineData("""{"weight":{"dtype":"F6_E2M3","shape":[1,2],"data_offsets":[0,2]}}""", 2, "ends in the middle of a byte")]
    [InlineData("""{"weight":{"dtype":"F32","shape":[1,-0],"data_offsets":[0,8]}}""", 8, "no whole number of 0 or more: -0")]
    [InlineData("""{"weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8,8]}}""", 8, "no list of at most 2 numbers")]
    [InlineData("""{"weight":{"dtype":"U8","shape":[4000000000],"data_offsets":[0,4000000000]}}""", 0, "more than can be held here")]
    [InlineData(""" {"weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""", 8, "does not begin with {")]
    [InlineData("""{"__metadata__":[],"weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""", 8, "has no object under '__metadata__'")]
    [InlineData("""{"__metadata__":{"a":1},"weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""", 8, "metadata 'a' that is no text")]
    public void A_broken_header_is_told_and_the_model_stays_as_it_was(string header, int dataBytes, string expected)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        AssertRefused([.. BitConverter.GetBytes((long)json.Length), .. json, .. new byte[dataBytes]], expected);
    }

    [Theory]
    [InlineData(0L, "", "has 3 bytes, but a safetensors file begins with 8")]
    [InlineData(-1L, "{}", "states a header of 18446744073709551615 bytes")]
    [InlineData(1L << 40, "{}", "states a header of 1099511627776 bytes")]
    [InlineData(3L, "{}", "states a header of 3 bytes, but the file has 2")]
    public void A_wrong_length_takes_no_memory(long length, string rest, string expected)
    {
        byte[] bytes = rest.Length == 0 ? [1, 2, 3] : [.. BitConverter.GetBytes(length), .. Encoding.UTF8.GetBytes(rest)];
        AssertRefused(bytes, expected);
    }

    [Fact]
    public void A_flipped_bit_in_the_numbers_is_noticed()
    {
        string path = folder.At("model.safetensors");
        Checkpoint.Save(path, model);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^3] ^= 4;
        AssertRefused(bytes, "does not agree with its checksum");
    }

    [Fact]
    public void A_name_is_cut_between_two_characters()
    {
        string name = new string('a', 59) + "\U0001F600\U0001F600";
        byte[] json = Encoding.UTF8.GetBytes($$"""{"{{name}}":3}""");
        string path = folder.Write("broken.safetensors", [.. BitConverter.GetBytes((long)json.Length), .. json]);
        Assert.True(Assert.Throws<CheckpointException>(() => Checkpoint.Load(path, model)).Message.IsNormalized());
    }

    [Fact]
    public void Any_damage_gives_a_clear_error_or_the_right_numbers()
    {
        string path = folder.At("whole.safetensors");
        Sequential saved = CheckpointTests.Model(1);
        Checkpoint.Save(path, saved);
        byte[] whole = File.ReadAllBytes(path);
        float[] right = Tasks.Bits(saved);
        int refused = 0;
        // Half of them in the first bytes, where the header is.
        const int Start = 900;
        IEnumerable<byte[]> cut = Enumerable.Range(0, 400).Select(length => whole[..length]);
        IEnumerable<byte[]> headers = new Fuzz([whole[..Start]]).Inputs(1500).Select(start => (byte[])[.. start, .. whole[Start..]]);
        foreach (byte[] damaged in cut.Concat(headers).Concat(new Fuzz([whole]).Inputs(1500)))
        {
            Sequential loaded = CheckpointTests.Model(2);
            float[] before = Tasks.Bits(loaded);
            try
            {
                Checkpoint.Load(folder.Write("damaged.safetensors", damaged), loaded);
                // Without its checksum a file looks like one of another tool's.
                if (Encoding.Latin1.GetString(damaged).Contains("\"neurolab.sha256\"", StringComparison.Ordinal))
                    Assert.Equal(right, Tasks.Bits(loaded));
            }
            catch (CheckpointException error)
            {
                refused++;
                Assert.Contains("damaged.safetensors", error.Message, StringComparison.Ordinal);
                Assert.Equal(before, Tasks.Bits(loaded));
            }
        }
        Assert.InRange(refused, 2000, int.MaxValue);
    }

    private void AssertRefused(byte[] bytes, string expected)
    {
        string path = folder.Write("broken.safetensors", bytes);
        float[] before = model.Weight.Value.ToArray();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        CheckpointException error = Assert.Throws<CheckpointException>(() => Checkpoint.Load(path, model));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 1 << 20);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, model.Weight.Value.ToArray());
    }
}
