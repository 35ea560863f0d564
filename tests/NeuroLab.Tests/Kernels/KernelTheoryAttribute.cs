using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NeuroLab.Tests.Kernels;

/// <summary>A theory that starts processes with other kernels; left out in those processes themselves and where there are no other kernels.</summary>
public sealed class KernelTheoryAttribute : TheoryAttribute
{
    public KernelTheoryAttribute(string marker)
    {
        if (Environment.GetEnvironmentVariable(marker) is not null)
            Skip = "This process is itself the one with other kernels.";
        else if (RuntimeInformation.ProcessArchitecture != Architecture.X64 || !Avx2.IsSupported)
            Skip = "This processor has no AVX2 that could be left unused.";
    }
}
