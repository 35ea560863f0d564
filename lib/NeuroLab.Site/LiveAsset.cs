namespace NeuroLab.Site;

/// <summary>A file that live pages load.</summary>
/// <param name="Bytes">What is in it.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Tag">The name of this state of it, as HTTP's ETag has it.</param>
public sealed record LiveAsset(ReadOnlyMemory<byte> Bytes, string ContentType, string Tag);
