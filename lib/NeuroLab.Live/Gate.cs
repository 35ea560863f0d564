using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using NeuroLab.Site;

namespace NeuroLab.Live;

/// <summary>
/// Lets in only the reader's own browser, and only its own pages: every request is held against the host it names, the page it comes
/// from, and the cookie that the secret link has set.
/// </summary>
/// <param name="port">The server's port.</param>
/// <param name="origins">Where pages may come from besides this machine's own addresses.</param>
internal sealed class Gate(int port, IReadOnlyList<string> origins)
{
    /// <summary>The address at which the secret link arrives.</summary>
    public const string Entrance = "/open";

    private readonly HashSet<string> named = new(origins.Select(origin => origin.TrimEnd('/')), StringComparer.OrdinalIgnoreCase);

    /// <summary>What the secret is.</summary>
    public Secret Secret { get; } = new();

    // Cookies do not know ports: each server has a name of its own.
    private string CookieName => $"neurolab-{Text(port)}";

    /// <summary>Handles a request: refuses it, lets the secret link in, or goes on.</summary>
    public async Task HandleAsync(HttpContext context, Func<Task> next)
    {
        HttpRequest request = context.Request;
        SetHeaders(context.Response);
        if (!IsThisMachine(request.Host) && !named.Any(origin => new Uri(origin).Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)))
            await RefuseAsync(context, "This server answers to its own address alone, and the request names another.").ConfigureAwait(false);
        else if (!IsFromOwnPage(request))
            await RefuseAsync(context, "The request comes from a page that is not this server's.").ConfigureAwait(false);
        else if (request.Path == Entrance && HttpMethods.IsGet(request.Method) && Secret.IsKey(request.Query["key"]))
            await EnterAsync(context).ConfigureAwait(false);
        else if (!Secret.IsCookie(request.Cookies[CookieName]))
            await RefuseAsync(context, "Open the course by the link that neurolab printed when it started: it holds the key.").ConfigureAwait(false);
        else
            await next().ConfigureAwait(false);
    }

    // A browser names the page that a request comes from, except where the reader himself opened an address.
    private bool IsFromOwnPage(HttpRequest request)
    {
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin)
            return named.Contains(origin) || (IsThisMachine(request.Host) && origin.Equals($"http://{request.Host}", StringComparison.OrdinalIgnoreCase));
        bool changes = request.Headers.Upgrade.Count > 0 || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));
        return !changes;
    }

    // At any port: one that is forwarded may have another number where the reader's browser is. Other names may lead anywhere.
    private static bool IsThisMachine(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Host == "127.0.0.1";

    private async Task EnterAsync(HttpContext context)
    {
        context.Response.Cookies.Append(CookieName, Secret.Cookie, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        string to = context.Request.Query["to"].ToString();
        string page = to.Length > 0 && to.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or ' ') ? Uri.EscapeDataString(to) : "index.html";
        if (context.Request.Query.ContainsKey("present"))
            page += "?present";
        // Not a redirection: after one from another site a strict cookie would not be sent.
        await WriteAsync(context, StatusCodes.Status200OK, $"<meta http-equiv=\"refresh\" content=\"0; url=/{page}\"><p><a href=\"/{page}\">To the course</a></p>").ConfigureAwait(false);
    }

    private static Task RefuseAsync(HttpContext context, string reason) =>
        WriteAsync(context, StatusCodes.Status403Forbidden, $"<h1>NeuroLab</h1><p>{reason}</p>");

    private static Task WriteAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\"><title>NeuroLab</title>{body}</html>");
    }

    private static void SetHeaders(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
    }

    // The charts and the editor set styles by script, so styles may stand in the page. Scripts may not, except the one that every page begins with.
    private static readonly string Policy = string.Join("; ",
        "default-src 'none'",
        $"script-src 'self' 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(LiveAssets.ThemeScript)))}'{Others}",
        $"style-src 'self' 'unsafe-inline'{Others}",
        $"font-src 'self' data:{Others}",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "frame-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");

    private static string Others => string.Concat(LiveAssets.OtherOrigins.Select(origin => " " + origin));

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
