using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Jupyter.Zmtp;

namespace NeuroLab.Notebooks.Jupyter;

/// <summary>The kernel's five sockets.</summary>
internal sealed class KernelChannels : IDisposable
{
    private readonly MessageFormat format;
    private readonly IMessageSocket ioPub;
    private readonly IMessageSocket heartbeat;

    /// <exception cref="KernelException">A port is taken.</exception>
    public KernelChannels(ConnectionFile file)
    {
        format = new MessageFormat(new MessageSigner(file.Key));
        Shell = Bind(SocketKind.Router, file.Shell, "shell_port");
        Control = Bind(SocketKind.Router, file.Control, "control_port");
        Stdin = Bind(SocketKind.Router, file.Stdin, "stdin_port");
        ioPub = Bind(SocketKind.Publish, file.IOPub, "iopub_port");
        heartbeat = Bind(SocketKind.Reply, file.Heartbeat, "hb_port");

        IMessageSocket Bind(SocketKind kind, int port, string name)
        {
            try
            {
                return ZmtpSocket.Bind(kind, file.Address, port);
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

    /// <summary>The next message that is whole and signed rightly. Others are dropped.</summary>
    public async ValueTask<JupyterMessage> ReceiveAsync(IMessageSocket socket, CancellationToken cancellation)
    {
        while (true)
        {
            if (format.Read(await socket.ReceiveAsync(cancellation).ConfigureAwait(false)) is { } message)
                return message;
        }
    }

    /// <summary>Sends a message to the sender of another.</summary>
    public void Send(IMessageSocket socket, JupyterMessage to, string type, JsonObject content) =>
        socket.Send(format.Write(to.Identities, type, to.Header, content));

    /// <summary>Tells all front ends.</summary>
    public void Publish(JupyterMessage? parent, string type, JsonObject content) =>
        ioPub.Send(format.Write([Encoding.ASCII.GetBytes(type)], type, parent?.Header, content));

    /// <summary>Gives back what comes on the heartbeat's socket.</summary>
    public async Task BeatAsync(CancellationToken cancellation)
    {
        while (true)
            heartbeat.Send(await heartbeat.ReceiveAsync(cancellation).ConfigureAwait(false));
    }

    public void Dispose()
    {
        Shell.Dispose();
        Control.Dispose();
        Stdin.Dispose();
        ioPub.Dispose();
        heartbeat.Dispose();
    }
}
