using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Browser.Tests;

/// <summary>What the site carries of .NET is what the course's cells name: they are compiled against the site's own files.</summary>
public sealed partial class CompilingTests(LiveSite site) : IClassFixture<LiveSite>
{
    // A type, member or namespace that is not there; other errors are the script dialect's, which the session mends.
    private static readonly string[] missing = ["CS0012", "CS0117", "CS0234", "CS0246", "CS1061"];

    [BrowserTheory]
    [MemberData(nameof(CourseTests.Compiled), MemberType = typeof(CourseTests))]
    public void The_cells_of_a_notebook_find_all_they_name(string name)
    {
        NotebookDocument notebook = NotebookDocument.Load(Repository.At($"notebooks/{name}.ipynb"));
        string setup = File.ReadAllText(Repository.At("notebooks/setup.dib"));
        // A cell that loads a package is passed over.
        IEnumerable<string> cells = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Source).Where(code => !code.Contains("#r \"", StringComparison.Ordinal));
        Assert.Empty(Complaints([Always, setup, .. cells]));
    }

    [BrowserFact]
    public void What_the_site_lacks_is_complained_of() =>
        Assert.Contains(Complaints([Always, "int sum = Enumerable.Range(1, 5).AsParallel().Sum();"]), complaint => complaint.Contains("AsParallel", StringComparison.Ordinal));

    private const string Always = "using System; using System.Collections.Generic; using System.Linq; using System.Text; using System.Threading.Tasks; T display<T>(T value) => value;";

    private List<string> Complaints(IEnumerable<string> cells)
    {
        string folder = Path.GetDirectoryName(Directory.EnumerateFiles(site.Built.Folder, "System.Private.CoreLib.dll", SearchOption.AllDirectories).First())!;
        MetadataReference[] references = [.. Directory.EnumerateFiles(folder, "*.dll").Select(path => MetadataReference.CreateFromFile(path))];
        CSharpParseOptions script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script, preprocessorSymbols: ["NEUROLAB_SESSION"]);
        List<string> complaints = [];
        CSharpCompilation? last = null;
        foreach (string cell in cells)
        {
            string code = Directive().Replace(cell, "");
            CSharpCompilationOptions options = new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary);
            CSharpCompilation submission = CSharpCompilation.CreateScriptCompilation("cell", CSharpSyntaxTree.ParseText(code, script), references, options, last);
            Diagnostic[] errors = [.. submission.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
            complaints.AddRange(errors.Where(error => missing.Contains(error.Id)).Select(error => error.ToString()));
            if (errors.Length == 0)
                last = submission;
        }

        return complaints;
    }

    [GeneratedRegex(@"^#(!|r |i |load ).*$", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
