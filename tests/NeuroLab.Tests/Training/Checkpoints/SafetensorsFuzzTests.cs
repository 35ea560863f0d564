using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training.Checkpoints;

public sealed class SafetensorsFuzzTests
{
    /// <summary>A damaged file is told as one, and a model that it does not fit stays as it was.</summary>
    [Fact]
    public void Safetensors_gives_tensors_or_says_what_is_wrong()
    {
        using TemporaryFolder folder = new();
        Sequential model = [new Linear(2, 3, new MersenneTwister(1)), new BatchNorm1d(3)];
        Checkpoint.Save(folder.At("checked"), model, new Dictionary<string, string> { ["epoch"] = "3" });
        byte[] whole = File.ReadAllBytes(folder.At("checked"));
        byte[] header = """{"a":{"dtype":"F16","shape":[2,1],"data_offsets":[0,4]},"__metadata__":null,"b":{"dtype":"I64","shape":[],"data_offsets":[4,12]}}"""u8.ToArray();
        byte[] plain = [.. BitConverter.GetBytes((long)header.Length), .. header, .. new byte[12]];
        Fuzz fuzz = new([whole, plain]) { Words = ["\"dtype\"", "\"shape\"", "\"data_offsets\"", "\"__metadata__\"", "F8_E8M0", "F4", "C64", "[0,0]", "[]", "{}", "null"] };
        fuzz.Run(bytes => SafetensorsFile.Read(new MemoryStream(bytes), "test"), 8000, typeof(CheckpointException));
    }
}
