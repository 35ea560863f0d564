using NeuroLab.Layers;

namespace NeuroLab.Training;

/// <summary>
/// Saves and loads models as safetensors files, with PyTorch's names and layouts, so that the same architecture in PyTorch
/// loads them, and the other way round.
/// </summary>
/// <remarks>
/// A file holds the model's parameters and what its layers keep besides, such as the running means of batch normalization. It
/// holds no code, and loading runs none. To stop a training run and go on with it later, use <see cref="Trainer.Save"/>.
/// </remarks>
/// <example>
/// <code>
/// Checkpoint.Save("digits.safetensors", model);
/// Checkpoint.Load("digits.safetensors", sameArchitecture);
/// </code>
/// In PyTorch: <c>model.load_state_dict(safetensors.torch.load_file("digits.safetensors"))</c>.
/// </example>
public static class Checkpoint
{
    /// <summary>Saves a model. The file is there as a whole or not at all; one that was there before stays until then.</summary>
    /// <param name="path">Where to, such as <c>digits.safetensors</c>.</param>
    /// <param name="model">The model.</param>
    /// <param name="notes">Anything worth knowing, kept in the file's header.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static void Save(string path, Layer model, IReadOnlyDictionary<string, string>? notes = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        SafetensorsFile.Write(path, [.. NamedState.OfModel(model).Select(state => state.ToEntry())], notes ?? new Dictionary<string, string>());
    }

    /// <summary>Loads a model. On any error the model stays as it was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">A model of the architecture that was saved.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CheckpointException">The file is broken, or holds another architecture: names are missing, extra, or of another shape. The message lists them all.</exception>
    public static void Load(string path, Layer model)
    {
        ArgumentNullException.ThrowIfNull(model);
        CheckpointContents contents = new(SafetensorsFile.Read(path));
        contents.LoadInto(NamedState.OfModel(model), model.ToString() ?? "", name => !TrainingState.IsOwn(name));
    }
}
