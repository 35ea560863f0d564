using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;

namespace NeuroLab.Notebooks.Session.Assistance;

/// <summary>Helps someone who types a cell, with what the cells above it declared.</summary>
internal sealed class CodeAssistance(SubmissionCompiler compiler, SessionReferences references, string folder)
{
    public const string Complete = "complete";
    public const string Inspect = "inspect";
    public const string IsComplete = "is_complete";
    public const string Signature = "signature";
    public const string Diagnose = "diagnose";

    /// <summary>Answers a question about code. Where that fails the answer holds nothing but why: whoever types does without, and the cells run on.</summary>
    /// <param name="question">Which of the five.</param>
    /// <param name="code">The cell's text.</param>
    /// <param name="cursor">Where the cursor is, in UTF-16 units.</param>
    public JsonObject Answer(string question, string code, int cursor)
    {
        try
        {
            return Find(question, code, cursor);
        }
        catch (Exception failure)
        {
            return new JsonObject { ["failure"] = failure.ToString() };
        }
    }

    private JsonObject Find(string question, string code, int cursor)
    {
        cursor = Math.Clamp(cursor, 0, code.Length);
        if (question == IsComplete)
            return Completeness.Of(code);
        if (question == Diagnose)
            return Diagnosis.Of(compiler.Model(CellText.WithoutDirectives(code), references.All));
        string line = CellText.LineBefore(code, cursor);
        if (line.TrimStart().StartsWith('#'))
        {
            (int replaced, IEnumerable<string> matches) = DirectiveCompletion.Of(line, folder);
            return question == Complete ? Completion.Matches(cursor - replaced, matches.Select(match => (match, "directive"))) : [];
        }

        // All namespaces are wanted where one is looked for.
        if (line.TrimStart().StartsWith("using ", StringComparison.Ordinal))
            references.AddRest();
        SemanticModel model = compiler.Model(CellText.WithoutDirectives(code), references.All);
        return question switch
        {
            Complete => Completion.At(code, cursor, model),
            Signature => Signatures.At(cursor, model),
            _ => Inspection.At(cursor, model) is { } text ? new JsonObject { ["text"] = text } : [],
        };
    }
}
