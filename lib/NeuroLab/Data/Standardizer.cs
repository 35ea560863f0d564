using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>
/// Moves and scales numbers to mean 0 and standard deviation 1: z = (x - mean) / deviation.
/// </summary>
/// <remarks>
/// Mean and deviation are those of the samples it was fitted on. Fit it on the training part only and apply it to all parts:
/// what the test samples look like must not be known while training.
/// </remarks>
public sealed class Standardizer
{
    private readonly Shape sample;

    private Standardizer(Shape sample, float[] mean, float[] deviation)
    {
        this.sample = sample;
        Mean = mean;
        Deviation = deviation;
    }

    /// <summary>The mean of each number of a sample.</summary>
    public IReadOnlyList<float> Mean { get; }

    /// <summary>The standard deviation of each number of a sample; 1 where all samples agree, so that nothing is divided by 0.</summary>
    public IReadOnlyList<float> Deviation { get; }

    /// <summary>Fits a mean and a deviation for every number of a sample, such as every column of a table.</summary>
    /// <param name="inputs">The training samples, shape (samples, ...).</param>
    /// <exception cref="ArgumentException">There are no samples, or one holds a number that is not finite.</exception>
    public static Standardizer FitEach(Tensor inputs)
    {
        Shape sample = SampleShape(inputs);
        float[] mean = new float[sample.ElementCount], deviation = new float[sample.ElementCount];
        for (int i = 0; i < mean.Length; i++)
            (mean[i], deviation[i]) = Moments(inputs, i, sample.ElementCount);
        return new Standardizer(sample, mean, deviation);
    }

    /// <summary>Fits one mean and one deviation for all numbers together, as is usual for pictures.</summary>
    /// <param name="inputs">The training samples, shape (samples, ...).</param>
    /// <exception cref="ArgumentException">There are no samples, or one holds a number that is not finite.</exception>
    public static Standardizer FitWhole(Tensor inputs)
    {
        Shape sample = SampleShape(inputs);
        (float mean, float deviation) = Moments(inputs, 0, 1);
        return new Standardizer(sample, [.. Enumerable.Repeat(mean, sample.ElementCount)], [.. Enumerable.Repeat(deviation, sample.ElementCount)]);
    }

    /// <summary>The samples, standardized. Those given stay as they are.</summary>
    /// <param name="inputs">Samples of the shape it was fitted on.</param>
    /// <exception cref="ShapeException">The samples have another shape.</exception>
    public Tensor Apply(Tensor inputs) => Map(inputs, static (x, mean, deviation) => (x - mean) / deviation);

    /// <summary>The data set with standardized inputs. The one given stays as it is.</summary>
    /// <param name="dataset">Samples of the shape it was fitted on.</param>
    /// <exception cref="ShapeException">The samples have another shape.</exception>
    public Dataset Apply(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.WithInputs(Apply(dataset.Inputs));
    }

    /// <summary>The way back: standardized samples in their own units again.</summary>
    /// <param name="standardized">Samples of the shape it was fitted on.</param>
    /// <exception cref="ShapeException">The samples have another shape.</exception>
    public Tensor Invert(Tensor standardized) => Map(standardized, static (z, mean, deviation) => z * deviation + mean);

    private Tensor Map(Tensor inputs, Func<float, float, float, float> formula)
    {
        Shape given = SampleShape(inputs, mayBeEmpty: true);
        if (given != sample)
            throw new ShapeException($"The standardizer was fitted on samples of shape {sample}, but is applied to samples of shape {given}.");
        Tensor result = new(inputs.Shape);
        for (int i = 0; i < result.Length; i++)
            result.Values[i] = formula(inputs.Values[i], Mean[i % Mean.Count], Deviation[i % Mean.Count]);
        return result;
    }

    private static Shape SampleShape(Tensor inputs, bool mayBeEmpty = false)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Rank < 2 || (!mayBeEmpty && inputs.Length == 0))
            throw new ArgumentException($"Samples have shape (samples, ...) and there is at least one, but {inputs.Shape} was given.", nameof(inputs));
        return new Shape([.. Enumerable.Range(1, inputs.Rank - 1).Select(axis => (inputs.Shape.NameOf(axis), inputs.Shape[axis]))]);
    }

    private static (float Mean, float Deviation) Moments(Tensor inputs, int start, int stride)
    {
        double sum = 0, squares = 0;
        int count = 0;
        for (int i = start; i < inputs.Length; i += stride, count++)
            sum += inputs.Values[i];
        double mean = sum / count;
        if (!double.IsFinite(mean))
            throw new ArgumentException($"The samples hold a number that is not finite (at place {start} of a sample or after): replace or leave out such samples first.", nameof(inputs));
        for (int i = start; i < inputs.Length; i += stride)
            squares += (inputs.Values[i] - mean) * (inputs.Values[i] - mean);
        float deviation = (float)Math.Sqrt(squares / count);
        return ((float)mean, deviation > 0 ? deviation : 1);
    }
}
