using MathNet.Numerics.Random;
using NeuroLab.Course.Exercises;
using NeuroLab.Layers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class OwnNetworkExercisesTests
{
    [Fact]
    public void The_check_leaves_the_network_as_it_was_so_that_it_says_the_same_twice()
    {
        Sequential weak = [new Flatten(), new Linear(784, 10, new MersenneTwister(1))];
        float[] before = weak.Parameters[0].Value.ToArray();

        string first = OwnNetworkExercises.OwnNetwork(weak).Message;

        Assert.Equal(before, weak.Parameters[0].Value.ToArray());
        Assert.Equal(first, OwnNetworkExercises.OwnNetwork(weak).Message);
    }
}
