using NeuroLab.Course.Exercises;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class StartExercisesTests
{
    [Theory]
    [InlineData(8, "one side")]
    [InlineData(16, "not plus")]
    [InlineData(1797, "number of pictures")]
    [InlineData(115008, "all pictures")]
    [InlineData(3, "8 rows and 8 columns")]
    public void A_wrong_number_of_pixels_gets_the_hint_that_fits(int answer, string hint) => NotYet(StartExercises.Pixels(answer), hint);

    [Theory]
    [InlineData(2048, "has a bias as well")]
    [InlineData(2112, "none for the inputs")]
    [InlineData(96, "64 times 32")]
    [InlineData(2410, "whole model")]
    [InlineData(3, "inputs times outputs")]
    public void A_wrong_number_of_parameters_gets_the_hint_that_fits(int answer, string hint) => NotYet(StartExercises.Parameters(answer), hint);

    [Theory]
    [InlineData(18.0 / 360, "gets wrong")]
    [InlineData(95, "As a part of 1")]
    [InlineData(360.0 / 342, "above 1")]
    [InlineData(0, "whole numbers")]
    [InlineData(0.5, "How many are right")]
    public void A_wrong_accuracy_gets_the_hint_that_fits(double answer, string hint) => NotYet(StartExercises.Accuracy(answer), hint);

    [Fact]
    public void Pixels_parameters_and_accuracy_are_right()
    {
        Right(StartExercises.Pixels(64));
        Right(StartExercises.Parameters(2080));
        Right(StartExercises.Accuracy(1 - (18.0 / 360)));
    }

    [Fact]
    public void Mixed_up_words_get_the_hint_that_fits()
    {
        NotYet(StartExercises.WhoIsWho(["model"]), "you gave 1");
        NotYet(StartExercises.WhoIsWho(["algorithm", "modell", "framework"]), "'modell' is not one of");
        NotYet(StartExercises.WhoIsWho(["framework", "model", "algorithm"]), "Gradient descent is a method");
        NotYet(StartExercises.WhoIsWho(["algorithm", "framework", "model"]), "GPT is a function");
        NotYet(StartExercises.WhoIsWho(["algorithm", "model", "model"]), "PyTorch is software");
    }

    [Fact]
    public void The_three_words_are_right_in_any_case() => Right(StartExercises.WhoIsWho(["Algorithm", " model", "FRAMEWORK"]));
}
