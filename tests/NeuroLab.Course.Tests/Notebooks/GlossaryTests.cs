namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>The glossary and the notebooks agree on which term is introduced where.</summary>
public sealed class GlossaryTests
{
    private static readonly IReadOnlyList<Term> Glossary = Term.OfGlossary();

    public static TheoryData<string> Names => CourseNotebook.Names;

    [Fact]
    public void Each_row_can_be_read_and_stands_once_in_order()
    {
        int rows = File.ReadLines(Path.Combine(CourseNotebook.Folder, "glossary.md")).Count(line => line.StartsWith('|')) - 2;
        string[] english = [.. Glossary.Select(term => term.English)];

        Assert.Equal(rows, Glossary.Count);
        Assert.Equal(english.Order(StringComparer.OrdinalIgnoreCase), english);
        Assert.Equal(english.Length, english.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_ends_with_its_new_terms_and_a_link_to_the_glossary(string name)
    {
        CourseNotebook notebook = CourseNotebook.Load(name);
        IReadOnlyList<Term> terms = Term.NewIn(notebook);

        Assert.Contains(Term.LineOf(terms), notebook.Prose.Split('\n'));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebooks_new_terms_are_those_that_the_glossary_says_it_teaches(string name)
    {
        IEnumerable<Term> taught = Glossary.Where(term => term.Notebook == name);

        Assert.Equal(taught, Term.NewIn(CourseNotebook.Load(name)).OrderBy(term => term.English, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_term_stands_in_both_languages_in_the_text_that_introduces_it(string name)
    {
        string prose = CourseNotebook.Load(name).Prose;
        string text = prose[..prose.LastIndexOf("\n## ", StringComparison.Ordinal)].Replace("*", "", StringComparison.Ordinal);

        Assert.All(Glossary.Where(term => term.Notebook == name), term =>
        {
            Assert.Contains(term.English, text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(term.Chinese, text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_term_names_a_notebook_that_exists() =>
        Assert.All(Glossary, term => Assert.True(File.Exists(Path.Combine(CourseNotebook.Folder, term.Notebook)), $"{term} names no notebook."));
}
