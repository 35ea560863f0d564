using System.Net;
using System.Net.Http.Headers;

namespace NeuroLab.Tool.Fetching;

/// <summary>Fetches a file from one address into its part, and goes on with what is there already.</summary>
internal sealed class Downloader : IDisposable
{
    private const int MostRedirects = 5;

    private readonly HttpClient client;
    private readonly TimeSpan patience;

    /// <summary>A downloader.</summary>
    /// <param name="patience">How long a server may stay silent.</param>
    public Downloader(TimeSpan patience)
    {
        this.patience = patience;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("neurolab", null));
    }

    /// <summary>Fetches what is missing of a file, until its checksum is right.</summary>
    /// <param name="address">Where the file is.</param>
    /// <param name="part">Where it goes, with what is there already.</param>
    /// <param name="progress">Is told how many bytes are there.</param>
    /// <param name="cancellation">Stops it; what has come is kept.</param>
    /// <exception cref="MirrorException">The address does not give the file.</exception>
    /// <exception cref="FetchException">The disk does not take it.</exception>
    public async Task DownloadAsync(Uri address, PartFile part, IProgress<long> progress, CancellationToken cancellation)
    {
        bool hasEarlierBytes = part.Length > 0;
        if (part.Length < part.File.Size)
            await ReceiveAsync(address, part, progress, cancellation).ConfigureAwait(false);
        if (await part.IsRightAsync(cancellation).ConfigureAwait(false))
            return;
        part.Restart();

        // The wrong bytes may be those of an earlier run or another mirror.
        if (hasEarlierBytes)
            await DownloadAsync(address, part, progress, cancellation).ConfigureAwait(false);
        else
            throw new MirrorException($"sent a file of the right length, but with a wrong checksum. Its SHA-256 should be {part.File.Sha256}.");
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task ReceiveAsync(Uri address, PartFile part, IProgress<long> progress, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await AskAsync(address, part, cancellation).ConfigureAwait(false);
        if (part.Length > 0 && IsUnfitting(response, part.Length))
        {
            part.Restart();
            await ReceiveAsync(address, part, progress, cancellation).ConfigureAwait(false);
            return;
        }
        CheckAnswer(response, part);
        if (response.StatusCode == HttpStatusCode.OK)
            part.Restart();

        await using Stream body = await WaitAsync(response.Content.ReadAsStreamAsync, part, cancellation).ConfigureAwait(false);
        byte[] buffer = new byte[1 << 16];
        int read;
        while ((read = await WaitAsync(token => body.ReadAsync(buffer, token).AsTask(), part, cancellation).ConfigureAwait(false)) > 0)
        {
            if (part.Length + read > part.File.Size)
            {
                part.Restart();
                throw new MirrorException($"sent more than the {Text.Size(part.File.Size)} of the file: it has another file of that name.");
            }
            await part.AppendAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
            progress.Report(part.Length);
        }
        if (part.Length < part.File.Size)
            throw BrokenOff(part);
    }

    // Redirects are followed here, since HttpClient would speak HTTP with whatever address it is sent to, be it a file or an FTP server.
    private async Task<HttpResponseMessage> AskAsync(Uri address, PartFile part, CancellationToken cancellation)
    {
        for (int redirects = 0; ; redirects++)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
            if (part.Length > 0)
                request.Headers.Range = new RangeHeaderValue(part.Length, null);
            HttpResponseMessage response = await WaitAsync(
                token => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token), part, cancellation).ConfigureAwait(false);
            if (redirects == MostRedirects || RedirectOf(response, address) is not { } next)
                return response;
            response.Dispose();
            address = next;
        }
    }

    // Never from HTTPS to HTTP, where others could read along and change what comes.
    private static Uri? RedirectOf(HttpResponseMessage response, Uri from) =>
        IsRedirect(response.StatusCode) && response.Headers.Location is { } location && Uri.TryCreate(from, location, out Uri? next)
        && (next.Scheme == Uri.UriSchemeHttps || (next.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp))
            ? next
            : null;

    private static bool IsRedirect(HttpStatusCode status) => status is >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest;

    private static bool IsUnfitting(HttpResponseMessage response, long from) =>
        response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable
        || (response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From != from);

    // Before a byte is written: the page of a hotel's network must not replace what has come so far.
    private static void CheckAnswer(HttpResponseMessage response, PartFile part)
    {
        HttpContentHeaders headers = response.Content.Headers;
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK when headers.ContentLength is { } length && length != part.File.Size:
                throw WrongSize(length, part);
            case HttpStatusCode.PartialContent when headers.ContentRange?.Length is { } length && length != part.File.Size:
                throw WrongSize(length, part);
            case HttpStatusCode.OK:
            case HttpStatusCode.PartialContent when part.Length > 0:
                return;
            case HttpStatusCode.NotFound:
                throw new MirrorException("404 Not Found: there is no such file.");
            case HttpStatusCode status when IsRedirect(status):
                throw new MirrorException($"{Status(response)}: the server points to {NotFollowed(response.Headers.Location)}");
            default:
                throw new MirrorException($"{Status(response)}: the server does not give the file.");
        }
    }

    private static string NotFollowed(Uri? target) => target switch
    {
        null => "nowhere.",
        { IsAbsoluteUri: true, Scheme: not ("http" or "https") } => $"{target.OriginalString}, which is neither http nor https and was not followed.",
        _ => $"{target.OriginalString}, which was not followed (more than {Text.Number(MostRedirects)} redirects, or one from HTTPS to HTTP).",
    };

    private static string Status(HttpResponseMessage response) => $"{Text.Number((int)response.StatusCode)} {response.ReasonPhrase}".TrimEnd();

    private static MirrorException WrongSize(long length, PartFile part) =>
        new($"offers {Text.Size(length)} where the file has {Text.Size(part.File.Size)}: it has another file, or a page, under that name.");

    private static MirrorException BrokenOff(PartFile part) =>
        new($"the connection broke off after {Text.Size(part.Length)} of {Text.Size(part.File.Size)}.");

    private async Task<T> WaitAsync<T>(Func<CancellationToken, Task<T>> step, PartFile part, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            return await step(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new MirrorException($"nothing came for {Text.Seconds(patience)} s.");
        }
        catch (HttpRequestException error)
        {
            throw new MirrorException(error.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "the server's name is not known. Is this computer online?",
                HttpRequestError.ConnectionError => $"no connection. {error.Message}",
                HttpRequestError.SecureConnectionError => $"no secure connection. {error.InnerException?.Message ?? error.Message}",
                HttpRequestError.ResponseEnded => "the server closed the connection without an answer.",
                _ => error.Message,
            });
        }
        catch (IOException)
        {
            throw BrokenOff(part);
        }
    }
}
