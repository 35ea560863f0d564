using Microsoft.CodeAnalysis;
using NeuroLab.Notebooks.Session;
using NeuroLab.Notebooks.Session.Errors;

namespace NeuroLab.Notebooks.Tests.Session;

public sealed class SubmissionCompilerTests
{
    private readonly SessionReferences references = new();
    private readonly SubmissionCompiler compiler;

    public SubmissionCompilerTests() => compiler = new(new AdjacentReferences(references));

    [Fact]
    public void Only_the_first_piece_keeps_the_references()
    {
        Assert.Equal(references.All, Accepted("var a = 1;").Compilation.ExternalReferences);
        Assert.Empty(Accepted("var b = a + 1;").Compilation.ExternalReferences);
        Assert.Empty(Accepted("new List<int> { a, b }").Compilation.ExternalReferences);
    }

    [Fact]
    public void A_piece_that_was_not_accepted_leaves_the_references_to_the_next()
    {
        compiler.Compile("var a = 1;", "cell", references.All);
        Assert.Equal(references.All, Accepted("var a = 2;").Compilation.ExternalReferences);
    }

    [Fact]
    public void References_added_later_are_those_that_the_next_piece_keeps()
    {
        Accepted("var a = 1;");
        int before = references.All.Count();
        Assert.True(references.AddRest());
        Assert.Equal(references.All.Skip(before), Accepted("new System.Xml.XmlDocument()").Compilation.ExternalReferences);
        Assert.Empty(Accepted("new System.Xml.XmlDocument()").Compilation.ExternalReferences);
    }

    [Fact]
    public void What_an_assembly_refers_to_in_the_framework_is_found_with_it_and_is_no_other_later()
    {
        AdjacentReferences adjacent = new(references);
        PortableExecutableReference? found = adjacent.ResolveMissingAssembly(references.All.First(), new AssemblyIdentity("netstandard"));
        Assert.NotNull(found);
        Assert.DoesNotContain(found, references.All);
        Assert.True(references.AddRest());
        Assert.Contains(found, references.All);
        Assert.Null(adjacent.ResolveMissingAssembly(references.All.First(), new AssemblyIdentity("No.Such.Assembly")));
    }

    [Fact]
    public void A_prepared_piece_sees_what_came_before_and_the_usings()
    {
        compiler.Prepare(references.All);
        Assert.Equal(references.All, Accepted("using System.IO; var a = 1;").Compilation.ExternalReferences);
        compiler.Prepare(references.All);
        Submission next = Accepted("new List<object> { a, new StringReader(\"b\") }");
        Assert.True(next.EndsInValue());
        Assert.Empty(next.Compilation.ExternalReferences);
    }

    [Fact]
    public void What_was_prepared_is_dropped_where_more_references_or_pieces_came_since()
    {
        Accepted("var a = 1;");
        int before = references.All.Count();
        compiler.Prepare(references.All);
        Assert.True(references.AddRest());
        Assert.Equal(references.All.Skip(before), Accepted("var b = new System.Xml.XmlDocument();").Compilation.ExternalReferences);
        compiler.Prepare(references.All);
        Assert.Throws<CompilationFailedException>(() => compiler.Compile("nothing", "cell", references.All));
        Accepted("var c = a;");
        compiler.Prepare(references.All);
        Accepted("var d = c;");
        Assert.Contains("cell", Accepted("d + b.ChildNodes.Count").Compilation.AssemblyName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a + 1", false)]
    [InlineData("Console.WriteLine(a);", false)]
    [InlineData("if (a > 0) { var inner = a; }", false)]
    [InlineData("var b = a;", true)]
    [InlineData("int.TryParse(\"1\", out int b);", true)]
    [InlineData("var (b, c) = (a, a);", true)]
    [InlineData("int Twice(int n) => 2 * n;", true)]
    [InlineData("class C { }", true)]
    [InlineData("using System.IO;", true)]
    [InlineData("using System.IO; a", true)]
    public void Only_a_piece_that_declares_something_is_seen_by_those_after_it(string code, bool isSeen)
    {
        Accepted("var a = 1;");
        Assert.Equal(isSeen, compiler.Accept(compiler.Compile(code, "cell", references.All)));
    }

    [Fact]
    public void A_piece_with_new_references_is_kept_so_that_they_are_bound_once()
    {
        Assert.True(compiler.Accept(compiler.Compile("1 + 1", "cell", references.All)));
        Assert.False(compiler.Accept(compiler.Compile("1 + 1", "cell", references.All)));
        Assert.True(references.AddRest());
        Assert.True(compiler.Accept(compiler.Compile("1 + 1", "cell", references.All)));
    }

    private Submission Accepted(string code)
    {
        Submission submission = compiler.Compile(code, "cell", references.All);
        compiler.Accept(submission);
        return submission;
    }
}
