namespace NeuroLab.Layers;

/// <summary>
/// Remembers for every layer of a model whether it trains, to put that back.
/// </summary>
/// <remarks>Layer by layer, because parts of a model may have been set on their own, such as a frozen batch normalization.</remarks>
internal sealed class LayerModes(Layer model)
{
    private readonly List<(Layer Layer, bool Training)> saved = [];

    internal void Save()
    {
        saved.Clear();
        Save(model);
    }

    /// <summary>Parents come before their parts, so that what a part was set to has the last word.</summary>
    internal void Restore()
    {
        foreach ((Layer layer, bool training) in saved)
        {
            if (training && !layer.IsTraining)
                layer.Train();
            else if (!training && layer.IsTraining)
                layer.Eval();
        }
    }

    private void Save(Layer layer)
    {
        saved.Add((layer, layer.IsTraining));
        for (int i = 0; i < layer.Children.Count; i++)
            Save(layer.Children[i]);
    }
}
