namespace NeuroLab.Charts.Tests.Browser;

/// <summary>The gallery, written once.</summary>
public sealed class GalleryFixture : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private string? index;

    /// <summary>The gallery's page.</summary>
    public string Index => index ??= GalleryPage.Write(folder.Path);

    public void Dispose() => folder.Dispose();
}
