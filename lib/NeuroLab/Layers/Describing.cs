using System.Globalization;

namespace NeuroLab.Layers;

/// <summary>How layers and their parameters stand in tables.</summary>
internal static class Describing
{
    /// <summary>The layer; of one that is made of others only its kind, since its parts have lines of their own.</summary>
    internal static string Briefly(Layer layer) => layer is Sequential or Residual ? layer.GetType().Name : layer.ToString() ?? "";

    /// <summary>Parameters of a layer, or of its parts, with their sizes: the names of the axes would make a table of convolutions wider than a page.</summary>
    internal static string Parameters(Layer owner, IEnumerable<Parameter> parameters) =>
        string.Join(", ", parameters.Select(parameter => $"{NameWithin(owner, parameter)} ({string.Join(", ", parameter.Shape)})"));

    /// <summary>The sizes of parameters alone, for a table that has no room for more: <c>(16, 8, 3, 3), (16)</c>.</summary>
    internal static string Sizes(IEnumerable<Parameter> parameters) =>
        string.Join(", ", parameters.Select(parameter => $"({string.Join(", ", parameter.Shape)})"));

    internal static string Count(IEnumerable<Parameter> parameters)
    {
        int count = parameters.Sum(parameter => parameter.Value.Length);
        return count == 0 ? "" : count.ToString("N0", CultureInfo.InvariantCulture);
    }

    private static string NameWithin(Layer owner, Parameter parameter) => owner.Path.Length > 0 ? parameter.Path[(owner.Path.Length + 1)..] : parameter.Path;
}
