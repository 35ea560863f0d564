using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Data;

public sealed class AugmentationTests
{
    private static readonly Tensor Batch = FiniteDifferences.Distinct(new Shape(40, 2, 5, 6), new MersenneTwister(1));

    public static TheoryData<Augmentation> ThatDoNothing =>
    [
        new RandomShift(0), new RandomRotation(0), new RandomCrop((5, 6)), new RandomHorizontalFlip(0), new RandomVerticalFlip(0),
        new Compose(), new Compose(new RandomShift(0), new RandomCrop((5, 6))),
    ];

    public static TheoryData<Augmentation> All =>
    [
        new RandomShift((1, 2)), new RandomRotation(30), new RandomCrop((4, 3), padding: 1), new RandomHorizontalFlip(), new RandomVerticalFlip(0.3),
        new Compose(new RandomCrop(4), new RandomRotation(10), new RandomShift(1)), new Noise(),
    ];

    [Theory]
    [MemberData(nameof(ThatDoNothing))]
    public void At_zero_pictures_stay_as_they_are(Augmentation augmentation) =>
        Assert.Equal(Batch.ToArray(), augmentation.Apply(Batch, new MersenneTwister(2)).ToArray());

    [Theory]
    [MemberData(nameof(All))]
    public void One_seed_gives_one_result_and_the_pictures_given_stay(Augmentation augmentation)
    {
        float[] before = Batch.ToArray(), first = augmentation.Apply(Batch, new MersenneTwister(2)).ToArray();
        Assert.Equal(first, augmentation.Apply(Batch, new MersenneTwister(2)).ToArray());
        Assert.NotEqual(first, augmentation.Apply(Batch, new MersenneTwister(3)).ToArray());
        Assert.Equal(before, Batch.ToArray());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_result_has_the_shape_that_was_stated(Augmentation augmentation)
    {
        Shape named = Batch.Shape.Named("samples", "channel", "height", "width");
        Tensor result = augmentation.Apply(Batch.Reshape(named), new MersenneTwister(2));
        Assert.Equal(augmentation.OutputShape(named).ToString(), result.Shape.ToString());
        Assert.StartsWith("(samples 40, channel 2, height ", result.Shape.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, augmentation.Apply(new Tensor(0, 2, 5, 6), new MersenneTwister(2)).Length);
    }

    [Fact]
    public void Every_shift_occurs_and_no_other()
    {
        float[][] shifts = [.. from down in new[] { -1, 0, 1 } from right in new[] { -2, -1, 0, 1, 2 } select Pictures.Shift(OnePicture(), down, right).ToArray()];
        AssertOccur(shifts, new RandomShift((1, 2)));
    }

    [Fact]
    public void Every_part_occurs_and_no_other()
    {
        Tensor padded = Pictures.Pad(OnePicture(), 1);
        float[][] parts = [.. from top in Enumerable.Range(0, 4) from left in Enumerable.Range(0, 5) select Pictures.Crop(padded, top, left, 4).ToArray()];
        AssertOccur(parts, new RandomCrop(4, padding: 1));
    }

    [Fact]
    public void Flipped_twice_is_as_before_and_about_as_many_are_flipped_as_asked_for()
    {
        foreach ((Augmentation always, Augmentation some, Tensor flipped) in new (Augmentation, Augmentation, Tensor)[]
        {
            (new RandomHorizontalFlip(1), new RandomHorizontalFlip(0.3), Pictures.FlipHorizontally(OnePicture())),
            (new RandomVerticalFlip(1), new RandomVerticalFlip(0.3), Pictures.FlipVertically(OnePicture())),
        })
        {
            MersenneTwister random = new(4);
            Assert.Equal(flipped.ToArray(), always.Apply(OnePicture(), random).ToArray());
            Assert.Equal(OnePicture().ToArray(), always.Apply(flipped, random).ToArray());
            int count = Enumerable.Range(0, 1000).Count(_ => some.Apply(OnePicture(), random).ToArray().SequenceEqual(flipped.ToArray()));
            Assert.InRange(count, 250, 350);
        }
    }

    [Fact]
    public void Steps_follow_one_another_on_one_generator()
    {
        MersenneTwister random = new(5);
        Tensor expected = new RandomCrop(3).Apply(new RandomRotation(40).Apply(OnePicture(), random), random);
        Assert.Equal(expected.ToArray(), new Compose(new RandomRotation(40), new RandomCrop(3)).Apply(OnePicture(), new MersenneTwister(5)).ToArray());
    }

    [Fact]
    public void Batches_change_the_pictures_and_nothing_else()
    {
        Dataset data = Digits();
        float[] before = data.Inputs.ToArray();
        Batch[] plain = [.. data.Batches(16, new MersenneTwister(6))];
        Batch[] changed = [.. data.Batches(16, new MersenneTwister(6), augmentation: new RandomShift(1))];
        Batch[] again = [.. data.Batches(16, new MersenneTwister(6), augmentation: new RandomShift(1))];
        Assert.Equal(plain.Length, changed.Length);
        for (int i = 0; i < plain.Length; i++)
        {
            Assert.Equal(plain[i].Labels, changed[i].Labels);
            Assert.Equal(changed[i].Inputs.ToArray(), again[i].Inputs.ToArray());
            Assert.NotEqual(plain[i].Inputs.ToArray(), changed[i].Inputs.ToArray());
            for (int sample = 0; sample < plain[i].Count; sample++)
            {
                float[] shifted = changed[i].Inputs.Rows(sample).ToArray();
                Assert.Contains(Moves(plain[i].Inputs.Rows(sample)), move => move.SequenceEqual(shifted));
            }
        }
        Assert.Equal(before, data.Inputs.ToArray());
        Assert.Equal("(batch 4, channel 1, height 6, width 6)", data.Batches(4, new MersenneTwister(6), augmentation: new RandomCrop(6)).First().Inputs.Shape.ToString());
    }

    [Fact]
    public void The_next_epoch_sees_other_changes_and_what_an_augmentation_draws_moves_nothing_else()
    {
        Dataset data = Digits();
        MersenneTwister one = new(7), other = new(7);
        float[] first = data.Batches(data.Count, one, augmentation: new RandomShift(1)).Single().Inputs.ToArray();
        _ = data.Batches(data.Count, other, augmentation: new Compose(new RandomRotation(10), new RandomShift(1))).Single();
        Assert.Equal(one.NextDouble(), other.NextDouble());
        Assert.NotEqual(first.Order(), data.Batches(data.Count, one, augmentation: new RandomShift(1)).Single().Inputs.ToArray().Order());
    }

    [Fact]
    public void Changing_pictures_allocates_nothing()
    {
        Tensor result = new(Batch.Shape);
        MersenneTwister random = new(8);
        Compose steps = new(new RandomCrop((5, 6), padding: 2), new RandomHorizontalFlip(), new RandomVerticalFlip(), new RandomRotation(20), new RandomShift(1));
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Batch.Shape[0]; i++)
                steps.Change(Batch.Sample(i), (5, 6), result.Sample(i), random);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }));
    }

    [Fact]
    public void Names_tell_the_settings() => Assert.Equal(
        "Compose(RandomCrop(28, padding: 2), RandomShift((1, 2)), RandomRotation(7.5), RandomHorizontalFlip(0.5), RandomVerticalFlip(1))",
        new Compose(new RandomCrop(28, 2), new RandomShift((1, 2)), new RandomRotation(7.5), new RandomHorizontalFlip(), new RandomVerticalFlip(1)).ToString());

    [Fact]
    public void Impossible_settings_are_refused()
    {
        Assert.Contains("(-1, 0)", Assert.Throws<ArgumentOutOfRangeException>(() => new RandomShift((-1, 0))).Message, StringComparison.Ordinal);
        Assert.Contains("such as 28", Assert.Throws<ArgumentOutOfRangeException>(() => new RandomCrop(0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomCrop(3, padding: -1));
        Assert.Contains("0 to 180", Assert.Throws<ArgumentOutOfRangeException>(() => new RandomRotation(181)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomRotation(double.NaN));
        Assert.Contains("1.5", Assert.Throws<ArgumentOutOfRangeException>(() => new RandomHorizontalFlip(1.5)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomVerticalFlip(double.NaN));
        Assert.Throws<ArgumentNullException>(() => new Compose(new RandomShift(1), null!));
    }

    [Fact]
    public void What_is_no_picture_or_too_small_is_refused_with_a_remedy()
    {
        MersenneTwister random = new(9);
        Assert.Contains("AsImages(channels, height, width)", Assert.Throws<ShapeException>(() => new RandomShift(1).Apply(new Tensor(5, 64), random)).Message, StringComparison.Ordinal);
        string message = Assert.Throws<ShapeException>(() => new Compose(new RandomCrop(8, padding: 1)).Apply(new Tensor(2, 1, 5, 6), random)).Message;
        Assert.All(["RandomCrop(8, padding: 1)", "height 5 and width 6", "7 high and 8 wide"], part => Assert.Contains(part, message, StringComparison.Ordinal));
        message = Assert.Throws<ArgumentException>(() => Digits().Batches(16, augmentation: new RandomShift(1))).Message;
        Assert.Contains("RandomShift(1) draws at random, so it needs a generator: give one beside the batch size, as in Batches(64, random, augmentation: ...)", message, StringComparison.Ordinal);
        Assert.Throws<ShapeException>(() => Synthetic.Spiral(20, random).Batches(16, random, augmentation: new RandomShift(1)));
    }

    private static Tensor OnePicture() => Batch.Slice(0, ..1);

    private static Dataset Digits() => Datasets.OptDigits().Subset(..50).AsImages(1, 8, 8);

    private static IEnumerable<float[]> Moves(Tensor picture) =>
        from down in new[] { -1, 0, 1 } from right in new[] { -1, 0, 1 } select Pictures.Shift(picture, down, right).ToArray();

    private static void AssertOccur(float[][] expected, Augmentation augmentation)
    {
        MersenneTwister random = new(3);
        HashSet<int> seen = [];
        for (int i = 0; i < 60 * expected.Length; i++)
        {
            float[] result = augmentation.Apply(OnePicture(), random).ToArray();
            int place = Array.FindIndex(expected, one => one.SequenceEqual(result));
            Assert.True(place >= 0, "A result is none of those that are possible.");
            seen.Add(place);
        }
        Assert.Equal(expected.Length, seen.Count);
    }

    private sealed class Noise : Augmentation
    {
        protected internal override void Change(ReadOnlySpan<float> picture, Size2d size, Span<float> result, Random random)
        {
            for (int i = 0; i < result.Length; i++)
                result[i] = picture[i] + (float)random.NextDouble();
        }
    }
}
