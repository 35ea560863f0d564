using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NeuroLab.Live;

/// <summary>Serves the course to the browser on the same machine.</summary>
public sealed class LiveServer : IAsyncDisposable
{
    private const int PortsTried = 20;
    private const long LargestRequest = 64 * 1024 * 1024;

    private readonly WebApplication app;
    private readonly Sessions sessions;
    private readonly Gate gate;

    private LiveServer(WebApplication app, Sessions sessions, Gate gate, int port)
    {
        this.app = app;
        this.sessions = sessions;
        this.gate = gate;
        Address = $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Where it is served, without the key.</summary>
    public string Address { get; }

    /// <summary>Starts the server.</summary>
    /// <param name="options">What is served, and how.</param>
    /// <param name="cancellation">Stops the start.</param>
    public static async Task<LiveServer> StartAsync(LiveOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        int port = FreePort(options.Port);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        // The command has its own way to stop.
        builder.Services.AddSingleton<Microsoft.Extensions.Hosting.IHostLifetime, NoLifetime>();
        WebApplication app = builder.Build();
        Gate gate = new(port, [.. options.Origins.Select(origin => origin.Replace("{port}", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))]);
        Sessions sessions = new(options);
        app.Use((context, next) => gate.HandleAsync(context, () => next(context)));
        app.UseWebSockets();
        new Routes(options, sessions, app.Lifetime.ApplicationStopping).Map(app);
        await app.StartAsync(cancellation).ConfigureAwait(false);
        return new LiveServer(app, sessions, gate, port);
    }

    /// <summary>The link that lets a browser in.</summary>
    /// <param name="page">The page it leads to, such as <c>01-neuron.html</c>; null for the map of the course.</param>
    /// <param name="origin">How the server is reached; null for its own address.</param>
    public Uri Link(string? page = null, string? origin = null) =>
        new($"{(origin ?? Address).TrimEnd('/')}{Gate.Entrance}?key={gate.Secret.Key}{(page is null ? "" : $"&to={Uri.EscapeDataString(page)}")}");

    /// <summary>Stops the server and ends all workers.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await sessions.DisposeAsync().ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
    }

    // The same port each time, so that what a browser keeps for the course is found again.
    private static int FreePort(int first)
    {
        for (int port = first; first != 0 && port < first + PortsTried; port++)
        {
            if (IsFree(port))
                return port;
        }

        using TcpListener any = new(IPAddress.Loopback, 0);
        any.Start();
        return ((IPEndPoint)any.LocalEndpoint).Port;
    }

    private static bool IsFree(int port)
    {
        using TcpListener trial = new(IPAddress.Loopback, port);
        try
        {
            trial.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private sealed class NoLifetime : Microsoft.Extensions.Hosting.IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
