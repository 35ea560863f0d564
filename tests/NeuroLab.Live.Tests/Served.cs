using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Live.Tests;

/// <summary>A server with a folder of its own, as a reader's browser meets it.</summary>
public sealed class Served : IAsyncLifetime, IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private LiveServer? server;
    private HttpClient? client;

    /// <summary>The course's own notebooks, which are copied for each server.</summary>
    internal static string Course { get; } = Repository.At("notebooks");

    internal string Folder => folder.At("notebooks");

    internal LiveServer Server => server!;

    /// <summary>A client with the cookie.</summary>
    internal HttpClient Client => client!;

    internal CookieContainer Cookies { get; } = new();

    internal Uri Address => new(Server.Address);

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        foreach (string name in new[] { "setup.dib", "glossary.md", "00-start-here.ipynb", "01-neuron.ipynb", "02-weight-shapes.ipynb", "03-how-weights-change.ipynb", "04-hidden-layers.ipynb", "06-backpropagation.ipynb" })
            File.Copy(Path.Combine(Course, name), Path.Combine(Folder, name));
        Directory.CreateSymbolicLink(folder.At("datasets"), Repository.At("datasets"));
        await StartAsync();
    }

    /// <summary>Starts the server, again if it was stopped.</summary>
    internal async Task StartAsync(int port = 0)
    {
        server = await LiveServer.StartAsync(new LiveOptions
        {
            Folder = Folder,
            Port = port,
            Originals = Course,
            Teaching = Repository.At("docs/teaching.md"),
            Grace = TimeSpan.FromSeconds(1),
        });
        client?.Dispose();
        client = new HttpClient(new HttpClientHandler { CookieContainer = Cookies }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Origin", Server.Address);
        using HttpResponseMessage entered = await client.GetAsync(Server.Link());
        entered.EnsureSuccessStatusCode();
    }

    internal ValueTask StopAsync() => Server.DisposeAsync();

    /// <summary>Writes a notebook whose cells hold code, or Markdown where they begin with "md:".</summary>
    internal string Write(string name, params string[] cells)
    {
        var document = NotebookDocument.Create();
        foreach (string cell in cells)
        {
            bool text = cell.StartsWith("md:", StringComparison.Ordinal);
            document.Cells.Add(NotebookCell.Create(text ? CellKind.Markdown : CellKind.Code, text ? cell[3..] : cell));
        }

        string path = Path.Combine(Folder, name);
        document.Save(path);
        return path;
    }

    internal NotebookDocument Read(string name) => NotebookDocument.Load(Path.Combine(Folder, name));

    /// <summary>Connects to a notebook's session.</summary>
    internal async Task<SessionClient> ConnectAsync(string notebook, string? origin = null, bool withCookie = true)
    {
        ClientWebSocket socket = new();
        if (withCookie)
            socket.Options.Cookies = Cookies;
        socket.Options.SetRequestHeader("Origin", origin ?? Server.Address);
        await socket.ConnectAsync(new Uri($"{Server.Address.Replace("http", "ws", StringComparison.Ordinal)}/run/{notebook}"), CancellationToken.None);
        return new SessionClient(new WebSocketWire(socket), socket);
    }

    /// <summary>A notebook as pages load it.</summary>
    internal async Task<JsonNode> LoadAsync(string name) => JsonNode.Parse(await Client.GetStringAsync(new Uri($"/api/notebooks/{name}", UriKind.Relative)))!;

    /// <summary>Saves a change.</summary>
    internal Task<HttpResponseMessage> SaveAsync(string name, JsonNode change) =>
        Client.PutAsync(new Uri($"/api/notebooks/{name}", UriKind.Relative), new StringContent(change.ToJsonString(), Encoding.UTF8));

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        await Server.DisposeAsync();
        folder.Dispose();
    }
}
