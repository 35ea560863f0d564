namespace NeuroLab.Kernels;

/// <summary>Work that is a function of the number of the part and of what it works on. One object a thread serves again and again.</summary>
internal sealed class PartsOf<T> : IParts
{
    [ThreadStatic]
    private static PartsOf<T>? free;

    private T state = default!;
    private Action<T, int> function = null!;

    public void Do(int part) => function(state, part);

    internal static void Run(T state, int count, Action<T, int> function)
    {
        // Taken away while it is in use: a part may itself be cut into parts.
        PartsOf<T> work = free ?? new();
        free = null;
        (work.state, work.function) = (state, function);
        try
        {
            Workers.Run(work, count);
        }
        finally
        {
            // What was worked on may be collected when nobody else holds it.
            work.state = default!;
            free = work;
        }
    }
}
