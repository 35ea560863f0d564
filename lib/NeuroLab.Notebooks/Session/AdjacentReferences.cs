using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NeuroLab.Notebooks.Session;

/// <summary>Finds assemblies that a referenced assembly needs: in the framework, or in the folders of those named by <c>#r</c>.</summary>
/// <param name="references">The session's references.</param>
internal sealed class AdjacentReferences(SessionReferences references) : MetadataReferenceResolver
{
    private readonly List<string> folders = [];

    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => true;

    public void AddFolder(string folder) => folders.Add(folder);

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        // Found now, or never: to the compiler an assembly is another one when later a cell brings what it refers to.
        if (references.FromRest(referenceIdentity.Name) is { } part)
            return part;
        string? path = folders.Select(folder => Path.Combine(folder, referenceIdentity.Name + ".dll")).FirstOrDefault(File.Exists);
        return path is null ? null : MetadataReference.CreateFromFile(path);
    }

    // References come to the compiler ready made: #r never reaches it.
    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
