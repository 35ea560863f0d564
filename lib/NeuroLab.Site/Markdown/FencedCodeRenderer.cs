using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using NeuroLab.Site.Code;

namespace NeuroLab.Site.Markdown;

/// <summary>Writes a fenced piece of code: C# in the colours found for it beforehand, Python, or plain.</summary>
internal sealed class FencedCodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    /// <summary>The key under which a block keeps its coloured HTML.</summary>
    public const string Colored = "NeuroLab.Colored";

    /// <summary>The language a block names after its fence, in lower case; empty for none.</summary>
    public static string Language(CodeBlock block) =>
        (block as FencedCodeBlock)?.Info?.ToLowerInvariant() ?? "";

    /// <summary>Whether a block holds C#.</summary>
    public static bool IsCSharp(CodeBlock block) => Language(block) is "csharp" or "c#" or "cs";

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        string code = block.Lines.ToString();
        string language = Language(block);
        string html = block.GetData(Colored) as string
            ?? (language is "python" or "py" ? PythonColorizer.Colorize(code) : HtmlText.EscapeWithLanguages(code));
        renderer.WriteLine(CodeBox.Write(html, language));
    }
}
