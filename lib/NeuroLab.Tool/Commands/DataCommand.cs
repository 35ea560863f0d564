using System.CommandLine;
using NeuroLab.Data;
using NeuroLab.Notebooks.Writing;
using NeuroLab.Tool.Fetching;

namespace NeuroLab.Tool.Commands;

/// <summary><c>neurolab data fetch</c>: fetches the data sets that don't ship with the course.</summary>
internal static class DataCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Argument<string> Name = new("name")
    {
        Description = $"The data set: {string.Join(" or ", RemoteDataset.All.Select(dataset => dataset.Name))}.",
    };

    private static readonly Option<string?> From = new("--from")
    {
        Description = "Fetch from this mirror: the address of the folder that holds the files.",
        HelpName = "URL",
    };

    /// <summary>The command with its arguments.</summary>
    public static Command Create()
    {
        var fetch = new Command("fetch", "Fetches a data set into the datasets folder. Run it again after an interruption, and it goes on.") { Name, From };
        fetch.SetAction((arguments, cancellation) =>
            FetchAsync(Dataset(arguments.GetValue(Name)!, arguments.GetValue(From)), cancellation));
        return new Command("data", "Data sets that don't ship with the course.") { fetch };
    }

    private static async Task<int> FetchAsync(RemoteDataset dataset, CancellationToken cancellation)
    {
        string folder = Path.Combine(Folder(), dataset.Name);
        OutputPlace.Of(folder, "Set the environment variable NEUROLAB_DATASETS to another folder.").CheckFolder();
        FetchView view = FetchView.ForConsole();
        using Downloader downloader = new(Patience);
        try
        {
            Console.WriteLine($"Fetching {dataset.Title} into {folder}");
            await view.ShowAsync(dataset.Files, () => new DatasetFetch(dataset, folder, downloader, view).RunAsync(cancellation)).ConfigureAwait(false);
        }
        catch (FetchException error)
        {
            await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            return ExitCodes.FetchFailed;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. What has come is kept; the same command goes on from there.").ConfigureAwait(false);
            return ExitCodes.Interrupted;
        }

        foreach (string unpacked in dataset.Files.Select(file => Path.Combine(folder, Path.GetFileNameWithoutExtension(file.Name))).Where(File.Exists))
            Console.WriteLine($"{unpacked} is there unpacked as well, and is read first. Delete it if it is broken.");
        Console.WriteLine($"{dataset.Title} is there. Load it with {dataset.Loader}.");
        return ExitCodes.Success;
    }

    private static RemoteDataset Dataset(string name, string? mirror)
    {
        RemoteDataset dataset = RemoteDataset.All.FirstOrDefault(known => known.Name == name) ?? throw new UsageException(
            $"There is no data set \"{name}\" to fetch; there are: {string.Join(", ", RemoteDataset.All.Select(known => known.Name))}. " +
            $"For example: neurolab data fetch {RemoteDataset.All[0].Name}");
        return mirror is null ? dataset : dataset with { Mirrors = [Mirror(mirror)] };
    }

    private static Uri Mirror(string given) =>
        Uri.TryCreate(given.TrimEnd('/') + "/", UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http"
            ? address
            : throw new UsageException(
                $"--from takes the http or https address of the folder that holds the files, but \"{given}\" was given. " +
                $"For example: --from {RemoteDataset.Mnist.Mirrors[0]}");

    private static string Folder()
    {
        try
        {
            return Datasets.Folder();
        }
        catch (DirectoryNotFoundException error)
        {
            throw new UsageException(error.Message);
        }
    }
}
