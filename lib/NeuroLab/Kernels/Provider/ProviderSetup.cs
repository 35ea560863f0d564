using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace NeuroLab.Kernels.Provider;

/// <summary>Installs NeuroLab's provider in MathNet when this assembly is first used.</summary>
internal static class ProviderSetup
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "MathNet's own Matrix products become fast too, and they never call into this assembly.")]
    internal static void InstallUnlessAnotherWasChosen()
    {
        if (LinearAlgebraControl.Provider is ManagedLinearAlgebraProvider)
            SimdLinearAlgebraProvider.Install();
    }
}
