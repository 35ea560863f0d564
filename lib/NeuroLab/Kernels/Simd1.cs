using System.Numerics;

namespace NeuroLab.Kernels;

/// <summary>No vectors at all: one number at a time. It runs everywhere.</summary>
internal readonly unsafe struct Simd1<T> : ISimd<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Count => 1;

    public static int TileRows => TileHeight.Low;

    public static T Load(T* source) => *source;

    public static T Broadcast(T* source) => *source;

    public static T MultiplyAdd(T a, T b, T c) => a * b + c;

    public static T Add(T a, T b) => a + b;

    public static T Sum(T vector) => vector;

    public static void Store(T vector, T* target) => *target = vector;
}
