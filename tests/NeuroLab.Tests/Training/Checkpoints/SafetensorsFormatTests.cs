using System.Text;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training.Checkpoints;

/// <summary>What the format allows is read, and its numbers are there as far as they can be held.</summary>
public sealed class SafetensorsFormatTests
{
    [Theory]
    [InlineData("""{"__metadata__":null,"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"__metadata__":{},"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}     """, 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"more":{"a":[[[[[[[[[[1]]]]]]]]]]}}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[99999999999,0],"data_offsets":[0,0]}}""", 0)]
    [InlineData("""{"a":{"dtype":"F8_E8M0","shape":[3],"data_offsets":[0,3]}}""", 3)]
    [InlineData("""{"a":{"dtype":"F8_E5M2FNUZ","shape":[3],"data_offsets":[0,3]}}""", 3)]
    [InlineData("""{"a":{"dtype":"C64","shape":[2],"data_offsets":[0,16]}}""", 16)]
    [InlineData("""{"a":{"dtype":"F4","shape":[6],"data_offsets":[0,3]}}""", 3)]
    [InlineData("""{"a":{"dtype":"F6_E3M2","shape":[4],"data_offsets":[0,3]}}""", 3)]
    [InlineData("""{"a":{"dtype":"U64","shape":[1],"data_offsets":[0,8]}}""", 8)]
    [InlineData("{}", 0)]
    public void What_the_format_allows_is_read(string header, int dataBytes)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        SafetensorsFile file = SafetensorsFile.Read(new MemoryStream([.. BitConverter.GetBytes((long)json.Length), .. json, .. new byte[dataBytes]]), "test");
        Assert.Equal(dataBytes, file.Entries.Sum(entry => entry.Bytes.Length));
    }
}
