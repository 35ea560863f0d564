using System.Globalization;

namespace NeuroLab.Course;

/// <summary>
/// Holds a notebook to its word: what the text says of the numbers is computed, and a claim that fails stops the cell.
/// </summary>
public static class Verify
{
    /// <summary>Prints the claim if it is true, and stops the cell if it is not.</summary>
    /// <param name="holds">Whether it is true.</param>
    /// <param name="claim">The claim, as a sentence without a full stop.</param>
    /// <exception cref="InvalidOperationException">It is not true.</exception>
    public static void That(bool holds, string claim)
    {
        if (!holds)
            throw new InvalidOperationException($"This does not hold: {claim}. If you changed a cell above, that may be why: restart and run all cells to see the original numbers.");
        Console.WriteLine($"Verified: {claim}.");
    }

    /// <summary>Prints the claim if two numbers agree, and stops the cell if they don't.</summary>
    /// <param name="actual">The number computed.</param>
    /// <param name="expected">The number it should be.</param>
    /// <param name="tolerance">How far apart they may be.</param>
    /// <param name="claim">The claim, as a sentence without a full stop.</param>
    /// <exception cref="InvalidOperationException">They differ by more.</exception>
    public static void Close(double actual, double expected, double tolerance, string claim) => That(
        Math.Abs(actual - expected) <= tolerance,
        string.Create(CultureInfo.InvariantCulture, $"{claim} ({actual:0.#####} and {expected:0.#####})"));
}
