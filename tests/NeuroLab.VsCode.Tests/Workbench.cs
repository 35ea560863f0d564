using Microsoft.Playwright;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Tests.Shared.Workbench;

namespace NeuroLab.VsCode.Tests;

/// <summary>One code-server with the extension, a folder with a course in it, and one window, for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class Workbench : IAsyncLifetime, ICollectionFixture<Workbench>
{
    internal const string Name = "workbench";

    /// <summary>The server, and the course in its folder.</summary>
    internal CodeServerCourse Course { get; private set; } = null!;

    /// <summary>The window that the tests share.</summary>
    internal Window Window { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (CodeServer.SkipReason is not null)
            return;
        // A busy machine is slow; that is no fault of the extension.
        Assertions.SetDefaultExpectTimeout(90_000);
        Course = await CodeServerCourse.StartAsync();
        Window = await Course.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        if (CodeServer.SkipReason is null)
            await Course.DisposeAsync();
    }

    /// <summary>Writes a notebook whose cells hold code, or Markdown where they begin with "md:".</summary>
    internal void Write(string name, params string[] cells)
    {
        var document = NotebookDocument.Create();
        foreach (string cell in cells)
        {
            bool text = cell.StartsWith("md:", StringComparison.Ordinal);
            document.Cells.Add(NotebookCell.Create(text ? CellKind.Markdown : CellKind.Code, text ? cell[3..] : cell));
        }

        document.Save(Path.Combine(Course.Notebooks, name));
    }

    /// <summary>A notebook as its file has it. The workbench empties a file before it writes it, so one that is cut short is read again.</summary>
    internal NotebookDocument Read(string name)
    {
        for (int tries = 0; ; tries++)
        {
            try
            {
                return NotebookDocument.Load(Path.Combine(Course.Notebooks, name));
            }
            catch (NotebookFormatException) when (tries < 50)
            {
                Thread.Sleep(100);
            }
        }
    }
}
