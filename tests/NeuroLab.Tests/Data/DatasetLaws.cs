using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Data;

/// <summary>What holds for data sets of any size.</summary>
public sealed class DatasetLaws
{
    private static readonly Gen<(int Count, int Size, int Seed)> Cases =
        from count in Gen.Choose(1, 200)
        from size in Gen.Choose(1, 80)
        from seed in Gen.Choose(1, 1_000_000)
        select (count, size, seed);

    [Fact]
    public void Batches_hold_every_sample_once_with_its_own_target() => Check(Cases, @case =>
    {
        Dataset data = Numbers(@case.Count);
        List<float> inputs = [], targets = [];
        foreach (Batch batch in data.Batches(@case.Size, new MersenneTwister(@case.Seed), reuseBuffers: true))
        {
            inputs.AddRange(batch.Inputs.Values);
            targets.AddRange(batch.Targets.Values);
        }
        return inputs.SequenceEqual(targets) && inputs.Order().SequenceEqual(data.Inputs.ToArray());
    });

    [Fact]
    public void Splits_hold_every_sample_once_in_about_the_parts_asked_for() => Check(Cases, @case =>
    {
        Dataset data = Numbers(@case.Count + 4);
        double fraction = 0.2 + 0.6 * @case.Size / 80;
        (Dataset train, Dataset test) = data.Split(fraction, new MersenneTwister(@case.Seed));
        float[] all = [.. train.Inputs.ToArray(), .. test.Inputs.ToArray()];
        return all.Order().SequenceEqual(data.Inputs.ToArray()) && Math.Abs(train.Count - fraction * data.Count) <= 1;
    });

    [Fact]
    public void Stratified_splits_cut_each_class_alike() => Check(Cases, @case =>
    {
        Dataset data = Synthetic.Spiral(@case.Count + 20, new MersenneTwister(@case.Seed), classes: 1 + @case.Size % 4);
        (Dataset train, Dataset validation, Dataset test) = data.Split(0.5, 0.25, new MersenneTwister(@case.Seed), stratify: true);
        return train.Count + validation.Count + test.Count == data.Count
            && data.CountByClass().Zip(train.CountByClass()).All(pair => Math.Abs(pair.Second - 0.5 * pair.First) <= 1)
            && data.CountByClass().Zip(validation.CountByClass()).All(pair => Math.Abs(pair.Second - 0.25 * pair.First) <= 1);
    });

    // The same cases on every run: a law that fails once fails again.
    private static void Check<T>(Gen<T> cases, Func<T, bool> law) =>
        Prop.ForAll(Arb.From(cases), law).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(1, 1));

    private static Dataset Numbers(int count)
    {
        float[] numbers = [.. Enumerable.Range(0, count).Select(i => (float)i)];
        return new Dataset(new Tensor(new Shape(count, 1), numbers), new Tensor(new Shape(count, 1), numbers));
    }
}
