using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace NeuroLab.Notebooks.Session.Assistance;

/// <summary>Finds a symbol's XML documentation: beside its assembly or, for the framework, in the SDK's reference packs.</summary>
internal static class SymbolDocumentation
{
    /// <summary>Summary, parameters, result and remarks as plain text; null where nothing is documented.</summary>
    public static string? Of(ISymbol symbol)
    {
        symbol = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        if (symbol.OriginalDefinition.GetDocumentationCommentId() is not { } id || symbol.ContainingAssembly is not { } assembly)
            return null;
        // A constructor without words of its own is described by its type.
        string? type = symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType.OriginalDefinition.GetDocumentationCommentId() : null;
        foreach (string file in FilesFor(assembly.Name))
        {
            if ((Find(file, id) ?? (type is null ? null : Find(file, type))) is { } found)
                return Format(found);
        }

        return null;
    }

    private static IEnumerable<string> FilesFor(string assembly)
    {
        string beside = Path.Combine(AppContext.BaseDirectory, assembly + ".xml");
        if (File.Exists(beside))
            return [beside];
        // In a browser assemblies lie nowhere.
        if (!assembly.StartsWith("System.", StringComparison.Ordinal) || Path.GetDirectoryName(typeof(object).Assembly.Location) is not { } framework)
            return [];
        string packs = Path.GetFullPath(Path.Combine(framework, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(packs))
            return [];
        string reference = $"net{Environment.Version.Major}.{Environment.Version.Minor}";
        return Directory.EnumerateDirectories(packs, $"{Environment.Version.Major}.*").OrderDescending(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, "ref", reference))
            .SelectMany(folder => new[] { assembly, "System.Runtime", "System.Collections" }.Distinct().Select(name => Path.Combine(folder, name + ".xml")))
            .Where(File.Exists);
    }

    private static XElement? Find(string file, string id)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(file);
            while (reader.ReadToFollowing("member"))
            {
                if (reader.GetAttribute("name") == id)
                    return (XElement)XNode.ReadFrom(reader);
            }
        }
        catch (Exception unreadable) when (unreadable is XmlException or IOException)
        {
            // Then the signature has to do.
        }

        return null;
    }

    private static string Format(XElement member)
    {
        StringBuilder text = new();
        Add(member.Element("summary"), "");
        foreach (XElement parameter in member.Elements("param"))
            Add(parameter, $"{parameter.Attribute("name")?.Value}: ");
        Add(member.Element("returns"), "Returns: ");
        foreach (XElement exception in member.Elements("exception"))
            Add(exception, $"Throws {ShortName(exception.Attribute("cref")?.Value)}: ");
        Add(member.Element("remarks"), "");
        return text.ToString();

        void Add(XElement? part, string label)
        {
            if (part is not null)
                text.Append(label).Append(Words(part)).Append('\n');
        }
    }

    private static string Words(XElement element)
    {
        IEnumerable<string> pieces = element.Nodes().Select(node => node switch
        {
            XText letters => letters.Value,
            XElement { Name.LocalName: "see" or "seealso" } see when !see.Nodes().Any() =>
                ShortName(see.Attribute("cref")?.Value ?? see.Attribute("langword")?.Value ?? see.Attribute("href")?.Value),
            XElement { Name.LocalName: "paramref" or "typeparamref" } name => name.Attribute("name")?.Value ?? "",
            XElement other => Words(other) + " ",
            _ => "",
        });
        return string.Join(' ', string.Concat(pieces).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string ShortName(string? reference)
    {
        if (reference is null or "" || reference.Length < 2 || reference[1] != ':')
            return reference ?? "";
        string name = reference[2..].Split('(', '`')[0];
        return name[(name.LastIndexOf('.') + 1)..];
    }
}
