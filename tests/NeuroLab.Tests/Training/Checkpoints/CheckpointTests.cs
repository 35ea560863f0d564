using System.Diagnostics;
using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training.Checkpoints;

public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_saved_is_loaded_bit_for_bit()
    {
        Sequential saved = Model(1), loaded = Model(2);
        saved.Forward(new Tensor(new Shape(2, 1, 8, 8), [.. Enumerable.Range(0, 128).Select(i => i / 64f)]));
        string path = folder.At("model.safetensors");
        Checkpoint.Save(path, saved);
        Checkpoint.Load(path, loaded);
        Assert.Equal(Tasks.Bits(saved), Tasks.Bits(loaded));
        Assert.Equal(Buffers(saved), Buffers(loaded));
        Assert.Equal(1, Assert.Single(loaded.Counters, counter => counter.IsPersistent).Value.Value);
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void All_that_does_not_fit_stands_in_one_message_and_the_model_stays_as_it_was()
    {
        MersenneTwister random = new(1);
        string path = folder.At("model.safetensors");
        Checkpoint.Save(path, new Sequential { new Linear(4, 8, random), new Linear(8, 3, random) });
        Sequential other = [new Linear(4, 6, random), new ReLU(), new Linear(8, 3, random, bias: false)];
        float[] before = Tasks.Bits(other);
        CheckpointException error = Assert.Throws<CheckpointException>(() => Checkpoint.Load(path, other));
        Assert.Contains("Missing from the file: 2.weight (out 3, in 8).", error.Message, StringComparison.Ordinal);
        Assert.Contains("In the file, but not expected: 1.weight (3, 8), 1.bias (3).", error.Message, StringComparison.Ordinal);
        Assert.Contains("Of another shape: 0.weight (out 6, in 4) is 0.weight (8, 4) in the file, 0.bias (out 6) is 0.bias (8) in the file.", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Tasks.Bits(other));
    }

    [Fact]
    public void A_missing_file_is_told() =>
        Assert.Contains("There is no checkpoint nowhere.safetensors", Assert.Throws<FileNotFoundException>(() => Checkpoint.Load("nowhere.safetensors", Model(1))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_save_that_fails_leaves_the_old_file_and_no_part_of_a_new_one()
    {
        string path = folder.At("model.safetensors");
        Directory.CreateDirectory(path);
        Assert.ThrowsAny<Exception>(() => Checkpoint.Save(path, Model(1)));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_place_that_can_not_be_written_is_told_and_nothing_is_left()
    {
        string file = folder.Write("file", "text"), below = System.IO.Path.Combine(file, "model.safetensors");
        foreach ((string path, string why) in new[] { (below, "file"), (folder.Path, "There is a folder of that name") })
        {
            string message = Assert.Throws<IOException>(() => Checkpoint.Save(path, Model(1))).Message;
            Assert.Contains($"The checkpoint {path} can't be written", message, StringComparison.Ordinal);
            Assert.Contains(why, message, StringComparison.Ordinal);
            Assert.Equal(message, Assert.Throws<IOException>(() => new BestCheckpoint(Model(1), path)).Message);
        }
        Assert.Equal([file], Directory.GetFileSystemEntries(folder.Path));
        Assert.Equal("text", File.ReadAllText(file));
    }

    [UnixFact]
    public void A_pipe_or_a_device_is_no_place_for_a_checkpoint_and_stays_one()
    {
        string pipe = folder.At("pipe"), link = folder.At("link");
        using (Process make = Process.Start("mkfifo", [pipe]))
            make.WaitForExit();
        File.CreateSymbolicLink(link, pipe);
        foreach (string path in new[] { pipe, link, "/dev/stdout", "/dev/fd/1" })
        {
            string message = Assert.Throws<IOException>(() => Checkpoint.Save(path, Model(1))).Message;
            Assert.Contains($"The checkpoint {path} can't be written", message, StringComparison.Ordinal);
            Assert.Contains("That is a device or a pipe", message, StringComparison.Ordinal);
            Assert.Equal(message, Assert.Throws<IOException>(() => new BestCheckpoint(Model(1), path)).Message);
        }

        Assert.Equal([link, pipe], Directory.GetFileSystemEntries(folder.Path).Order());
        Assert.Equal(pipe, new FileInfo(link).LinkTarget);
        using FileStream still = new(pipe, FileMode.Open, FileAccess.ReadWrite);
        Assert.False(still.CanSeek);
        Checkpoint.Save(folder.Write("empty", ""), Model(1));
        Checkpoint.Load(folder.At("empty"), Model(2));
    }

    [Fact]
    public void A_place_is_tried_before_training_and_left_as_it_was()
    {
        string kept = folder.Write("kept.safetensors", "an older one");
        _ = new BestCheckpoint(Model(1), kept);
        _ = new BestCheckpoint(Model(1), folder.At("new.safetensors"));
        Assert.Equal([kept], Directory.GetFiles(folder.Path));
        Assert.Equal("an older one", File.ReadAllText(kept));
    }

    [Fact]
    public void A_long_name_is_written_and_a_link_stays_a_link()
    {
        string path = folder.At(new string('n', 240));
        Checkpoint.Save(path, Model(1));
        string link = folder.At("link");
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(link, path);
        byte[] before = File.ReadAllBytes(path);
        Checkpoint.Save(link, Model(2));
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.NotEqual(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void Other_types_of_number_are_read()
    {
        string path = folder.At("model.safetensors");
        byte[] half = [0x00, 0x3E, 0x00, 0xC0], brain = [0x40, 0x40];
        using (FileStream stream = File.Create(path))
        {
            byte[] header = """{"bias":{"dtype":"BF16","shape":[1],"data_offsets":[4,6]},"weight":{"dtype":"F16","shape":[1,2],"data_offsets":[0,4]}}"""u8.ToArray();
            stream.Write(BitConverter.GetBytes((long)header.Length));
            stream.Write(header);
            stream.Write(half);
            stream.Write(brain);
        }
        Linear layer = new(2, 1, new MersenneTwister(1));
        Checkpoint.Load(path, layer);
        Assert.Equal([1.5f, -2f], layer.Weight.Value.ToArray());
        Assert.Equal([3f], layer.Bias!.Value.ToArray());
    }

    private static float[] Buffers(Layer model) => [.. model.Buffers.Where(buffer => buffer.IsPersistent).SelectMany(buffer => buffer.Value.ToArray())];

    internal static Sequential Model(int seed)
    {
        MersenneTwister random = new(seed);
        return [
            new Conv2d(1, 3, 3, random),
            new BatchNorm2d(3),
            new ReLU(),
            new Flatten(),
            new Dropout(0.2f, random),
            new Linear(3 * 36, 10, random),
        ];
    }
}
