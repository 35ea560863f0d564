using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuroLab.Kernels;

/// <summary>Memory for packed matrices. It grows when more is asked for, is never given back, and starts at a cache line.</summary>
internal sealed unsafe class Buffer<T>
    where T : unmanaged
{
    private const int CacheLine = 64;

    private T[] numbers = [];

    /// <summary>The first number.</summary>
    internal T* Start { get; private set; }

    /// <summary>The numbers that were asked for last.</summary>
    internal Span<T> Numbers => new(Start, Length);

    private int Length { get; set; }

    /// <summary>Numbers that stay where they are for as long as the program runs.</summary>
    internal static T* Forever(T[] numbers)
    {
        T* start = (T*)NativeMemory.Alloc((nuint)numbers.Length, (nuint)sizeof(T));
        numbers.CopyTo(new Span<T>(start, numbers.Length));
        return start;
    }

    /// <summary>Asks for room. What was there before is lost if the answer is true.</summary>
    /// <exception cref="InvalidOperationException">An array can't hold so many numbers.</exception>
    internal bool Reserve(long count)
    {
        if (count > Array.MaxLength - CacheLine)
            throw new InvalidOperationException($"To compute this, room for {count} numbers would be needed beside it, more than fit into one array ({Array.MaxLength}): use smaller pictures or matrices, or fewer channels.");
        int length = (int)count;
        Length = length;
        if (Start is not null && numbers.Length >= length + CacheLine / sizeof(T))
            return false;
        // Pinned: the collector does not move it, so it has one address for life.
        numbers = GC.AllocateUninitializedArray<T>(length + CacheLine / sizeof(T), pinned: true);
        nint address = (nint)Unsafe.AsPointer(ref numbers[0]);
        Start = (T*)((address + CacheLine - 1) & -CacheLine);
        return true;
    }

    /// <summary>Sets every number there is room for to 0.</summary>
    internal void Clear() => numbers.AsSpan().Clear();
}
