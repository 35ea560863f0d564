using System.Globalization;
using NeuroLab.Display;

namespace NeuroLab.Inspection;

/// <summary>What a gradient check found.</summary>
[TypeFormatterSource(typeof(TableFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class GradientCheckResult : IShownAsTable
{
    private readonly List<GradientMismatch> mismatches = [];

    internal GradientCheckResult(string function) => Function = function;

    /// <summary>What was checked, such as <c>Linear(3, 2)</c>.</summary>
    public string Function { get; }

    /// <summary>How many elements were compared.</summary>
    public int Checked { get; internal set; }

    /// <summary>How many elements were left out because the function bends sharply there, as ReLU does at 0, so that it has no slope.</summary>
    public int Skipped { get; internal set; }

    /// <summary>The largest difference found, as a part of the size of the gradients.</summary>
    public double LargestError { get; internal set; }

    /// <summary>The elements that disagree.</summary>
    public IReadOnlyList<GradientMismatch> Mismatches => mismatches;

    /// <summary>Whether every element that was compared agrees, and at least one was.</summary>
    public bool Passed => mismatches.Count == 0 && Checked > 0;

    /// <summary>Throws if the check did not pass.</summary>
    /// <exception cref="InvalidOperationException">The check did not pass. The message is <see cref="ToString"/>.</exception>
    public void ThrowIfFailed()
    {
        if (!Passed)
            throw new InvalidOperationException(ToString());
    }

    /// <summary>A line when all is well, else the elements that disagree.</summary>
    public override string ToString() => Passed ? Summary() : ((IShownAsTable)this).ToTable().ToText();

    internal void Add(GradientMismatch mismatch) => mismatches.Add(mismatch);

    Table IShownAsTable.ToTable()
    {
        Table table = new("function", "with respect to", "index", "expected#", "received#") { Note = Summary(), NoteIsError = !Passed };
        foreach (GradientMismatch mismatch in mismatches.Take(10))
        {
            table.Add(mismatch.Function, mismatch.Quantity, string.Join(", ", mismatch.Index),
                mismatch.Expected.ToString("G5", CultureInfo.InvariantCulture), mismatch.Received.ToString("G5", CultureInfo.InvariantCulture));
        }
        return table;
    }

    private string Summary() => string.Create(CultureInfo.InvariantCulture,
        $"{Function}: {Checked - mismatches.Count} of {Checked} gradients agree with finite differences, largest error {LargestError:P2}{(Skipped > 0 ? $", {Skipped} left out at a kink" : "")}");
}
