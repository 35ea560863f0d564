using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace NeuroLab.Course.Claims;

/// <summary>The sentence of a claim, which remembers where numbers were put into it: <c>$"it gets {score:0.0%} right"</c>.</summary>
[InterpolatedStringHandler]
public readonly struct ClaimText
{
    private readonly StringBuilder text = new();
    private readonly StringBuilder template = new();

    /// <summary>An empty sentence, as the compiler makes one for an interpolated string.</summary>
    /// <param name="literalLength">The length of the fixed text.</param>
    /// <param name="formattedCount">The number of places for numbers.</param>
    public ClaimText(int literalLength, int formattedCount) => (_, HasNumbers) = (literalLength, formattedCount > 0);

    private ClaimText(string text, string template, bool hasNumbers)
    {
        this.text.Append(text);
        this.template.Append(template);
        HasNumbers = hasNumbers;
    }

    /// <summary>Whether numbers were put into the sentence.</summary>
    public bool HasNumbers { get; }

    /// <summary>The sentence with <c>{}</c> in place of each number.</summary>
    public string Template => template.ToString();

    /// <summary>A sentence without numbers.</summary>
    /// <param name="text">The sentence.</param>
    public static implicit operator ClaimText(string text) => new(text, text, hasNumbers: false);

    /// <summary>Adds fixed text.</summary>
    /// <param name="value">The text.</param>
    public void AppendLiteral(string value)
    {
        text.Append(value);
        template.Append(value);
    }

    /// <summary>Adds a number or another value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">How it is written; null for the usual way.</param>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        text.Append(value is IFormattable number ? number.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());
        template.Append("{}");
    }

    /// <summary>The sentence.</summary>
    public override string ToString() => text.ToString();

    internal ClaimText With(string ending, string endingTemplate) => new(text + ending, template + endingTemplate, hasNumbers: true);
}
