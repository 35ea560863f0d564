namespace NeuroLab.LinearAlgebra.Kernels;

/// <summary>No vectors at all: one number at a time. It runs everywhere.</summary>
internal readonly unsafe struct Simd1 : ISimd<float, float>, ISimd<double, double>
{
    public static int Count => 1;

    public static int TileRows => 6;

    public static float Load(float* source) => *source;

    public static double Load(double* source) => *source;

    public static float Broadcast(float* source) => *source;

    public static double Broadcast(double* source) => *source;

    public static float MultiplyAdd(float a, float b, float c) => a * b + c;

    public static double MultiplyAdd(double a, double b, double c) => a * b + c;

    public static float Add(float a, float b) => a + b;

    public static double Add(double a, double b) => a + b;

    public static float Sum(float vector) => vector;

    public static double Sum(double vector) => vector;

    public static void Store(float vector, float* target) => *target = vector;

    public static void Store(double vector, double* target) => *target = vector;
}
