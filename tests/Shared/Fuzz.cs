using System.Globalization;

namespace NeuroLab.Tests.Shared;

/// <summary>
/// Gives a reader many damaged inputs and insists on what it promises: only the documented exceptions, and no more memory than a
/// stated multiple of the input.
/// </summary>
/// <remarks>
/// Every input depends on its number alone, so that one that failed can be made again: <c>fuzz.Input(number)</c>. The environment
/// variable NEUROLAB_FUZZ says how many inputs there are in place of a test's usual number: 100000 for a thorough run by hand.
/// </remarks>
/// <example>
/// <code>
/// new Fuzz([valid, another]) { Words = ["dtype", "__metadata__"] }.Run(bytes => Read(bytes), 5000, typeof(CheckpointException));
/// </code>
/// </example>
internal sealed class Fuzz(IReadOnlyList<byte[]> samples)
{
    /// <summary>Words of the format, which turn up at any place of an input.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>How many bytes may be allocated for each byte of the input.</summary>
    public double MostBytesPerByte { get; init; } = 64;

    /// <summary>How many bytes may be allocated besides, whatever the input: for buffers, and for the exception.</summary>
    public long MostBytesBesides { get; init; } = 1 << 20;

    /// <summary>How many inputs a test tries: its usual number, or what NEUROLAB_FUZZ says.</summary>
    public static int Count(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("NEUROLAB_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : usual;

    /// <summary>Input number 0, 1, 2, ...</summary>
    public byte[] Input(int number) => Mutation.Of(samples, Words, new Random(number));

    /// <summary>Inputs 0, 1, 2, ..., for readers that <see cref="Run"/> can't call.</summary>
    /// <param name="usual">How many there are where NEUROLAB_FUZZ says nothing.</param>
    public IEnumerable<byte[]> Inputs(int usual) => Enumerable.Range(0, Count(usual)).Select(Input);

    /// <summary>Reads one input after the other, and fails at the first that breaks a promise.</summary>
    /// <param name="read">Reads an input, on the thread it is called on: memory is counted there.</param>
    /// <param name="usual">How many inputs there are where NEUROLAB_FUZZ says nothing.</param>
    /// <param name="documented">The exceptions that the reader documents; exactly these, not what derives from them.</param>
    public void Run(Action<byte[]> read, int usual, params IReadOnlyList<Type> documented)
    {
        int count = Count(usual);
        for (int number = 0; number < count; number++)
        {
            byte[] input = Input(number);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Exception? thrown = Catch(read, input);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (thrown is not null && !documented.Contains(thrown.GetType()))
                Fail(number, input, $"gave an exception that is not documented: {thrown}");
            if (allocated > MostBytesBesides + (MostBytesPerByte * input.Length))
                Fail(number, input, $"took {allocated.ToString("N0", CultureInfo.InvariantCulture)} bytes of memory{(thrown is null ? "" : $", then gave: {thrown.Message}")}");
        }
    }

    private static Exception? Catch(Action<byte[]> read, byte[] input)
    {
        try
        {
            read(input);
            return null;
        }
#pragma warning disable CA1031 // Whatever it is, it is held against what is documented.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return error;
        }
    }

    private static void Fail(int number, byte[] input, string what) =>
        Assert.Fail($"Input {number} of {input.Length} bytes {what}\nThe input, in base64: {Convert.ToBase64String(input, 0, Math.Min(input.Length, 3000))}");
}
