using NeuroLab.Layers;

namespace NeuroLab.Course.Exercises;

/// <summary>A reader's model, borrowed by a check: it may be trained, and is given back as it was.</summary>
internal static class OnLoan
{
    /// <summary>Runs what a check does with a model, and puts its parameters, buffers and counters back afterwards.</summary>
    /// <param name="model">The reader's model.</param>
    /// <param name="use">What is done with it.</param>
    internal static T Use<T>(Layer model, Func<T> use)
    {
        KeptValues before = new(model);
        try
        {
            return use();
        }
        finally
        {
            before.Restore();
            foreach (Parameter parameter in model.Parameters)
                parameter.ZeroGrad();
        }
    }
}
