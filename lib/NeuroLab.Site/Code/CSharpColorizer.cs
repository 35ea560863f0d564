using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NeuroLab.Site.Code;

/// <summary>
/// Colours a notebook's C# with Roslyn's classifier.
/// </summary>
/// <remarks>
/// Each piece of code becomes a submission that continues an earlier one, as in a session, so a type from the first cell
/// or from the NeuroLab library is coloured as a type in the last. Lines for the notebook host (<c>#!import</c>) are not
/// C#: the compiler sees blanks in their place.
/// </remarks>
internal sealed class CSharpColorizer : IDisposable
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(FindReferences);

    private readonly AdhocWorkspace workspace = new();
    private readonly ImmutableArray<string> usings;

    /// <summary>A colorizer for one notebook.</summary>
    /// <param name="usings">The namespaces that are open in the notebook's first cell.</param>
    public CSharpColorizer(IEnumerable<string> usings) => this.usings = [.. usings];

    /// <summary>Colours one piece of code. Code that no one writes by hand stays without colours: it could cost the parser its stack.</summary>
    /// <param name="code">The code of a cell, or of a fenced block in the text.</param>
    /// <param name="previous">What the code continues; null for the first.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public ColoredCode Colorize(string code, ColoredCode? previous, CancellationToken cancellationToken = default)
    {
        code = code.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (!CodeExtent.IsReadable(code))
            return ColoredCode.Plain(code, previous);
        var id = ProjectId.CreateNewId();
        var documentId = DocumentId.CreateNewId(id);
        var info = ProjectInfo.Create(
            id, VersionStamp.Default, "cell", "cell", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: usings),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest, kind: SourceCodeKind.Script),
            projectReferences: previous?.Project is { } project ? [new ProjectReference(project)] : [],
            metadataReferences: References.Value,
            isSubmission: true);
        Solution solution = workspace.CurrentSolution
            .AddProject(info)
            .AddDocument(DocumentInfo.Create(
                documentId, "cell.csx", sourceCodeKind: SourceCodeKind.Script,
                loader: TextLoader.From(TextAndVersion.Create(SourceText.From(WithoutHostLines(code)), VersionStamp.Default))));
        workspace.TryApplyChanges(solution);

        Document document = workspace.CurrentSolution.GetDocument(documentId)!;
        IEnumerable<ClassifiedSpan> spans = Classifier
            .GetClassifiedSpansAsync(document, new TextSpan(0, code.Length), cancellationToken).GetAwaiter().GetResult();
        return new ColoredCode(Write(code, spans), id);
    }

    /// <inheritdoc/>
    public void Dispose() => workspace.Dispose();

    private static string Write(string code, IEnumerable<ClassifiedSpan> spans)
    {
        string?[] classes = new string?[code.Length];
        foreach (ClassifiedSpan span in spans.OrderByDescending(span => span.TextSpan.Length))
        {
            if (CssClass(span.ClassificationType) is { } name)
                Array.Fill(classes, name, span.TextSpan.Start, span.TextSpan.Length);
        }

        foreach ((int start, int length) in HostLines(code))
            Array.Fill(classes, "p", start, length);

        var html = new StringBuilder(code.Length * 2);
        for (int start = 0, end; start < code.Length; start = end)
        {
            string? name = classes[start];
            for (end = start + 1; end < code.Length && classes[end] == name;)
                end++;
            string text = HtmlText.EscapeWithLanguages(code[start..end]);
            html.Append(name is null ? text : $"<span class=\"{name}\">{text}</span>");
        }

        return html.ToString();
    }

    private static string? CssClass(string classification) => classification switch
    {
        ClassificationTypeNames.Keyword or ClassificationTypeNames.ControlKeyword => "k",
        ClassificationTypeNames.StringLiteral or ClassificationTypeNames.VerbatimStringLiteral => "s",
        ClassificationTypeNames.StringEscapeCharacter => "e",
        ClassificationTypeNames.NumericLiteral => "n",
        ClassificationTypeNames.Comment => "c",
        ClassificationTypeNames.PreprocessorKeyword or ClassificationTypeNames.PreprocessorText => "p",
        ClassificationTypeNames.MethodName or ClassificationTypeNames.ExtensionMethodName => "m",
        ClassificationTypeNames.ClassName or ClassificationTypeNames.RecordClassName
            or ClassificationTypeNames.StructName or ClassificationTypeNames.RecordStructName
            or ClassificationTypeNames.InterfaceName or ClassificationTypeNames.EnumName
            or ClassificationTypeNames.DelegateName or ClassificationTypeNames.TypeParameterName => "t",
        _ when classification.StartsWith("xml doc comment", StringComparison.Ordinal) => "c",
        _ => null,
    };

    private static string WithoutHostLines(string code)
    {
        char[] blanked = code.ToCharArray();
        foreach ((int start, int length) in HostLines(code))
            Array.Fill(blanked, ' ', start, length);
        return new string(blanked);
    }

    private static IEnumerable<(int Start, int Length)> HostLines(string code)
    {
        int start = 0;
        foreach (string line in code.Split('\n'))
        {
            string trimmed = line.TrimStart();
            if (trimmed.StartsWith("#!", StringComparison.Ordinal) || trimmed.StartsWith("#r ", StringComparison.Ordinal))
                yield return (start, line.Length);
            start += line.Length + 1;
        }
    }

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        string known = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        string own = typeof(CSharpColorizer).Assembly.GetName().Name!;
        return [.. known.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => IsTaught(Path.GetFileNameWithoutExtension(path), own) && File.Exists(path))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))];
    }

    private static bool IsTaught(string name, string own) =>
        (name is "mscorlib" or "netstandard" or "Microsoft.CSharp" || name.StartsWith("System", StringComparison.Ordinal)
        || name.StartsWith("MathNet", StringComparison.Ordinal) || name.StartsWith("NeuroLab", StringComparison.Ordinal))
        && name != own;
}
