using MathNet.Numerics.Random;
using NeuroLab.Inspection;
using NeuroLab.Layers;

namespace NeuroLab.Tests.Inspection;

public sealed class WeightRecorderTests
{
    private readonly Linear layer = new(2, 1, new MersenneTwister(1));

    [Fact]
    public void Snapshots_are_copies_with_labels()
    {
        WeightRecorder recorder = new(layer.Parameters);
        recorder.Record("start");
        float before = layer.Weight.Value[0, 0];
        layer.Weight.Value[0, 0] = 5;
        recorder.Record();
        Assert.Equal(["start", "1"], recorder.Labels);
        Assert.Equal([before, 5], recorder.ValuesOf(layer.Weight).Select(value => value[0, 0]));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(30)]
    public void However_many_are_recorded_few_are_kept_evenly_with_the_first_and_the_latest(int most)
    {
        WeightRecorder recorder = new(layer.Parameters, most);
        for (int i = 0; i < 200; i++)
        {
            recorder.Record();
            int[] kept = [.. recorder.Snapshots.Select(snapshot => snapshot.Index)];
            Assert.InRange(kept.Length, Math.Min(i + 1, most / 2), most);
            Assert.Equal(0, kept[0]);
            Assert.Equal(i, kept[^1]);
            int[] gaps = [.. kept.SkipLast(1).Zip(kept.Skip(1), (one, next) => next - one)];
            Assert.True(gaps.SkipLast(1).Distinct().Count() <= 1, string.Join(" ", kept));
            Assert.True(gaps.Length < 2 || gaps[^1] <= gaps[0], string.Join(" ", kept));
        }
        Assert.Equal(200, recorder.RecordCount);
    }

    [Fact]
    public void Gradients_are_recorded_when_asked_for()
    {
        WeightRecorder recorder = new(layer.Parameters, gradients: true);
        layer.Weight.Gradient[0, 1] = 3;
        recorder.Record();
        Assert.Equal(3, recorder.GradientsOf(layer.Weight)[0][0, 1]);
        Assert.Throws<InvalidOperationException>(() => new WeightRecorder(layer.Parameters).GradientsOf(layer.Weight));
    }

    [Fact]
    public void Mistakes_are_told()
    {
        Assert.Contains("no parameters", Assert.Throws<ArgumentException>(() => new WeightRecorder([])).Message, StringComparison.Ordinal);
        Assert.Contains("at least 2", Assert.Throws<ArgumentOutOfRangeException>(() => new WeightRecorder(layer.Parameters, 1)).Message, StringComparison.Ordinal);
        WeightRecorder recorder = new([layer.Weight]);
        Assert.Contains("not recorded here. Recorded are: weight", Assert.Throws<ArgumentException>(() => recorder.ValuesOf(layer.Bias!)).Message, StringComparison.Ordinal);
    }
}
