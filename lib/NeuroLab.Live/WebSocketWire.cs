using System.Net.WebSockets;

namespace NeuroLab.Live;

/// <summary>The way to a page in a browser.</summary>
/// <param name="socket">Its connection.</param>
internal sealed class WebSocketWire(WebSocket socket) : IMessageWire
{
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        while (true)
        {
            WebSocketReceiveResult part = await socket.ReceiveAsync(buffer, cancellation).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            if (text.Length + part.Count > RunnerConnection.LongestMessage)
                throw new FormatException("The message is too long.");
            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return text.GetBuffer().AsMemory(0, (int)text.Length);
        }
    }

    public Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation) =>
        socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellation).AsTask();

    public void Abort() => socket.Abort();
}
