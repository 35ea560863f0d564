using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using NeuroLab.Notebooks.Session.Errors;

namespace NeuroLab.Notebooks.Session.Assistance;

/// <summary>Finds what the compiler would refuse in a cell, while it is written.</summary>
internal static class Diagnosis
{
    private const int MostErrors = 20;

    /// <summary><c>errors</c>: each with <c>start</c>, <c>end</c> and <c>message</c>.</summary>
    public static JsonObject Of(SemanticModel model)
    {
        Diagnostic[] found = [.. model.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error)];
        bool isSyntax = model.SyntaxTree.GetDiagnostics().Any(error => error.Severity == DiagnosticSeverity.Error);
        JsonArray errors = [];
        foreach (Diagnostic error in ErrorCascade.Reduce(found, isSyntax).Take(MostErrors))
        {
            errors.Add(new JsonObject
            {
                ["start"] = error.Location.SourceSpan.Start,
                ["end"] = error.Location.SourceSpan.End,
                ["message"] = error.GetMessage(CultureInfo.InvariantCulture),
            });
        }

        return new JsonObject { ["errors"] = errors };
    }
}
