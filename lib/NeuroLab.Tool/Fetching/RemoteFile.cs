namespace NeuroLab.Tool.Fetching;

/// <summary>A file to fetch, known beforehand to the byte.</summary>
/// <param name="Name">Its name, on the mirrors and on disk.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Its SHA-256, in lower-case hexadecimal digits.</param>
internal sealed record RemoteFile(string Name, long Size, string Sha256);
