namespace NeuroLab.Kernels;

/// <summary>How a length is cut into pieces.</summary>
internal static class Cut
{
    /// <summary>How many pieces there are if each is so long at most.</summary>
    internal static int Count(int length, int piece) => (length + piece - 1) / piece;

    /// <summary>Where a part begins when a length is cut into equal parts.</summary>
    internal static int Start(int length, int part, int parts) => (int)((long)length * part / parts);
}
