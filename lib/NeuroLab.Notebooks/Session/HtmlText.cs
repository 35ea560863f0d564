namespace NeuroLab.Notebooks.Session;

/// <summary>HTML that is shown as it is.</summary>
/// <param name="Html">The markup.</param>
public sealed record HtmlText(string Html)
{
    /// <summary>The markup.</summary>
    public override string ToString() => Html;
}
