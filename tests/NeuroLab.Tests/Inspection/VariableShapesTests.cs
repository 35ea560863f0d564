using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Inspection;

public sealed class VariableShapesTests
{
    [Fact]
    public void A_tensor_shows_its_axis_names() =>
        Assert.Equal([new VariableShape("x", "Tensor", "(batch 4, in 3)", 12)], Of(("x", new Tensor(new Shape(("batch", 4), ("in", 3))))));

    [Fact]
    public void A_model_shows_every_parameter_by_its_path()
    {
        MersenneTwister random = new(1);
        Sequential model = [new Linear(2, 3, random), new ReLU(), new Linear(3, 1, random)];

        Assert.Equal(["model.0.weight", "model.0.bias", "model.2.weight", "model.2.bias"], Of(("model", model)).Select(row => row.Name));
        Assert.Equal(["last.weight", "last.bias"], Of(("last", model[2])).Select(row => row.Name));
        Assert.Equal("(out 1, in 3)", Of(("w", model.Parameters[2]))[0].Shape);
    }

    [Fact]
    public void A_data_set_shows_inputs_labels_and_targets()
    {
        Assert.Equal([("dice.Inputs", "(samples 216, die 3)"), ("dice.Labels", "(216)")], Of(("dice", Synthetic.DiceRolls())).Select(row => (row.Name, row.Shape)));
        Assert.Equal(["line.Inputs", "line.Targets"], Of(("line", Synthetic.NoisyLine(3, new MersenneTwister(1)))).Select(row => row.Name));
        Assert.Equal(["both.Inputs", "both.Labels", "both.Targets"], Of(("both", Synthetic.Xor().WithTargetColumn())).Select(row => row.Name));
    }

    [Fact]
    public void Matrices_vectors_and_arrays_show_their_sizes()
    {
        IReadOnlyList<VariableShape> rows = Of(
            ("m", Matrix<double>.Build.Dense(2, 3)), ("s", Matrix<float>.Build.Dense(4, 1)), ("v", Vector<double>.Build.Dense(5)),
            ("f", Vector<float>.Build.Dense(6)), ("a", new double[7]), ("b", new float[2, 8]));

        Assert.Equal(["(2, 3)", "(4, 1)", "(5)", "(6)", "(7)", "(2, 8)"], rows.Select(row => row.Shape));
        Assert.Equal(["Matrix", "Matrix", "Vector", "Vector", "Double", "Single"], rows.Select(row => row.Kind));
        Assert.Equal([6, 4, 5, 6, 7, 16], rows.Select(row => row.Count));
    }

    [Fact]
    public void What_has_no_shape_is_left_out() => Assert.Empty(Of(("a", null), ("b", "text"), ("c", 1), ("d", new string[3])));

    [Fact]
    public void Of_two_variables_with_one_name_the_last_counts() =>
        Assert.Equal(["(3)"], Of(("x", new double[2]), ("x", new double[3])).Select(row => row.Shape));

    [Fact]
    public void As_text_it_is_a_table_and_says_when_it_is_empty()
    {
        Assert.Contains("x     Double  (1200)    1,200", VariableShapes.Of([("x", new double[1200])]).ToString(), StringComparison.Ordinal);
        Assert.Contains("No variable has a shape yet", VariableShapes.Of([]).ToString(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<VariableShape> Of(params (string, object?)[] variables) => VariableShapes.Of(variables).Rows;
}
