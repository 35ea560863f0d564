namespace NeuroLab.Training;

/// <summary>How the state of a training run stands in a checkpoint, beside the model.</summary>
internal static class TrainingState
{
    private const string Prefix = "training.";

    /// <summary>Whether a name is part of a run's state and not of a model.</summary>
    internal static bool IsOwn(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);
}
