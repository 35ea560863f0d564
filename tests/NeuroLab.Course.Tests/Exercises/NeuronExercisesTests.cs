using NeuroLab.Course.Exercises;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class NeuronExercisesTests
{
    [Fact]
    public void No_answer_is_not_tried()
    {
        Assert.Equal(ExerciseState.NotTried, NeuronExercises.WeightedSum(null).State);
        Assert.Equal(ExerciseState.NotTried, NeuronExercises.And(null).State);
        Assert.Equal(ExerciseState.NotTried, NeuronExercises.PerceptronUpdate(null).State);
    }
}
