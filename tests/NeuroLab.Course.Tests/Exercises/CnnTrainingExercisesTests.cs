using NeuroLab.Course.Exercises;
using NeuroLab.Layers;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class CnnTrainingExercisesTests
{
    private readonly Random random = new(1);

    [Theory]
    [InlineData(25, "How many channels")]
    [InlineData(588, "with padding")]
    [InlineData(1200, "second pooling is missing")]
    [InlineData(432, "no padding either")]
    [InlineData(5808, "after each of the two")]
    [InlineData(60, "counts twice")]
    [InlineData(7, "Write down height and width")]
    public void A_wrong_count_gets_the_hint_that_fits(int answer, string hint) => NotYet(CnnTrainingExercises.Flattened(answer), hint);

    [Fact]
    public void The_count_is_300() => Right(CnnTrainingExercises.Flattened(300));

    [Theory]
    [InlineData(0.94, "after the first step")]
    [InlineData(0.855, "without L2")]
    [InlineData(0.8806, "without momentum")]
    [InlineData(0.9, "plain descent")]
    [InlineData(0.826, "not 1 any more")]
    [InlineData(1.17, "gets smaller")]
    [InlineData(0.3, "Step one")]
    public void A_wrong_weight_gets_the_hint_that_fits(double answer, string hint) => NotYet(CnnTrainingExercises.TwoSteps(answer), hint);

    [Fact]
    public void The_weight_is_0_8266()
    {
        const double first = 1 - (0.1 * 0.6);
        Right(CnnTrainingExercises.TwoSteps(first - (0.1 * ((0.9 * 0.6) + 0.5 + (0.1 * first)))));
    }

    [Theory]
    [InlineData(0.5, "each step multiplies")]
    [InlineData(0.3935, "what is gone")]
    [InlineData(0.9995, "one step")]
    [InlineData(0.0067, "momentum 0.9")]
    [InlineData(60.65, "between 0 and 1")]
    [InlineData(0.7, "A thousand of them?")]
    public void A_wrong_part_gets_the_hint_that_fits(double answer, string hint) => NotYet(CnnTrainingExercises.PartLeft(answer), hint);

    [Fact]
    public void The_part_is_a_power() => Right(CnnTrainingExercises.PartLeft(Math.Pow(1 - 0.0005, 1000)));

    [Fact]
    public void A_wrong_CNN_gets_the_hint_that_fits()
    {
        NotYet(CnnTrainingExercises.SmallCnn([new Conv2d(3, 4, 5, random)]), "shapes do not fit");
        NotYet(CnnTrainingExercises.SmallCnn([new Conv2d(1, 4, 5, random), new Conv2d(4, 4, 3, random)]), "It runs, but gives");
        NotYet(CnnTrainingExercises.SmallCnn([new Conv2d(1, 2, 5, random, stride: 4), new Flatten(), new Linear(72, 10, random)]), "asks for two");
        NotYet(CnnTrainingExercises.SmallCnn(Two(1, new ReLU())), "Make the pictures smaller");
        NotYet(CnnTrainingExercises.SmallCnn(Two(4, new MaxPool2d(1))), "no more than one");
    }

    [Fact]
    public void A_CNN_with_two_convolutions_and_few_parameters_is_right() => Right(CnnTrainingExercises.SmallCnn(Two(4, new ReLU())));

    private Sequential Two(int pool, Layer activation)
    {
        int side = 28 / pool;
        return [new Conv2d(1, 4, 3, random, padding: 1), activation, new MaxPool2d(pool),
            new Conv2d(4, 4, 3, random, padding: 1), new Flatten(), new Linear(4 * side * side, 10, random)];
    }
}
