namespace NeuroLab.Training;

/// <summary>What decides which epoch was the best.</summary>
public enum WatchedMetric
{
    /// <summary>The lowest validation loss.</summary>
    ValidationLoss,

    /// <summary>The highest validation accuracy.</summary>
    ValidationAccuracy,

    /// <summary>The lowest training loss.</summary>
    TrainingLoss,

    /// <summary>The highest training accuracy.</summary>
    TrainingAccuracy,
}
