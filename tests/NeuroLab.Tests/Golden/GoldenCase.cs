using System.Text.Json;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Golden;

/// <summary>One reference case: a JSON file of settings, inputs and the results PyTorch computed from them.</summary>
/// <remarks>Settings that no test asked for fail the case: an unknown setting must not silently be left out of account.</remarks>
internal sealed class GoldenCase
{
    private readonly JsonElement root;
    private readonly HashSet<string> settingsRead = [];

    internal GoldenCase(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        root = document.RootElement.Clone();
        Name = Path.GetFileNameWithoutExtension(path);
        Op = root.GetProperty("op").GetString()!;
        Tolerance = root.GetProperty("tolerance").GetSingle();
    }

    internal string Name { get; }

    internal string Op { get; }

    internal float Tolerance { get; }

    internal JsonElement this[params string[] path] => path.Aggregate(root, (element, name) => element.GetProperty(name));

    internal bool Has(params string[] path)
    {
        JsonElement element = root;
        foreach (string name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return false;
        }
        return element.ValueKind != JsonValueKind.Null;
    }

    internal Tensor Tensor(params string[] path) => ReadTensor(this[path]);

    internal Tensor[] Tensors(params string[] path) => [.. this[path].EnumerateArray().Select(ReadTensor)];

    internal float[] Numbers(params string[] path) => [.. this[path].EnumerateArray().Select(number => number.GetSingle())];

    internal IEnumerable<string> NamesIn(params string[] path) => Has(path) ? this[path].EnumerateObject().Select(property => property.Name) : [];

    internal int Int(string setting) => Setting(setting)!.Value.GetInt32();

    internal int Int(string setting, int otherwise) => Setting(setting)?.GetInt32() ?? otherwise;

    internal float Float(string setting) => Setting(setting)!.Value.GetSingle();

    internal float Float(string setting, float otherwise) => Setting(setting)?.GetSingle() ?? otherwise;

    internal bool Bool(string setting, bool otherwise) => Setting(setting)?.GetBoolean() ?? otherwise;

    internal string Text(string setting, string otherwise) => Setting(setting)?.GetString() ?? otherwise;

    internal float[]? Floats(string setting) => Setting(setting) is not { } value ? null
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(number => number.GetSingle())] : [value.GetSingle()];

    internal Size2d? Size(string setting) => Floats(setting) switch
    {
        null => null,
        [float side] => (int)side,
        [float height, float width] => ((int)height, (int)width),
        _ => throw new InvalidDataException($"{Name}: {setting} is neither one number nor two."),
    };

    /// <summary>Fails where the case has a setting that was not asked for.</summary>
    internal void RequireAllSettingsRead()
    {
        string[] unread = [.. NamesIn("args").Where(name => !settingsRead.Contains(name))];
        Assert.True(unread.Length == 0, $"{Name}: the settings {string.Join(", ", unread)} of '{Op}' are not known to this test.");
    }

    internal void AssertClose(Tensor expected, Tensor actual, string what)
    {
        Assert.True(expected.Shape == actual.Shape, $"{Name}: {what} has the shape {actual.Shape}, PyTorch's {expected.Shape}.");
        for (int i = 0; i < expected.Length; i++)
            AssertClose(expected.Values[i], actual.Values[i], $"{what}, element {i}");
    }

    internal void AssertClose(float expected, float actual, string what) => Assert.True(
        MathF.Abs(actual - expected) <= Tolerance * MathF.Max(1, MathF.Abs(expected)) || actual.Equals(expected),
        $"{Name}: {what} is {actual:R}, PyTorch's {expected:R}, tolerance {Tolerance}.");

    private JsonElement? Setting(string name)
    {
        settingsRead.Add(name);
        return Has("args", name) ? this["args", name] : null;
    }

    private static Tensor ReadTensor(JsonElement element)
    {
        int[] sizes = [.. element.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
        float[] values = [.. element.GetProperty("data").EnumerateArray().Select(value => value.GetSingle())];
        return new Tensor(new Shape(sizes), values);
    }
}
