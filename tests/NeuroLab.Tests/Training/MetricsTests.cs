using NeuroLab.Layers;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training;

public sealed class MetricsTests
{
    private static readonly Tensor Scores = Tensor.Matrix(new float[,] { { 3, 2, 1 }, { 0, 5, 9 }, { 1, 1, 0 }, { -2, -1, -3 } });
    private static readonly int[] Labels = [0, 1, 1, 1];

    [Fact]
    public void Accuracy_counts_the_highest_scores() => Assert.Equal(0.5, Metrics.Accuracy(Scores, Labels));

    [Fact]
    public void A_single_output_answers_by_the_threshold()
    {
        Tensor outputs = new(new Shape(4, 1), [0.6f, 0.4f, 0.5f, -1]);
        Assert.Equal([1, 0, 0, 0], Metrics.ArgMax(outputs));
        Assert.Equal([1, 1, 1, 0], Metrics.ArgMax(outputs, threshold: 0));
        Assert.Equal(0.75, Metrics.Accuracy(outputs, [1, 1, 0, 0]));
    }

    [Fact]
    public void Top_k_counts_the_k_best_and_agrees_with_accuracy_at_1()
    {
        Assert.Equal(Metrics.Accuracy(Scores, Labels), Metrics.TopK(Scores, Labels, 1));
        Assert.Equal(1, Metrics.TopK(Scores, Labels, 2));
        Assert.Contains("between 1 and 3", Assert.Throws<ArgumentOutOfRangeException>(() => Metrics.TopK(Scores, Labels, 4)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_confusion_matrix_has_right_classes_in_rows_and_answers_in_columns()
    {
        ConfusionMatrix matrix = Metrics.Confusion(Scores, Labels, ["a", "b", "c"]);
        Assert.Equal(new[,] { { 1, 0, 0 }, { 1, 1, 1 }, { 0, 0, 0 } }, matrix.Counts);
        Assert.Equal(0.5, matrix.Accuracy);
        Assert.Equal(1 / 3.0, matrix.Recall(1));
        Assert.Equal(0.5, matrix.Precision(0));
        Assert.True(double.IsNaN(matrix.Recall(2)));
        Assert.Contains("50.0 % of 4 right", matrix.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_are_told()
    {
        Assert.Throws<ShapeException>(() => Metrics.Accuracy(Scores, [0, 1]));
        Assert.Throws<ShapeException>(() => Metrics.Accuracy(new Tensor(0, 3), []));
        Assert.Contains("label of sample 3 is 3", Assert.Throws<ArgumentOutOfRangeException>(() => Metrics.Accuracy(Scores, [0, 1, 1, 3])).Message, StringComparison.Ordinal);
        Assert.Contains("3 classes, but 2 class names", Assert.Throws<ArgumentException>(() => Metrics.Confusion(Scores, Labels, ["a", "b"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prediction_in_parts_is_prediction_at_once_and_leaves_the_mode()
    {
        Sequential model = Tasks.Classifier();
        Tensor inputs = Tasks.Moons.Inputs;
        Assert.Equal(model.Forward(inputs).ToArray(), model.Predict(inputs, batchSize: 7).ToArray());
        Assert.True(model.IsTraining);
        Assert.Equal(Metrics.ArgMax(model.Forward(inputs)), model.PredictClasses(inputs));
    }
}
