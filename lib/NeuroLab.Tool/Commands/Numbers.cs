using System.Globalization;

namespace NeuroLab.Tool.Commands;

/// <summary>Reads the numbers given to options.</summary>
internal static class Numbers
{
    /// <summary>Reads a number.</summary>
    /// <exception cref="UsageException">It is none, or out of range.</exception>
    public static double Read(string option, string given, string unit, double least, double most) =>
        double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= least && value <= most
            ? value
            : throw Wrong(option, $"a number of {unit} above 0 and up to {Text.Number((int)most)}", given);

    /// <summary>Reads a whole number.</summary>
    /// <exception cref="UsageException">It is none, or out of range.</exception>
    public static int ReadWhole(string option, string given, string unit, int least, int most) =>
        int.TryParse(given, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most
            ? value
            : throw Wrong(option, $"a whole number of {unit} from {Text.Number(least)} to {Text.Number(most)}", given);

    private static UsageException Wrong(string option, string expected, string given) =>
        new($"{option} takes {expected}, but \"{given}\" was given. For example: {option} 2");
}
