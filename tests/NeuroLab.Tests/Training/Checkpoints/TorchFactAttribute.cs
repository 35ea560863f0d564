namespace NeuroLab.Tests.Training.Checkpoints;

/// <summary>A test that needs PyTorch. Where there is none it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TorchFactAttribute : FactAttribute
{
    public TorchFactAttribute() => Skip = Torch.SkipReason;
}
