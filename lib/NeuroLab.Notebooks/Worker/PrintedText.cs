using System.Text;

namespace NeuroLab.Notebooks.Worker;

/// <summary>Reads, as text, what native code and other processes print to one of a worker's standard handles.</summary>
/// <param name="pipe">The handle's other end.</param>
internal sealed class PrintedText(Stream pipe)
{
    // As much as a pipe holds: what was there before a message is read in one piece.
    private const int Capacity = 64 * 1024;

    private readonly byte[] bytes = new byte[Capacity];
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();

    /// <summary>Reads what there is.</summary>
    /// <returns>The text, empty where a character is not whole yet; null at the end.</returns>
    public string? Read()
    {
        int count = pipe.Read(bytes);
        if (count == 0)
            return null;
        char[] text = new char[decoder.GetCharCount(bytes.AsSpan(0, count), flush: false)];
        decoder.GetChars(bytes.AsSpan(0, count), text, flush: false);
        return new string(text);
    }
}
