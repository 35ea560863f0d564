using System.Buffers;
using System.IO.Pipelines;

namespace NeuroLab.Live;

/// <summary>The way to an editor by two streams: a message a line.</summary>
/// <param name="input">Brings its messages.</param>
/// <param name="output">Takes messages to it.</param>
internal sealed class LineWire(Stream input, Stream output) : IMessageWire
{
    private readonly PipeReader reader = PipeReader.Create(input);

    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellation)
    {
        while (true)
        {
            ReadResult read = await reader.ReadAsync(cancellation).ConfigureAwait(false);
            if (read.IsCanceled)
                return null;
            SequencePosition? end = read.Buffer.PositionOf((byte)'\n');
            ReadOnlySequence<byte> line = end is null ? read.Buffer : read.Buffer.Slice(0, end.Value);
            if (line.Length > RunnerConnection.LongestMessage)
                throw new FormatException("The message is too long.");
            if (end is not null)
            {
                byte[] message = line.ToArray();
                reader.AdvanceTo(read.Buffer.GetPosition(1, end.Value));
                return message;
            }

            if (read.IsCompleted)
                return null;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        byte[] line = [.. message.Span, (byte)'\n'];
        await output.WriteAsync(line, cancellation).ConfigureAwait(false);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }

    public void Abort() => reader.CancelPendingRead();
}
