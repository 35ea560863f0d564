using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using NeuroLab.Jupyter.Zmtp;

namespace NeuroLab.Jupyter;

/// <summary>The kernel's five sockets.</summary>
internal sealed class KernelChannels : IAsyncDisposable
{
    private readonly MessageFormat format;
    private readonly IMessageSocket ioPub;
    private readonly IMessageSocket heartbeat;
    private readonly ReceiveLimits limits = new();

    /// <exception cref="KernelException">A port is taken.</exception>
    public KernelChannels(ConnectionFile file)
    {
        format = new MessageFormat(new MessageSigner(file.Key));
        Shell = Bind(SocketKind.Router, file.Shell, "shell_port", format.IsRight);
        Control = Bind(SocketKind.Router, file.Control, "control_port", format.IsRight);
        Stdin = Bind(SocketKind.Router, file.Stdin, "stdin_port", format.IsRight);
        ioPub = Bind(SocketKind.Publish, file.IOPub, "iopub_port", null);
        heartbeat = Bind(SocketKind.Reply, file.Heartbeat, "hb_port", null);

        IMessageSocket Bind(SocketKind kind, int port, string name, Func<byte[][], bool>? isSigned)
        {
            try
            {
                return ZmtpSocket.Bind(kind, file.Address, port, limits, isSigned);
            }
            catch (SocketException error)
            {
                throw new KernelException($"The kernel cannot listen on {file.Address}:{port}, the connection file's {name}: {error.Message}");
            }
        }
    }

    /// <summary>Requests, one after the other.</summary>
    public IMessageSocket Shell { get; }

    /// <summary>Requests that don't wait for a cell.</summary>
    public IMessageSocket Control { get; }

    /// <summary>Questions to the user.</summary>
    public IMessageSocket Stdin { get; }

    /// <summary>How many messages to all front ends were dropped since one of them did not take them.</summary>
    public int Dropped => ioPub.Dropped;

    /// <summary>The next message. Only those come here that are whole and signed rightly.</summary>
    public static async ValueTask<JupyterMessage> ReceiveAsync(IMessageSocket socket, CancellationToken cancellation) =>
        MessageFormat.Read(await socket.ReceiveAsync(cancellation).ConfigureAwait(false));

    /// <summary>Sends a message to the sender of another.</summary>
    public void Send(IMessageSocket socket, JupyterMessage to, string type, JsonObject content) =>
        socket.Send(to.From, format.Write(to.Route, type, to.Header, content));

    /// <summary>Tells all front ends.</summary>
    public void Publish(JupyterMessage? parent, string type, JsonObject content) =>
        ioPub.Publish(format.Write([Encoding.ASCII.GetBytes(type)], type, parent?.Header, content));

    /// <summary>Gives back what comes on the heartbeat's socket.</summary>
    public async Task BeatAsync(CancellationToken cancellation)
    {
        while (true)
        {
            ReceivedMessage beat = await heartbeat.ReceiveAsync(cancellation).ConfigureAwait(false);
            heartbeat.Send(beat.From, beat.Frames);
        }
    }

    /// <summary>Closes the sockets when what is on its way has left, at the latest after a second.</summary>
    public async ValueTask DisposeAsync()
    {
        IMessageSocket[] sockets = [Shell, Control, Stdin, ioPub, heartbeat];
        await Task.WhenAny(Task.WhenAll(sockets.Select(socket => socket.FlushAsync())), Task.Delay(1000)).ConfigureAwait(false);
        foreach (IMessageSocket socket in sockets)
            socket.Dispose();
    }
}
