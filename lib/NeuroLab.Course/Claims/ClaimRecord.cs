using System.Text.Json;

namespace NeuroLab.Course.Claims;

/// <summary>What the notebooks' claims said when nobody had changed a number: one file a notebook in <c>Record</c>, which a test keeps up to date.</summary>
internal static class ClaimRecord
{
    private const string Folder = "claims/";

    private static readonly Lazy<Claim[]> Course = new(() =>
        [.. typeof(ClaimRecord).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).SelectMany(Read)]);

    /// <summary>Every claim with numbers in it that a notebook makes; none where nothing was recorded.</summary>
    /// <param name="notebook">Its file name without the ending.</param>
    internal static IReadOnlyList<Claim> Of(string notebook) => Read(Folder + notebook);

    /// <summary>The sentence that a claim gave with the original numbers; null where there is none, or more than one.</summary>
    /// <param name="condition">The condition as it stands in the code.</param>
    /// <param name="template">The sentence with <c>{}</c> for each number.</param>
    internal static string? Original(string condition, string template)
    {
        string[] sentences = [.. Course.Value
            .Where(claim => claim.Condition == condition && claim.Template == template)
            .Select(claim => claim.Text).Distinct()];
        return sentences.Length == 1 ? sentences[0] : null;
    }

    private static Claim[] Read(string resource)
    {
        using Stream? stream = typeof(ClaimRecord).Assembly.GetManifestResourceStream(resource);
        return stream is null ? [] : JsonSerializer.Deserialize<Claim[]>(stream)!;
    }

    /// <summary>One claim with numbers in it.</summary>
    /// <param name="Condition">The condition as it stands in the code.</param>
    /// <param name="Template">The sentence with <c>{}</c> for each number.</param>
    /// <param name="Text">The sentence with the original numbers.</param>
    internal sealed record Claim(string Condition, string Template, string Text);
}
