using System.Collections.Concurrent;
using NeuroLab.Notebooks.Running;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>Each notebook of the course as it runs with no exercise tried: run once, for all tests that look at it.</summary>
internal static class CourseRuns
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<NotebookResult>>> Runs = new();

    /// <summary>The result of a notebook.</summary>
    /// <param name="name">Its file name.</param>
    public static Task<NotebookResult> OfAsync(string name) => Runs.GetOrAdd(name, _ => new(() => RunAsync(name, solve: false))).Value;

    /// <summary>Runs a notebook.</summary>
    /// <param name="name">Its file name.</param>
    /// <param name="solve">Whether each exercise's own solution is put into its stub first.</param>
    public static Task<NotebookResult> RunAsync(string name, bool solve)
    {
        CourseNotebook notebook = CourseNotebook.Load(name);
        return NotebookRunner.RunAsync(notebook.Document, notebook.Path, new RunOptions { Solve = solve });
    }
}
