using System.Text.RegularExpressions;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Running;

/// <summary>
/// Finds a notebook's exercises. A stub is a code cell whose first line is a comment such as <c>// Exercise 01.2: ...</c>; its solution is
/// the first fenced C# block of a later Markdown cell that holds <c>&lt;details&gt;&lt;summary&gt;Solution 01.2&lt;/summary&gt;</c>.
/// </summary>
public static partial class Exercises
{
    /// <summary>The exercises in order, with or without a solution.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="path">How messages call it.</param>
    /// <exception cref="ExerciseException">Two stubs or two solutions have the same id, or a solution has no stub before it or no code.</exception>
    public static IReadOnlyList<ExerciseCells> Find(NotebookDocument document, string path)
    {
        OrderedDictionary<string, ExerciseCells> found = [];
        for (int i = 0; i < document.Cells.Count; i++)
        {
            string source = document.Cells[i].Source.ReplaceLineEndings("\n");
            if (document.Cells[i].Kind == CellKind.Code && StubPattern().Match(source) is { Success: true } stub)
            {
                string id = stub.Groups["id"].Value;
                if (!found.TryAdd(id, new ExerciseCells(id, i, null, null)))
                    throw Wrong(path, i, $"exercise {id} begins here, and in cell {found[id].Stub + 1} too. Give each its own number.");
            }

            if (document.Cells[i].Kind == CellKind.Markdown && SolutionPattern().Match(source) is { Success: true } solution)
            {
                string id = solution.Groups["id"].Value;
                if (!found.TryGetValue(id, out ExerciseCells? exercise))
                {
                    throw Wrong(path, i,
                        $"solution {id} has no exercise. A code cell above it must begin with the line \"// Exercise {id}: ...\".");
                }

                if (exercise.Solution is { } other)
                    throw Wrong(path, i, $"solution {id} stands here, and in cell {other + 1} too. Remove one.");
                if (CodePattern().Match(source, solution.Index) is not { Success: true } code)
                    throw Wrong(path, i, $"solution {id} has no code. Put it into a block that begins with ```csharp and ends with ```.");
                found[id] = exercise with { Solution = i, Code = code.Groups["code"].Value };
            }
        }

        return [.. found.Values];
    }

    /// <summary>
    /// What the checks of all exercises of a notebook said last, whether or not they fit together with their solutions. An exercise whose
    /// check has run is one, though the reader may have written over the line that names it.
    /// </summary>
    /// <param name="document">The notebook.</param>
    public static IReadOnlyList<ExerciseResult> Results(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Dictionary<string, string> states = ExerciseResult.Of(document.Cells.SelectMany(cell => cell.Outputs)).ToDictionary(result => result.Id, result => result.State);
        return [.. document.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => StubPattern().Match(cell.Source))
            .Where(match => match.Success).Select(match => match.Groups["id"].Value).Union(states.Keys).Order(StringComparer.Ordinal)
            .Select(id => new ExerciseResult(id, states.GetValueOrDefault(id, "not tried")))];
    }

    /// <summary>Puts each exercise's solution into its stub.</summary>
    /// <param name="document">The notebook to change.</param>
    /// <param name="path">How messages call it.</param>
    /// <exception cref="ExerciseException">As for <see cref="Find"/>, or an exercise has no solution.</exception>
    public static void Solve(NotebookDocument document, string path)
    {
        foreach (ExerciseCells exercise in Find(document, path))
        {
            document.Cells[exercise.Stub].Source = exercise.Code ?? throw Wrong(path, exercise.Stub,
                $"exercise {exercise.Id} has no solution. A Markdown cell below it must hold <details><summary>Solution {exercise.Id}</summary>.");
        }
    }

    private static ExerciseException Wrong(string path, int index, string problem) => new($"{path}, cell {index + 1}: {problem}");

    [GeneratedRegex(@"\A\s*//\s*Exercise\s+(?<id>\d+[a-z]?(\.\d+)*)\b")]
    private static partial Regex StubPattern();

    [GeneratedRegex(@"<details>\s*<summary>\s*Solution\s+(?<id>\d+[a-z]?(\.\d+)*)\b[^<]*</summary>")]
    private static partial Regex SolutionPattern();

    [GeneratedRegex(@"^```csharp[^\n]*\n(?<code>.*?)\n?^```[ \t]*$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodePattern();
}
