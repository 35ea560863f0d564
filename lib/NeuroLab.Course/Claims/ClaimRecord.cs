using System.Text.Json;

namespace NeuroLab.Course.Claims;

/// <summary>What the notebooks' claims said when nobody had changed a number: <c>claims.json</c>, which a test keeps up to date.</summary>
internal static class ClaimRecord
{
    private static readonly Lazy<IReadOnlyList<Claim>> Record = new(Read);

    /// <summary>Every claim of the course that has numbers in it.</summary>
    internal static IReadOnlyList<Claim> Recorded => Record.Value;

    /// <summary>The sentence that a claim gave with the original numbers; null where there is none, or more than one.</summary>
    /// <param name="condition">The condition as it stands in the code.</param>
    /// <param name="template">The sentence with <c>{}</c> for each number.</param>
    internal static string? Original(string condition, string template)
    {
        string[] sentences = [.. Recorded
            .Where(claim => claim.Condition == condition && claim.Template == template)
            .Select(claim => claim.Text).Distinct()];
        return sentences.Length == 1 ? sentences[0] : null;
    }

    private static Claim[] Read()
    {
        using Stream stream = typeof(ClaimRecord).Assembly.GetManifestResourceStream("claims.json")!;
        return JsonSerializer.Deserialize<Claim[]>(stream)!;
    }

    /// <summary>One claim with numbers in it.</summary>
    /// <param name="Condition">The condition as it stands in the code.</param>
    /// <param name="Template">The sentence with <c>{}</c> for each number.</param>
    /// <param name="Text">The sentence with the original numbers.</param>
    internal sealed record Claim(string Condition, string Template, string Text);
}
