using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Tests.Session;

namespace NeuroLab.Notebooks.Tests.Worker;

/// <summary>Printing from any thread, at any speed, with displays between, comes to an end and loses nothing.</summary>
public sealed class PrintingTests(CellLab lab) : IClassFixture<CellLab>
{
    // Each of these hung in more than half of all tries; NEUROLAB_PRINTING_ROUNDS has them tried more often.
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("NEUROLAB_PRINTING_ROUNDS"), out int rounds) ? rounds : 3;

    [Fact]
    public async Task A_slow_loop_that_prints_ends()
    {
        for (int round = 0; round < Rounds; round++)
        {
            IReadOnlyList<NotebookOutput> outputs =
                await lab.OutputsAsync("for (int i = 0; i < 4000; i++) { Console.Write(\".\"); System.Threading.Thread.SpinWait(3000); }");
            Assert.Equal(new string('.', 4000), Assert.Single(outputs).Text);
        }
    }

    [Fact]
    public async Task Values_are_displayed_while_a_task_prints()
    {
        for (int round = 0; round < Rounds; round++)
        {
            IReadOnlyList<NotebookOutput> outputs = await lab.OutputsAsync("""
                var printing = Task.Run(() => { for (int i = 0; i < 4000; i++) Console.Write("."); });
                for (int i = 0; i < 400; i++) display(i);
                await printing;
                """);
            Assert.Equal(4000, outputs.Sum(output => output.Text?.Length ?? 0));
            Assert.Equal(400, outputs.Count(output => output.Kind == OutputKind.DisplayData));
        }
    }

    [Fact]
    public async Task Cells_run_while_a_thread_of_an_earlier_one_prints()
    {
        for (int round = 0; round < Rounds; round++)
        {
            await lab.OutputsAsync("""
                var go = true;
                var printer = new System.Threading.Thread(() => { while (go) { Console.Write("."); System.Threading.Thread.SpinWait(300); } });
                printer.Start();
                """);
            for (int cell = 0; cell < 20; cell++)
                Assert.EndsWith("2", (await lab.TextAsync("1 + 1")).TrimEnd('.'), StringComparison.Ordinal);
            await lab.OutputsAsync("go = false; printer.Join();");
        }
    }
}
