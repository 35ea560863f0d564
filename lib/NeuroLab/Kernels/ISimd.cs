namespace NeuroLab.Kernels;

/// <summary>
/// What a kernel asks of a processor: a vector of numbers that are worked on together. Kernels are written once against this, and
/// the just-in-time compiler makes machine code for each width.
/// </summary>
/// <typeparam name="T">The number: float or double.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
internal unsafe interface ISimd<T, TVector>
    where T : unmanaged
    where TVector : struct
{
    /// <summary>How many numbers a vector holds.</summary>
    static abstract int Count { get; }

    /// <summary>How many rows a tile has, so that the sums of a tile, two vectors a row, fill the registers there are.</summary>
    static abstract int TileRows { get; }

    /// <summary>The next numbers from memory.</summary>
    static abstract TVector Load(T* source);

    /// <summary>The same number in every place.</summary>
    static abstract TVector Broadcast(T* source);

    /// <summary>a b + c, rounded once where the processor can.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>a + b.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>The sum of a vector's numbers.</summary>
    static abstract T Sum(TVector vector);

    /// <summary>Writes a vector to memory.</summary>
    static abstract void Store(TVector vector, T* target);
}
