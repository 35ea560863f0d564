using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Tests.Session;

/// <summary>The mistakes that beginners make most: the first error is the useful one, on the right line, and alone.</summary>
public sealed class BeginnerErrorTests(CellLab lab) : IClassFixture<CellLab>
{
    [Theory]
    [InlineData("int a = 1\nint b = 2;", "(1,10): error CS1002", null)]
    [InlineData("float f = 0.5;", "(1,11): error CS0664", null)]
    [InlineData("var d = 1.0;\nfloat e = d * 2;", "(2,11): error CS0266", "write 0.5f for 0.5")]
    [InlineData("int w = 3;\nif (w = 3) { }", "(2,5): error CS0029", "To compare, write ==.")]
    [InlineData("console.WriteLine(1);", "(1,1): error CS0103", "Did you mean Console?")]
    [InlineData("Console.writeline(1);", "(1,9): error CS0117", "Did you mean WriteLine?")]
    [InlineData("new List<int>().add(1);", "(1,17): error CS1061", "Did you mean Add?")]
    [InlineData("float Mean(float[] v) => v.Average();\nMaen([1f])", "(2,1): error CS0103", "Did you mean Mean?")]
    [InlineData("Math.pow(2, 3)", "(1,6): error CS0117", "Did you mean Pow?")]
    [InlineData("double p = Sqrt(2);", "(1,12): error CS0103", "write Math.Sqrt")]
    [InlineData("int[] i = [1, 2];\nfloat[] f = i;", "(2,13): error CS0029", "The numbers must be float")]
    [InlineData("using NeuroLab.Tensors;\nTensor t = new int[] { 1, 2 };", "(2,12): error CS0029", "The numbers must be float")]
    [InlineData("int n = 1.5;", "(1,9): error CS0266", "cuts off")]
    [InlineData("int n = \"5\";", "(1,9): error CS0029", "int.Parse")]
    [InlineData("Console.WriteLine(\"a);", "(1,19): error CS1010", null)]
    [InlineData("Console.WriteLine(1;", "(1,20): error CS1026", null)]
    [InlineData("string s = 'hello';", "(1,12): error CS1012", "double quotes")]
    [InlineData("var v = {1, 2, 3};", "(1,5): error CS0820", "float[] values = [1, 2, 3];")]
    [InlineData("var v = [1, 2, 3];", "(1,9): error CS9176", "float[] values = [1, 2, 3];")]
    [InlineData("var l = new List<int>();\nl.Length", "(2,3): error CS1061", "A List has Count, an array Length.")]
    [InlineData("var x = new float[2];\nx.Count", "(2,3): error CS8917", "An array has Length, a list Count.")]
    [InlineData("int Twice(int x) => 2 * x;\nvar t = Twice;\nstring.Join", "(3,8): error CS8917", "Join(...)")]
    [InlineData("var act = x => x * 2;", "(1,11): error CS8917", "Func<float, float>")]
    [InlineData("int xx = 5;\nxx\nxx", "(3,3): error CS1002", "Above it write: display(xx);")]
    [InlineData("var yy = 1;\nyy + 1;", "(2,1): error CS0201", "leave out the semicolon")]
    [InlineData("2 ** 10", "(1,4): error CS0193", "Math.Pow")]
    [InlineData("1 < 2 < 3", "(1,1): error CS0019", "0 < x && x < 1")]
    [InlineData("true and false", "(1,6): error CS1002", "C# writes && for and")]
    [InlineData("neverDeclared = 5;", "(1,1): error CS0103", "var neverDeclared = ...;")]
    [InlineData("for i in range(3):\n    1", "(1,5): error CS1003", "This looks like Python")]
    [InlineData("def f(x): return x", "(1,8): error CS1001", "This looks like Python")]
    [InlineData("print(\"x\")", "(1,1): error CS0103", "display(...)")]
    [InlineData("let z = 5;", "(1,1): error CS0246", "var x = 5;")]
    [InlineData("var s = new Stopwatch();\nvar t = new Stopwatch();", "(1,13): error CS0246", "using System.Diagnostics;")]
    public async Task A_mistake_gets_one_error_and_the_hint_that_helps(string code, string place, string? hint)
    {
        CellError error = await lab.ErrorAsync(code);
        Assert.StartsWith(place, error.Message, StringComparison.Ordinal);
        Assert.Single(error.Details, line => line.Contains("error CS", StringComparison.Ordinal));
        if (hint is not null)
            Assert.Contains(hint, error.Details[^1], StringComparison.Ordinal);
        else
            Assert.Equal(3, error.Details.Count);
    }

    [Theory]
    [InlineData("var v = new int[3];\nv[3]", "  line 2 of this cell: v[3]")]
    [InlineData("void Fill(float[] v)\n{\n    for (int i = 0; i <= v.Length; i++)\n        v[i] = 1;\n}\nFill(new float[3]);", "  line 4 of this cell: v[i] = 1;")]
    [InlineData("var w = new int[2];\nint k = 2;\nint Pick(int n)\n{\n    int half = n / 2;\n    return w[n];\n}\nPick(k)", "  line 6 of this cell: return w[n];")]
    [InlineData("var f = (int[] a) =>\n{\n    int j = 5;\n    return a[j];\n};\nf([1])", "  line 4 of this cell: return a[j];")]
    public async Task A_wrong_index_is_shown_on_its_own_line(string code, string line)
    {
        CellError error = await lab.ErrorAsync(code);
        Assert.Equal("System.IndexOutOfRangeException", error.Name);
        Assert.Equal(line, error.Details[1]);
    }

    [Fact]
    public async Task Of_several_lines_with_an_index_each_is_shown()
    {
        CellError error = await lab.ErrorAsync("var one = new int[1];\nvar two = new int[2];\nint last = 1;\ntwo[last] = 1;\none[last] = 1;\nlast = 2;");
        Assert.Equal(["  in one of these lines:", "  line 4 of this cell: two[last] = 1;", "  line 5 of this cell: one[last] = 1;"], error.Details.Skip(1));
    }
}
