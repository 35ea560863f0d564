using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Session.Views;

/// <summary>What a value looks like to someone who wants to show it: one text, items, pairs or named members.</summary>
internal abstract record ValueShape
{
    /// <summary>No more items of a collection are shown than this.</summary>
    public const int MostItems = 20;

    private const int MostLetters = 20_000;

    /// <summary>A value shown as one text.</summary>
    public sealed record Leaf(string Text) : ValueShape;

    /// <summary>Things in order; <paramref name="More"/> tells of those left out.</summary>
    public sealed record Items(IReadOnlyList<object?> Values, string? More) : ValueShape;

    /// <summary>Keys with values; <paramref name="More"/> tells of those left out.</summary>
    public sealed record Pairs(IReadOnlyList<(object? Key, object? Value)> Values, string? More) : ValueShape;

    /// <summary>Named members; <paramref name="OwnText"/> is what the type's own ToString says, if it has one.</summary>
    public sealed record Members(string Name, IReadOnlyList<(string Name, object? Value)> Values, string? OwnText) : ValueShape;

    /// <summary>The shape of a value.</summary>
    public static ValueShape Of(object? value) => value switch
    {
        null => new Leaf("null"),
        string text => new Leaf(Cut(text)),
        HtmlText html => new Leaf(Cut(html.Html)),
        bool or char or StringBuilder or Delegate => new Leaf(Cut(value.ToString())),
        Type type => new Leaf(TypeNames.Of(type)),
        Failure failure => new Leaf(failure.Text),
        // Reading a task's Result would wait for it.
        Task task => new Leaf($"{TypeNames.Of(task)} ({task.Status})"),
        // What reflection gives holds half the program.
        MemberInfo or ParameterInfo or Assembly or Module => new Leaf(Cut(value.ToString())),
        Exception exception => new Leaf($"{exception.GetType().FullName}: {exception.Message}"),
        IFormattable number => new Leaf(Cut(Try(() => number.ToString(null, CultureInfo.InvariantCulture)) as string ?? "")),
        ITuple tuple => new Items([.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])], null),
        IDictionary map => Pair(map),
        IEnumerable sequence => Take(sequence),
        _ => Read(value),
    };

    private static Pairs Pair(IDictionary map)
    {
        List<(object?, object?)> pairs = [];
        foreach (DictionaryEntry entry in map)
        {
            if (pairs.Count == MostItems)
                break;
            pairs.Add((entry.Key, entry.Value));
        }

        return new Pairs(pairs, MoreThan(pairs.Count, map.Count));
    }

    private static Items Take(IEnumerable sequence)
    {
        List<object?> items = [];
        int? count = sequence is ICollection collection ? collection.Count : null;
        try
        {
            foreach (object? item in sequence)
            {
                if (items.Count == MostItems)
                    return new Items(items, count is null ? "... and more" : MoreThan(items.Count, count.Value));
                items.Add(item);
            }
        }
        catch (Exception exception)
        {
            items.Add(new Failure(exception));
        }

        return new Items(items, null);
    }

    private static ValueShape Read(object value)
    {
        Type type = value.GetType();
        List<(string, object?)> members = [];
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.CanRead && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)
                members.Add((property.Name, Try(() => property.GetValue(value))));
        }

        foreach (FieldInfo field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            members.Add((field.Name, field.GetValue(value)));
        bool isAnonymous = type.Name.StartsWith("<>", StringComparison.Ordinal);
        MethodInfo? print = type.GetMethod(nameof(ToString), Type.EmptyTypes);
        bool ownText = !isAnonymous && print?.DeclaringType != typeof(object) && print?.DeclaringType != typeof(ValueType)
            && print?.IsDefined(typeof(CompilerGeneratedAttribute)) == false;
        string? text = ownText ? Cut(Try(value.ToString)?.ToString()) : null;
        string name = isAnonymous ? "" : TypeNames.Of(type);
        return members.Count == 0 ? new Leaf(text ?? name) : new Members(name, members, text);
    }

    private static object? Try(Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception)
        {
            return new Failure(exception is TargetInvocationException { InnerException: { } inner } ? inner : exception);
        }
    }

    private static string? MoreThan(int shown, int count) =>
        count > shown ? string.Create(CultureInfo.InvariantCulture, $"... {count - shown:N0} more") : null;

    private static string Cut(string? text)
    {
        if (text is null || text.Length <= MostLetters)
            return text ?? "null";
        string start = TextCut.Start(text, MostLetters);
        return string.Create(CultureInfo.InvariantCulture, $"{start}... {text.Length - start.Length:N0} more letters");
    }

    private sealed record Failure(Exception Exception)
    {
        public string Text => $"(threw {Exception.GetType().Name}: {Exception.Message})";

        public override string ToString() => Text;
    }
}
