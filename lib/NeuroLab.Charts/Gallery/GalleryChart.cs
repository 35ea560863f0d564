namespace NeuroLab.Charts;

/// <summary>One chart of the gallery.</summary>
/// <param name="Topic">What it belongs to, such as "Convolution".</param>
/// <param name="Name">The method that makes it, such as "SlidingWindow"; with a few words where a method makes several.</param>
/// <param name="Make">Makes the figure, from training data of this library.</param>
public sealed record GalleryChart(string Topic, string Name, Func<Figure> Make)
{
    /// <summary>The name as part of a web address.</summary>
    public string Anchor => Name.ToLowerInvariant().Replace(' ', '-');
}
