using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuroLab.Course.Claims;
using NeuroLab.Course.Tests.Notebooks;
using NeuroLab.Notebooks.Running;

namespace NeuroLab.Course.Tests.Claims;

/// <summary>The record of what the claims said with the original numbers goes with the notebooks.</summary>
public sealed class ClaimRecordTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Run with NEUROLAB_RECORD=1 to write the record anew.</summary>
    [Theory]
    [MemberData(nameof(CourseNotebook.RunNames), MemberType = typeof(CourseNotebook))]
    public async Task It_holds_every_claim_with_numbers_that_a_notebook_makes(string notebook)
    {
        NotebookResult result = await CourseRuns.OfAsync(notebook);
        ClaimRecord.Claim[] made = [.. result.Cells.SelectMany(cell => ClaimsOf(result.Document.Cells[cell.Index].Source, Printed(cell))).Distinct()];
        string name = Path.GetFileNameWithoutExtension(notebook);
        if (Environment.GetEnvironmentVariable("NEUROLAB_RECORD") == "1")
            await File.WriteAllTextAsync(Repository.At($"lib/NeuroLab.Course/Claims/Record/{name}.json"), JsonSerializer.Serialize(made, Readable) + "\n");

        // The numbers themselves may differ in the last digit from processor to processor.
        Assert.Equal(made.Select(Key).Order(StringComparer.Ordinal), ClaimRecord.Of(name).Select(Key).Order(StringComparer.Ordinal));

        static string Key(ClaimRecord.Claim claim) => $"{claim.Condition}: {claim.Template}";
    }

    private static string Printed(CellResult cell) => string.Concat(cell.Outputs.Select(output => output.Text));

    private static IEnumerable<ClaimRecord.Claim> ClaimsOf(string code, string printed)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(kind: SourceCodeKind.Script)).GetRoot();
        foreach (InvocationExpressionSyntax call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            string[] arguments = [.. call.ArgumentList.Arguments.Select(argument => argument.Expression.ToString())];
            (string Condition, ExpressionSyntax Claim, string Ending)? found = call.Expression.ToString() switch
            {
                "Verify.That" => (arguments[0], call.ArgumentList.Arguments[1].Expression, ""),
                "Verify.Close" => ($"{arguments[0]} within {Number(arguments[2])} of {arguments[1]}", call.ArgumentList.Arguments[3].Expression, " ({} and {})"),
                _ => null,
            };
            if (found is not { } made || TemplateOf(made.Claim) is not { } sentence)
                continue;
            string template = sentence + made.Ending;
            if (!template.Contains("{}", StringComparison.Ordinal))
                continue;
            string pattern = "^Verified: (" + Regex.Escape(template).Replace(Regex.Escape("{}"), ".*?", StringComparison.Ordinal) + @")\.$";
            if (Regex.Match(printed, pattern, RegexOptions.Multiline) is { Success: true } line)
                yield return new ClaimRecord.Claim(made.Condition, template, line.Groups[1].Value);
        }
    }

    // The tolerance is printed as the number it is: 1e-4 as 0.0001.
    private static string Number(string code) =>
        double.TryParse(code.TrimEnd('f', 'd'), CultureInfo.InvariantCulture, out double number) ? number.ToString(CultureInfo.InvariantCulture) : code;

    private static string? TemplateOf(ExpressionSyntax claim) => claim switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax text => string.Concat(text.Contents.Select(part =>
            part is InterpolatedStringTextSyntax fixedText ? fixedText.TextToken.ValueText : "{}")),
        _ => null,
    };
}
