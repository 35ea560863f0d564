using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Writing;
using NeuroLab.Site;

namespace NeuroLab.Live;

/// <summary>What the server answers.</summary>
/// <param name="options">What is served.</param>
/// <param name="sessions">The sessions of the notebooks.</param>
/// <param name="stopping">The server stops.</param>
internal sealed class Routes(LiveOptions options, Sessions sessions, CancellationToken stopping)
{
    private readonly NotebookFolder folder = new(options.Folder);
    private readonly NotebookFolder? originals = options.Originals is null ? null : new(options.Originals);
    private readonly Course course = new(new NotebookFolder(options.Folder), new TeachingNotes(options.Teaching));

    /// <summary>Tells the server.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", context => IndexAsync(context));
        app.MapGet("/index.html", context => IndexAsync(context));
        app.MapGet("/frame", FrameAsync);
        app.MapGet("/assets/{**path}", AssetAsync);
        app.MapGet("/{name}.html", PageAsync);
        app.MapGet("/{name}.ipynb", FileAsync);
        app.MapGet("/run/{name}", RunAsync);
        app.MapGet("/api/notebooks/{name}", context => WithNotebookAsync(context, path => WriteAsync(context, StoredNotebook.Load(path).ToJson())));
        app.MapPut("/api/notebooks/{name}", SaveAsync);
        app.MapGet("/api/originals/{name}", OriginalAsync);
        app.MapPost("/api/texts/{name}", TextAsync);
        app.MapFallback(NotFoundAsync);
    }

    private async Task IndexAsync(HttpContext context)
    {
        string html = await course.Pages().IndexAsync(notebook => course.ProgressOf(notebook.Path), context.RequestAborted).ConfigureAwait(false);
        await WriteAsync(context, html, "text/html; charset=utf-8").ConfigureAwait(false);
    }

    private async Task PageAsync(HttpContext context)
    {
        string name = $"{context.GetRouteValue("name")}.html";
        LivePages pages = course.Pages();
        string? html = null;
        if (pages.FileOf(name) is { } path)
        {
            StoredNotebook stored = StoredNotebook.Load(path);
            html = await pages.NotebookAsync(path, stored.Document, stored.Revision, context.RequestAborted).ConfigureAwait(false);
        }
        else if (name == "glossary.html")
        {
            html = await pages.GlossaryAsync(context.RequestAborted).ConfigureAwait(false);
        }

        await (html is null ? NotFoundAsync(context) : WriteAsync(context, html, "text/html; charset=utf-8")).ConfigureAwait(false);
    }

    private Task FileAsync(HttpContext context) => folder.Find($"{context.GetRouteValue("name")}.ipynb") is { } path
        ? Results.File(path, "application/x-ipynb+json", Path.GetFileName(path)).ExecuteAsync(context)
        : NotFoundAsync(context);

    private static Task AssetAsync(HttpContext context)
    {
        if (LiveAssets.Find((string?)context.GetRouteValue("path") ?? "") is not { } file)
            return NotFoundAsync(context);
        // The browser keeps it, and asks each time whether it is still the same: a new build shows at once.
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.ETag = file.Tag;
        if (context.Request.Headers.IfNoneMatch == file.Tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = file.Bytes.Length;
        return context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted).AsTask();
    }

    // Shows HTML that a cell wrote. It has no origin, so it can reach neither the page around it nor the server.
    private static Task FrameAsync(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy =
            "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; frame-ancestors 'self'";
        return WriteAsync(context, System.Text.Encoding.UTF8.GetString(LiveAssets.Find("frame.html")!.Bytes.Span), "text/html; charset=utf-8");
    }

    private async Task RunAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || folder.Find((string?)context.GetRouteValue("name")) is not { } path)
        {
            await NotFoundAsync(context).ConfigureAwait(false);
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
        await new RunnerConnection(new WebSocketWire(socket), sessions.Of(path)).ServeAsync(stopping).ConfigureAwait(false);
    }

    private Task SaveAsync(HttpContext context) => WithNotebookAsync(context, async path =>
    {
        JsonNode? change = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false);
        if (StoredNotebook.Save(path, change) is { } revision)
        {
            await WriteAsync(context, new JsonObject { ["revision"] = revision }).ConfigureAwait(false);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status409Conflict;
        await WriteAsync(context, StoredNotebook.Load(path).ToJson()).ConfigureAwait(false);
    });

    private async Task OriginalAsync(HttpContext context)
    {
        if (originals?.Find((string?)context.GetRouteValue("name")) is { } path)
            await WriteAsync(context, JsonNode.Parse(NotebookDocument.Load(path).ToJson())!).ConfigureAwait(false);
        else
            await NotFoundAsync(context).ConfigureAwait(false);
    }

    private Task TextAsync(HttpContext context) => WithNotebookAsync(context, async path =>
    {
        using StreamReader body = new(context.Request.Body);
        string markdown = await body.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false);
        string html = await course.Pages().TextAsync(path, NotebookDocument.Load(path), markdown, context.RequestAborted).ConfigureAwait(false);
        await WriteAsync(context, html, "text/html; charset=utf-8").ConfigureAwait(false);
    });

    // What is wrong with a notebook, or with its place, is said in words.
    private async Task WithNotebookAsync(HttpContext context, Func<string, Task> act)
    {
        if (folder.Find((string?)context.GetRouteValue("name")) is not { } path)
        {
            await NotFoundAsync(context).ConfigureAwait(false);
            return;
        }

        try
        {
            await act(path).ConfigureAwait(false);
        }
        catch (Exception error) when (error is NotebookFormatException or OutputException or JsonException)
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await WriteAsync(context, error.Message, "text/plain; charset=utf-8").ConfigureAwait(false);
        }
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return WriteAsync(context, "There is no such page. The course begins at /", "text/plain; charset=utf-8");
    }

    private static Task WriteAsync(HttpContext context, JsonNode json) => WriteAsync(context, json.ToRelaxedText(), "application/json");

    private static Task WriteAsync(HttpContext context, string text, string contentType)
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
