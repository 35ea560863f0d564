using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace NeuroLab.Live.Tests;

/// <summary>What another page, another program or a stranger tries, and the server refuses.</summary>
public sealed class AttackTests(Served served) : IClassFixture<Served>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/01-neuron.html")]
    [InlineData("/01-neuron.ipynb")]
    [InlineData("/assets/page/main.js")]
    [InlineData("/api/notebooks/01-neuron.ipynb")]
    [InlineData("/frame")]
    [InlineData("/open?key=wrong")]
    [InlineData("/open")]
    public async Task Without_the_secret_nothing_is_served(string path)
    {
        using HttpClient stranger = new() { BaseAddress = served.Address };
        using HttpResponseMessage answer = await stranger.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("by the link that neurolab printed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_link_sets_a_cookie_that_scripts_and_other_sites_do_not_get()
    {
        using HttpClient browser = new(new HttpClientHandler { UseCookies = false });
        using HttpResponseMessage entered = await browser.GetAsync(served.Server.Link("01-neuron.html"));
        string cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("url=/01-neuron.html", await entered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_link_leads_to_pages_of_this_server_alone()
    {
        using HttpResponseMessage entered = await served.Client.GetAsync(new Uri($"{served.Server.Link()}&to=//evil.example/%22%3E%3Cscript%3E"));
        Assert.Contains("url=/index.html", await entered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:8917")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("[::1]:80")]
    public async Task A_request_to_another_host_is_refused_even_with_the_cookie(string host)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/");
        request.Headers.Host = host;
        using HttpResponseMessage answer = await served.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://127.0.0.1:8918")]
    public async Task A_port_that_is_forwarded_may_have_another_number(string? origin)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/");
        request.Headers.Host = "127.0.0.1:8918";
        using HttpClient other = WithCookie();
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using HttpResponseMessage answer = await other.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_change_from_another_page_is_refused_even_with_the_cookie(string origin)
    {
        JsonNode before = await served.LoadAsync("02-weight-shapes.ipynb");
        using HttpRequestMessage request = new(HttpMethod.Put, "/api/notebooks/02-weight-shapes.ipynb");
        request.Content = new StringContent(new JsonObject { ["base"] = before["revision"]!.DeepClone(), ["metadata"] = new JsonObject(), ["cells"] = new JsonArray() }.ToJsonString());
        using HttpClient other = WithCookie();
        if (origin.Length > 0)
            request.Headers.Add("Origin", origin);
        using HttpResponseMessage answer = await other.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal((string?)before["revision"], (string?)(await served.LoadAsync("02-weight-shapes.ipynb"))["revision"]);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_open_a_connection_that_runs_cells()
    {
        await Assert.ThrowsAsync<WebSocketException>(() => served.ConnectAsync("01-neuron.ipynb", origin: "https://evil.example"));
        await Assert.ThrowsAsync<WebSocketException>(() => served.ConnectAsync("01-neuron.ipynb", withCookie: false));
        await using SessionClient own = await served.ConnectAsync("01-neuron.ipynb");
        Assert.Equal("state", (string?)(await own.ReceiveAsync(CancellationToken.None))["type"]);
    }

    [Theory]
    [InlineData("/../secret.ipynb")]
    [InlineData("/..%2fsecret.ipynb")]
    [InlineData("/%2e%2e/secret.ipynb")]
    [InlineData("/api/notebooks/..%2fsecret.ipynb")]
    [InlineData("/api/notebooks/%2e%2e%2fsecret.ipynb")]
    [InlineData("/api/notebooks/..%5csecret.ipynb")]
    [InlineData("/api/originals/..%2f..%2fsecret.ipynb")]
    [InlineData("/assets/..%2f..%2fsecret.ipynb")]
    [InlineData("/assets/page/../../site/NOTICES.md")]
    [InlineData("/api/notebooks/link.ipynb")]
    [InlineData("/link.ipynb")]
    [InlineData("/link.html")]
    [InlineData("/api/notebooks//etc/passwd")]
    [InlineData("/setup.dib")]
    public async Task Nothing_outside_the_folder_is_read(string path)
    {
        string secret = Path.Combine(Path.GetDirectoryName(served.Folder)!, "secret.ipynb");
        served.Write("../secret.ipynb", "md:# SECRET");
        string link = Path.Combine(served.Folder, "link.ipynb");
        if (!File.Exists(link))
            File.CreateSymbolicLink(link, secret);
        string answer = await RawAsync($"GET {path} HTTP/1.1\r\nHost: {served.Address.Authority}\r\nCookie: {served.Cookies.GetCookieHeader(served.Address)}\r\nConnection: close\r\n\r\n");
        Assert.DoesNotContain("SECRET", answer, StringComparison.Ordinal);
        Assert.True(answer.StartsWith("HTTP/1.1 404", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal), answer[..40]);
    }

    [Fact]
    public async Task A_message_that_is_too_long_or_no_message_ends_the_connection_and_nothing_else()
    {
        foreach (string bad in new[] { new string('x', RunnerConnection.LongestMessage + 1), "no json", "[]", "7", "null", """{"op":"run"}""", """{"op":"else"}""" })
        {
            await using SessionClient client = await served.ConnectAsync("03-how-weights-change.ipynb");
            try
            {
                await client.SendTextAsync(bad);
                await client.UntilAsync("never");
            }
            catch (Exception gone) when (gone is WebSocketException or EndOfStreamException)
            {
                continue;
            }

            Assert.Fail($"The connection went on after {bad[..Math.Min(20, bad.Length)]}");
        }

        await using SessionClient next = await served.ConnectAsync("03-how-weights-change.ipynb");
        Assert.Equal("off", (string?)(await next.ReceiveAsync(CancellationToken.None))["state"]);
    }

    [Fact]
    public async Task A_change_that_is_too_large_is_refused()
    {
        string head = $"PUT /api/notebooks/01-neuron.ipynb HTTP/1.1\r\nHost: {served.Address.Authority}\r\nOrigin: {served.Server.Address}\r\n" +
            $"Cookie: {served.Cookies.GetCookieHeader(served.Address)}\r\nContent-Length: 100000000\r\nConnection: close\r\n\r\n";
        Assert.StartsWith("HTTP/1.1 413", await RawAsync(head), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("""{"cells":[7],"metadata":{}}""")]
    [InlineData("""{"cells":["unknown"],"metadata":{}}""")]
    [InlineData("""{"cells":[{"cell_type":"nothing"}],"metadata":{}}""")]
    public async Task A_change_that_is_none_leaves_the_notebook_as_it_is(string change)
    {
        string path = Path.Combine(served.Folder, "04-hidden-layers.ipynb");
        byte[] before = await File.ReadAllBytesAsync(path);
        string revision = (string)(await served.LoadAsync("04-hidden-layers.ipynb"))["revision"]!;
        JsonNode? json = change.StartsWith("{\"", StringComparison.Ordinal) ? JsonNode.Parse(change) : null;
        if (json is not null)
            json["base"] = revision;
        using HttpResponseMessage answer = await served.Client.PutAsync(
            new Uri("/api/notebooks/04-hidden-layers.ipynb", UriKind.Relative), new StringContent(json?.ToJsonString() ?? change));
        Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict, answer.StatusCode.ToString());
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task Pages_may_load_scripts_from_this_server_alone_and_stand_in_no_frame()
    {
        using HttpResponseMessage page = await served.Client.GetAsync(new Uri("/01-neuron.html", UriKind.Relative));
        string policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task Only_this_machine_can_reach_the_server()
    {
        foreach (IPAddress address in (await Dns.GetHostAddressesAsync(Dns.GetHostName())).Where(found => !IPAddress.IsLoopback(found)))
        {
            using TcpClient outside = new(address.AddressFamily);
            await Assert.ThrowsAsync<SocketException>(() => outside.ConnectAsync(address, served.Address.Port));
        }
    }

    private HttpClient WithCookie() => new(new HttpClientHandler { CookieContainer = served.Cookies }) { BaseAddress = served.Address };

    private async Task<string> RawAsync(string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, served.Address.Port);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using StreamReader reader = new(stream);
        return await reader.ReadToEndAsync();
    }
}
