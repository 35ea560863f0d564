using System.Reflection;

namespace NeuroLab.Notebooks.Session;

/// <summary>What a cell has declared with <c>using</c>, to be disposed of when it ends.</summary>
internal sealed class UsedValues
{
    private readonly Stack<object> values = [];

    /// <summary>Takes over what a piece has declared, as far as it got.</summary>
    /// <param name="variables">The object that holds the piece's variables; null where it did not begin.</param>
    /// <param name="names">The names of those declared with <c>using</c>.</param>
    public void Add(object? variables, IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            FieldInfo? field = variables?.GetType().GetField(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
            if (field?.GetValue(variables) is { } value)
                values.Push(value);
        }
    }

    /// <summary>Disposes of them, the last first.</summary>
    public async Task DisposeAsync()
    {
        while (values.TryPop(out object? value))
        {
            if (value is IAsyncDisposable later)
                await later.DisposeAsync().ConfigureAwait(false);
            else
                (value as IDisposable)?.Dispose();
        }
    }
}
