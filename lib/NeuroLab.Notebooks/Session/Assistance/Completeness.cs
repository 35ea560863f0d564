using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NeuroLab.Notebooks.Session.Assistance;

/// <summary>Says whether a console may run what was typed, or should wait for another line.</summary>
internal static class Completeness
{
    /// <summary><c>status</c> (complete, incomplete or invalid) and, where more is to come, the <c>indent</c> of the next line.</summary>
    public static JsonObject Of(string code)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(CellText.WithoutDirectives(code), SubmissionCompiler.ParseOptions);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
        {
            string last = code.Split('\n').Last(line => line.Length > 0 || code.Trim('\n').Length == 0);
            string indent = last[..^last.TrimStart().Length] + (last.TrimEnd().EndsWith('{') ? "    " : "");
            return new JsonObject { ["status"] = "incomplete", ["indent"] = indent };
        }

        bool wrong = tree.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error);
        return new JsonObject { ["status"] = wrong ? "invalid" : "complete" };
    }
}
