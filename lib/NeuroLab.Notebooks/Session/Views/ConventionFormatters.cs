using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace NeuroLab.Notebooks.Session.Views;

/// <summary>
/// Finds the views a type brings along. By .NET Interactive's convention an attribute, known by its name only, names a class that
/// makes formatters; so a library's types need no reference to any host.
/// </summary>
internal static class ConventionFormatters
{
    private const string AttributeName = "TypeFormatterSourceAttribute";
    private static readonly ConcurrentDictionary<Type, TypeFormatters> Cache = new();

    /// <summary>The MIME types in which a value's type wants to be shown; empty where it does not say.</summary>
    public static IReadOnlyList<string> Preferred(object? value) => value is null ? [] : FormattersOf(value.GetType()).Preferred;

    /// <summary>The view a value's own formatter gives, or null where it has none or declines.</summary>
    /// <exception cref="CellFailedException">The formatter threw.</exception>
    public static string? Format(object? value, string mimeType)
    {
        if (value is null)
            return null;
        foreach ((string mime, Func<object, TextWriter, bool> format) in FormattersOf(value.GetType()).Formatters)
        {
            if (mime != mimeType)
                continue;
            StringWriter writer = new(CultureInfo.InvariantCulture);
            try
            {
                if (format(value, writer))
                    return writer.ToString();
            }
            catch (Exception exception) when (exception is not CellFailedException)
            {
                throw CellFailedException.Because("FormatterFailed",
                    $"The view {mimeType} of {TypeNames.Of(value)} failed with {exception.GetType().Name}: {exception.Message}");
            }
        }

        return null;
    }

    private static TypeFormatters FormattersOf(Type type) => Cache.GetOrAdd(type, Find);

    private static TypeFormatters Find(Type type)
    {
        object? attribute = type.GetCustomAttributes(inherit: true).FirstOrDefault(found => found.GetType().Name == AttributeName);
        if (attribute is null)
            return TypeFormatters.None;
        // What doesn't keep to the convention, which has had other names, is shown as if it were not there.
        if (Property(attribute, "FormatterSourceType") is not Type source || source.GetConstructor(Type.EmptyTypes) is null
            || source.GetMethod("CreateTypeFormatters", Type.EmptyTypes) is not { } create
            || Make(source, create) is not IEnumerable made)
        {
            return TypeFormatters.None;
        }

        List<(string, Func<object, TextWriter, bool>)> formatters = [];
        foreach (object formatter in made)
        {
            if (Property(formatter, "Type") is Type only && !only.IsAssignableFrom(type))
                continue;
            MethodInfo? format = formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)]);
            if (Property(formatter, "MimeType") is string mimeType && format?.ReturnType == typeof(bool))
                formatters.Add((mimeType, format.CreateDelegate<Func<object, TextWriter, bool>>(formatter)));
        }

        return new TypeFormatters(formatters.Count == 0 ? [] : Property(attribute, "PreferredMimeTypes") as string[] ?? [], formatters);
    }

    private static object? Property(object of, string name) => of.GetType().GetProperty(name)?.GetValue(of);

    private static object? Make(Type source, MethodInfo create)
    {
        try
        {
            return create.Invoke(Activator.CreateInstance(source), []);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
