namespace NeuroLab.Tool.Fetching;

/// <summary>Brings the files of a data set into a folder: those that are there and right stay, each other comes from the first mirror that gives it.</summary>
internal sealed class DatasetFetch(RemoteDataset dataset, string folder, Downloader downloader, FetchView view)
{
    /// <summary>Fetches what is missing.</summary>
    /// <exception cref="FetchException">A file can't be had, or the disk does not take it.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FetchException.Disk(folder, error);
        }
        foreach (RemoteFile file in dataset.Files)
            await FetchAsync(file, cancellation).ConfigureAwait(false);
    }

    private async Task FetchAsync(RemoteFile file, CancellationToken cancellation)
    {
        string path = Path.Combine(folder, file.Name);
        bool isThere = File.Exists(path);
        if (isThere && await PartFile.IsRightAsync(path, file, cancellation).ConfigureAwait(false))
        {
            view.End(file, "already there");
            return;
        }

        using PartFile part = PartFile.Open(folder, file);
        IProgress<long> progress = view.Begin(file, part.Length);
        List<string> problems = [];
        foreach (Uri mirror in dataset.Mirrors)
        {
            Uri address = new(mirror, file.Name);
            try
            {
                await downloader.DownloadAsync(address, part, progress, cancellation).ConfigureAwait(false);
                part.PutInPlace();
                view.End(file, isThere ? "fetched, in place of a file with another checksum" : "fetched");
                return;
            }
            catch (MirrorException problem)
            {
                problems.Add($"  {address}: {problem.Message}");
            }
        }
        throw new FetchException(Advice(part, isThere, problems));
    }

    private string Advice(PartFile part, bool isThere, IEnumerable<string> problems)
    {
        string kept = part.Length == 0 ? "" :
            $"{Text.Size(part.Length)} of {Text.Size(part.File.Size)} are kept in {part.File.Name}.part; the same command goes on from there.\n";
        string lacking = isThere ? "is there, but has not the checksum it should have" : "is missing";
        return $"{dataset.Title} could not be fetched: {part.File.Name} {lacking}.\n{string.Join('\n', problems)}\n{kept}" +
            $"Check the network and run the same command again, or name another mirror: neurolab data fetch {dataset.Name} --from URL\n" +
            $"Or put these files into {folder} yourself:\n{string.Join('\n', dataset.Files.Select(file => "  " + file.Name))}";
    }
}
