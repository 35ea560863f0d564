using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Data;

public sealed class DatasetTests
{
    private static readonly Dataset Dice = Synthetic.DiceRolls();

    [Fact]
    public void A_split_uses_every_sample_once()
    {
        Dataset numbers = Numbers(100);
        (Dataset train, Dataset validation, Dataset test) = numbers.Split(0.7, 0.2, new MersenneTwister(1));
        Assert.Equal((70, 20, 10), (train.Count, validation.Count, test.Count));
        float[] all = [.. train.Inputs.ToArray(), .. validation.Inputs.ToArray(), .. test.Inputs.ToArray()];
        Assert.Equal(numbers.Inputs.ToArray(), all.Order());
        Assert.NotEqual(all.Order(), all);
    }

    [Fact]
    public void The_same_seed_splits_the_same_way()
    {
        float[] Train(int seed) => Dice.Split(0.5, new MersenneTwister(seed)).Train.Inputs.ToArray();
        Assert.Equal(Train(1), Train(1));
        Assert.NotEqual(Train(1), Train(2));
    }

    [Fact]
    public void A_stratified_split_keeps_the_proportion_of_the_classes()
    {
        Dataset digits = Datasets.OptDigits();
        (Dataset train, Dataset test) = digits.Split(0.8, new MersenneTwister(1), stratify: true);
        Assert.Equal(digits.CountByClass().Select(count => (int)Math.Round(0.8 * count)), train.CountByClass());
        Assert.Equal(digits.Count, train.Count + test.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(0.001)]
    public void A_split_that_leaves_a_part_empty_is_refused(double fraction) =>
        Assert.ThrowsAny<ArgumentException>(() => Dice.Split(fraction, new MersenneTwister(1)));

    [Fact]
    public void Batches_cover_every_sample_once_and_the_last_may_be_smaller()
    {
        Batch[] batches = [.. Numbers(10).Batches(4, new MersenneTwister(1))];
        Assert.Equal([4, 4, 2], batches.Select(batch => batch.Count));
        float[] inputs = [.. batches.SelectMany(batch => batch.Inputs.ToArray())];
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (float)i), inputs.Order());
        Assert.Equal(inputs.Select(input => 2 * input), batches.SelectMany(batch => batch.Targets.ToArray()));
        Assert.Equal("(batch 4, in 1)", batches[0].Inputs.Shape.ToString());
    }

    [Fact]
    public void Without_a_generator_batches_keep_the_order() =>
        Assert.Equal([0, 1, 2, 3, 4], Numbers(5).Batches(2).SelectMany(batch => batch.Inputs.ToArray()));

    [Fact]
    public void Reused_batches_are_the_same_object()
    {
        Batch[] batches = [.. Numbers(9).Batches(4, reuseBuffers: true)];
        Assert.Same(batches[0], batches[1]);
        Assert.NotSame(batches[1], batches[2]);
    }

    [Fact]
    public void A_subset_holds_what_was_asked_for()
    {
        Dataset some = Dice.Subset([215, 0]);
        Assert.Equal([6, 6, 6, 1, 1, 1], some.Inputs.ToArray());
        Assert.Equal([1, 0], some.Labels);
        Assert.Equal(["small", "big"], some.ClassNames);
        Assert.Equal([3, 4], Numbers(10).Subset(3..5).Inputs.ToArray());
        Assert.Contains("no sample 216", Assert.Throws<ArgumentOutOfRangeException>(() => Dice.Subset([216])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_takes_the_first_samples_or_all_where_there_are_fewer()
    {
        Assert.Equal([0, 1, 2], Numbers(10).Take(3).Inputs.ToArray());
        Assert.Equal(Numbers(10).Inputs.ToArray(), Numbers(10).Take(11).Inputs.ToArray());
    }

    [Theory]
    [InlineData(0, false, 5000, false, "There are no samples 0..5000: this data set has 10, so a range lies within 0..10")]
    [InlineData(7, false, 3, false, "no samples 7..3")]
    [InlineData(11, true, 0, true, "no samples ^11..^0")]
    public void A_range_outside_is_told_with_what_there_is(int start, bool startFromEnd, int end, bool endFromEnd, string expected)
    {
        Range range = new(new Index(start, startFromEnd), new Index(end, endFromEnd));
        Assert.Contains(expected, Assert.Throws<ArgumentOutOfRangeException>(() => Numbers(10).Subset(range)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(129, 64, 2)]
    [InlineData(128, 64, 2)]
    [InlineData(191, 64, 2)]
    [InlineData(5, 5, 1)]
    public void A_last_batch_that_is_smaller_can_be_left_out(int count, int batchSize, int expected)
    {
        Batch[] batches = [.. Numbers(count).Batches(batchSize, dropLast: true)];
        Assert.Equal(expected, batches.Length);
        Assert.All(batches, batch => Assert.Equal(batchSize, batch.Count));
        Assert.Contains("nothing is left of 5 samples in batches of 6", Assert.Throws<ArgumentOutOfRangeException>(() => Numbers(5).Batches(6, dropLast: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_samples_of_one_class_can_be_taken_out()
    {
        Dataset big = Dice.OfClass(1);
        Assert.Equal(108, big.Count);
        Assert.All(big.Labels, label => Assert.Equal(1, label));
        Assert.Equal(1, Dice.Labels[215]);
        Assert.Contains("numbered 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => Dice.OfClass(2)).Message, StringComparison.Ordinal);

        Dataset values = Synthetic.NoisyLine(5, new MersenneTwister(1));
        Assert.Contains("no labels", Assert.Throws<InvalidOperationException>(() => values.OfClass(0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_can_stand_in_a_column_for_a_single_output()
    {
        Dataset column = Dice.WithTargetColumn();
        Assert.Equal(new Shape(216, 1), column.Targets.Shape);
        Assert.Equal(column.Labels, column.Targets.ToLabels());
        Assert.Equal(["small", "big"], column.ClassNames);
        Assert.Equal([108, 108], column.CountByClass());
        Assert.Throws<InvalidOperationException>(() => Datasets.Iris().WithTargetColumn());
    }

    [Fact]
    public void Mistakes_in_the_tensors_are_told()
    {
        Tensor inputs = new(3, 2);
        Assert.Contains("one target", Assert.Throws<ShapeException>(() => new Dataset(inputs, new Tensor(2))).Message, StringComparison.Ordinal);
        Assert.Contains("(samples, 1)", Assert.Throws<ShapeException>(() => new Dataset(new Tensor(3), new Tensor(3))).Message, StringComparison.Ordinal);
        Assert.Contains("targets.ToLabels()", Assert.Throws<ShapeException>(() => new Dataset(inputs, Tensor.Vector(0, 1, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("holds 3 numbers", Assert.Throws<ShapeException>(() => Dice.AsImages(1, 2, 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_in_the_labels_are_told()
    {
        Tensor inputs = new(3, 2);
        Assert.Contains("one label, but there are 2 labels", Assert.Throws<ShapeException>(() => new Dataset(inputs, [0, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("label of sample 1 is -1", Assert.Throws<ArgumentOutOfRangeException>(() => new Dataset(inputs, [0, -1, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("label of sample 0 is -1", Assert.Throws<ArgumentOutOfRangeException>(() => new Dataset(inputs, [-1, -1, -1])).Message, StringComparison.Ordinal);
        Assert.Contains("label of sample 2 is 2, but with 2 classes labels are the whole numbers 0 to 1. Count classes from 0, and give a name for each class",
            Assert.Throws<ArgumentOutOfRangeException>(() => new Dataset(inputs, [0, 1, 2], ["a", "b"])).Message, StringComparison.Ordinal);
        Assert.Contains("The largest label is 5000", Assert.Throws<ArgumentException>(() => new Dataset(inputs, [0, 5000, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("number 1 of a tensor of shape (2) is 0.5", Assert.Throws<InvalidOperationException>(() => Tensor.Vector(0, 0.5f).ToLabels()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_say_what_they_lack()
    {
        Dataset values = Numbers(3);
        Assert.Equal((false, true), (values.HasLabels, values.HasTargets));
        Assert.Contains("Targets, of shape (3, 1)", Assert.Throws<InvalidOperationException>(() => values.Labels).Message, StringComparison.Ordinal);
        Assert.Equal((true, false), (Dice.HasLabels, Dice.HasTargets));
        Assert.Contains("WithTargetColumn", Assert.Throws<InvalidOperationException>(() => Dice.Targets).Message, StringComparison.Ordinal);
        Assert.Equal("Batch: inputs (batch 4, die 3), 4 labels", Dice.Batches(4).First().ToString());
        Assert.Equal("Batch: inputs (batch 4, die 3), 4 labels, targets (batch 4, out 1)", Dice.WithTargetColumn().Batches(4).First().ToString());
    }

    [Fact]
    public void Other_inputs_keep_labels_and_targets()
    {
        Dataset scaled = Dice.WithTargetColumn().WithInputs(Dice.Inputs / 6);
        Assert.Equal(1, scaled.Inputs[215, 0]);
        Assert.Same(Dice.Labels, scaled.Labels);
        Assert.Equal(["small", "big"], scaled.ClassNames);
        Assert.Equal(new Shape(216, 1), scaled.Targets.Shape);
        Assert.Throws<ShapeException>(() => Dice.WithInputs(new Tensor(3, 2)));
    }

    private static Dataset Numbers(int count) => new(
        new Tensor(new Shape(("samples", count), ("in", 1)), [.. Enumerable.Range(0, count).Select(i => (float)i)]),
        new Tensor(new Shape(count, 1), [.. Enumerable.Range(0, count).Select(i => 2f * i)]));
}
