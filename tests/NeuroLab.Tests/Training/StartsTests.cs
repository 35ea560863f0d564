using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training;

public sealed class StartsTests
{
    [Fact]
    public void Each_start_gets_its_own_seed_and_keeps_its_place()
    {
        Starts starts = Starts.Run(5, seed => seed * seed);

        Assert.Equal([1.0, 4, 9, 16, 25], starts.Runs.Select(run => run[0]));
        Assert.Equal((9.0, 1.0, 25.0), (starts.Median[0], starts.Lowest[0], starts.Highest[0]));
        Assert.Equal("median 9, from 1 to 25 over 5 starts", starts.ToString());
    }

    [Fact]
    public void What_each_start_makes_keeps_its_place()
    {
        Assert.Equal(["start 1", "start 2", "start 3"], Starts.Each(3, seed => $"start {seed}"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Starts.Each(0, seed => seed));
        Assert.Equal("second", Assert.Throws<TrainingException>(() => Starts.Each(3, seed => seed == 2 ? throw new TrainingException("second") : seed)).Message);
    }

    [Fact]
    public void An_even_number_of_starts_has_its_median_in_the_middle_of_two() =>
        Assert.Equal(2.5, Starts.Run(4, seed => seed).Median[0]);

    [Fact]
    public void Every_setting_runs_from_the_same_starts()
    {
        Starts starts = Starts.Over([10, 20], 3, (setting, seed) => setting + seed);

        Assert.Equal([[11.0, 21], [12.0, 22], [13.0, 23]], starts.Runs);
        Assert.Equal([12.0, 22], starts.Median);
    }

    [Fact]
    public void A_curve_has_a_median_at_each_of_its_points()
    {
        Starts starts = Starts.Run(3, seed => Enumerable.Range(0, 4).Select(epoch => (double)(seed * epoch)));

        Assert.Equal([0.0, 2, 4, 6], starts.Median);
        Assert.Equal([0.0, 3, 6, 9], starts.Highest);
    }

    [Fact]
    public void Start_is_held_against_start()
    {
        Starts one = Starts.Run(4, seed => seed), other = Starts.Run(4, seed => 5 - seed);

        Assert.Equal(2, one.Above(other));
        Assert.Throws<ArgumentException>(() => one.Above(Starts.Run(3, seed => seed)));
    }

    [Fact]
    public void Curves_of_different_length_are_refused_by_their_start()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => Starts.Run(3, seed => new double[seed == 3 ? 2 : 4]));

        Assert.Contains("start 1 gave 4 and start 3 gave 2", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_whose_training_breaks_down_is_counted_and_the_others_go_on()
    {
        static T Broken<T>() => throw new TrainingException("lost");
        Starts one = Starts.Run(3, seed => seed == 2 ? Broken<double>() : seed);
        Starts curves = Starts.Run(3, seed => seed == 1 ? Broken<double[]>() : [seed, 2 * seed]);
        Starts settings = Starts.Over([10, 20], 3, (setting, seed) => setting == 20 ? Broken<double>() : setting + seed);

        Assert.Equal((1, 2.0, 1.0, 3.0), (one.BrokenDown, one.Median[0], one.Lowest[0], one.Highest[0]));
        Assert.Equal("median 2, from 1 to 3 over 3 starts, 1 of which broke down", one.ToString());
        Assert.Equal([double.NaN, double.NaN], curves.Runs[0]);
        Assert.Equal([2.5, 5], curves.Median);
        Assert.Equal([12, double.NaN], settings.Median);
        Assert.Equal(3, settings.BrokenDown);
    }

    [Fact]
    public void Where_all_break_down_and_where_it_is_another_error_it_is_told_as_it_is()
    {
        Assert.Equal("lost 1", Assert.Throws<TrainingException>(() => Starts.Run(4, double (int seed) => throw new TrainingException($"lost {seed}"))).Message);
        Assert.Throws<ShapeException>(() => Starts.Run(6, seed => seed == 4 ? throw new ShapeException("no") : seed));
    }

    [Fact]
    public void There_is_at_least_one_start() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Starts.Run(0, seed => seed));
}
