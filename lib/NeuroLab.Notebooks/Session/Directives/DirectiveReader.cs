using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Session.Directives;

/// <summary>Finds the directives of a cell. The compiler's own lexer does it, so strings, comments and <c>#if</c> are heeded.</summary>
internal static class DirectiveReader
{
    /// <summary>The directives that there are, in the order of the alphabet.</summary>
    public static readonly IReadOnlyList<string> Names = ["#!csharp", "#!import", "#!time", "#i", "#load", "#r"];

    private const string Known = """
        The lines starting with #! that a cell may have are
          #!import "file"   runs the cells of a .dib, .ipynb, .cs or .csx file
          #!time            tells how long the cell took
          #!csharp          says that the cell is C#, as every cell is
        """;

    private static readonly string[] Signs = ["#!", "#r", "#load", "#i ", "#i\"", "#:", "%%"];

    /// <summary>Splits a cell into its directives and the C# that remains.</summary>
    /// <param name="code">The cell's text.</param>
    /// <returns>The directives in order, and the text with each directive's line left empty, so that line numbers stay.</returns>
    /// <exception cref="CellFailedException">A directive is not known, or the cell is in another language.</exception>
    public static (IReadOnlyList<CellDirective> Directives, string Code) Read(string code)
    {
        // Most cells have none, and reading twice takes time.
        if (!Signs.Any(sign => code.Contains(sign, StringComparison.Ordinal)))
            return ([], code);

        RefuseMagic(code.TrimStart());
        SourceText text = SourceText.From(code);
        List<CellDirective> directives = [];
        List<TextChange> blanks = [];
        SyntaxNode root = CSharpSyntaxTree.ParseText(text, SubmissionCompiler.ParseOptions).GetRoot();
        foreach (DirectiveTriviaSyntax trivia in root.DescendantTrivia(descendIntoTrivia: true)
            .Select(trivia => trivia.GetStructure()).OfType<DirectiveTriviaSyntax>())
        {
            TextLine line = text.Lines.GetLineFromPosition(trivia.SpanStart);
            string content = line.ToString().Trim();
            if (!IsForHost(trivia, content))
                continue;
            // The compiler heeds #r even where #if leaves it out, so that one goes too, but is not followed.
            if (trivia.IsActive && !content.StartsWith("#!/", StringComparison.Ordinal))
                directives.Add(Split(content, line.LineNumber));
            blanks.Add(new TextChange(line.Span, ""));
        }

        return (directives, text.WithChanges(blanks).ToString());
    }

    // For #i the compiler has no name, and takes it for a mistake.
    private static bool IsForHost(DirectiveTriviaSyntax trivia, string content) =>
        trivia.Kind() is SyntaxKind.ReferenceDirectiveTrivia or SyntaxKind.LoadDirectiveTrivia or SyntaxKind.IgnoredDirectiveTrivia
        || content.StartsWith("#!", StringComparison.Ordinal)
        || (trivia.IsKind(SyntaxKind.BadDirectiveTrivia) && NameOf(content) == "#i");

    private static string NameOf(string content)
    {
        int end = content.AsSpan(2).IndexOfAny(' ', '\t', '"');
        return end < 0 ? content : content[..(end + 2)];
    }

    private static CellDirective Split(string content, int line)
    {
        string name = NameOf(content);
        string argument = content[name.Length..];
        if (content.StartsWith("#:", StringComparison.Ordinal))
            throw CellFailedException.Because("UnknownDirective", $"Line {line + 1}: {WhatFileDirectiveMeans(content)}");
        int comment = argument.LastIndexOf("//", StringComparison.Ordinal);
        if (comment >= 0 && comment > argument.LastIndexOf('"'))
            argument = argument[..comment];
        if (Names.Contains(name))
            return new CellDirective(name, argument.Trim().Trim('"').Trim(), line);
        return CellLanguage.Find(name[2..]) switch
        {
            CellLanguage.CSharp => new CellDirective(Names[0], "", line),
            { } language => throw OtherLanguage(language),
            null => throw CellFailedException.Because("UnknownDirective", $"Line {line + 1}: {name} is not known here.\n{Known}"),
        };
    }

    private static CellFailedException OtherLanguage(string language) =>
        CellFailedException.Because(nameof(OtherLanguage), CellLanguage.WhyNotRun(language));

    // Python's kernel marks a cell in another language, or one to be timed, by such a first line.
    private static void RefuseMagic(string code)
    {
        if (!code.StartsWith("%%", StringComparison.Ordinal))
            return;
        string name = code[2..].Split([' ', '\t', '\r', '\n'], 2)[0];
        if (name is "time" or "timeit")
            throw CellFailedException.Because("UnknownDirective", $"%%{name} is Python's. Here #!time tells how long the cell took.");
        throw OtherLanguage(CellLanguage.Find(name) ?? name);
    }

    // As "dotnet run file.cs" has them.
    private static string WhatFileDirectiveMeans(string content)
    {
        string[] words = content[2..].Split([' ', '@'], StringSplitOptions.RemoveEmptyEntries);
        return words is ["package", var package, ..]
            ? $"#:package is for C# files. In a cell write: #r \"nuget: {package}{(words.Length > 2 ? ", " + words[2] : "")}\""
            : $"#:{words.FirstOrDefault()} is for C# files. A cell has no use for it: leave it out.";
    }
}
