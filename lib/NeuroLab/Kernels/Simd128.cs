using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Wasm;

namespace NeuroLab.Kernels;

/// <summary>Vectors of 128 bits (SSE, Arm's NEON, WebAssembly): 4 floats or 2 doubles, 16 registers or more.</summary>
/// <remarks>In a browser code is interpreted. Its interpreter knows some operations, and takes vectors apart, number by number, for the others; so it
/// is given those that it knows, which give the same bits.</remarks>
internal readonly unsafe struct Simd128<T> : ISimd<T, Vector128<T>>
    where T : unmanaged
{
    public static int Count => Vector128<T>.Count;

    // What is interpreted keeps nothing in registers, and gains by fewer, larger tiles.
    public static int TileRows => PackedSimd.IsSupported ? TileHeight.Tall : TileHeight.Low;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load(T* source) => Vector128.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Broadcast(T* source) => Vector128.Create(*source);

    // The questions are answered when the code is compiled for a type, and cost nothing when it runs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MultiplyAdd(Vector128<T> a, Vector128<T> b, Vector128<T> c)
    {
        if (PackedSimd.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? a * b + c
                : PackedSimd.Add(PackedSimd.Multiply(a.AsDouble(), b.AsDouble()), c.AsDouble()).As<double, T>();
        }
        return typeof(T) == typeof(float)
            ? Vector128.MultiplyAddEstimate(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
            : Vector128.MultiplyAddEstimate(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Add(Vector128<T> a, Vector128<T> b) => PackedSimd.IsSupported && typeof(T) == typeof(double)
        ? PackedSimd.Add(a.AsDouble(), b.AsDouble()).As<double, T>()
        : a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Vector128<T> vector)
    {
        if (!PackedSimd.IsSupported)
            return Vector128.Sum(vector);
        if (typeof(T) == typeof(double))
        {
            double sum = ((double*)&vector)[0] + ((double*)&vector)[1];
            return *(T*)&sum;
        }
        float* numbers = (float*)&vector;
        float pairs = (numbers[0] + numbers[1]) + (numbers[2] + numbers[3]);
        return *(T*)&pairs;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<T> vector, T* target) => vector.Store(target);
}
