using System.Net;
using System.Net.Sockets;
using NeuroLab.Jupyter.Zmtp;

namespace NeuroLab.Jupyter.Tests.Zmtp;

public sealed class ZmtpConnectionTests
{
    [Fact]
    public void Whoever_sees_the_end_of_a_connection_first_may_end_it_even_at_the_same_moment()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        for (int round = 0; round < 1000; round++)
        {
            using TcpClient peer = new();
            peer.Connect((IPEndPoint)listener.LocalEndpoint);
            ZmtpConnection connection = new(listener.AcceptSocket(), new ReceiveLimits());
            using Barrier together = new(2);
            Parallel.Invoke(End, End);

            void End()
            {
                together.SignalAndWait();
                connection.Dispose();
            }
        }
    }
}
