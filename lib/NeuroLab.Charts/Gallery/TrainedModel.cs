using NeuroLab.Data;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Training;

namespace NeuroLab.Charts;

/// <summary>A trained model, with what was recorded on the way.</summary>
/// <param name="Model">The model.</param>
/// <param name="Recorder">Its parameters before training and after each epoch.</param>
/// <param name="History">Its losses.</param>
/// <param name="Data">What it was trained on.</param>
/// <param name="Validation">What it was validated on; null where there was no validation.</param>
internal sealed record TrainedModel(Layer Model, WeightRecorder Recorder, History History, Dataset Data, Dataset? Validation)
{
    /// <summary>The model as layers one after the other.</summary>
    public Sequential Layers => (Sequential)Model;
}
