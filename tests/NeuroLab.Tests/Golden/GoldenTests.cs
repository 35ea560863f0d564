namespace NeuroLab.Tests.Golden;

[Trait("Category", "Golden")]
public sealed class GoldenTests
{
    private static readonly Dictionary<string, Action<GoldenCase>> Checks = new()
    {
        ["clip_grad_norm"] = OptimizationChecks.ClipByNorm,
        ["clip_grad_value"] = OptimizationChecks.ClipByValue,
        ["training_run"] = TrainingRunCheck.Run,
    };

    static GoldenTests()
    {
        foreach (string op in LayerFactory.Ops)
            Checks.Add(op, LayerCheck.Run);
        foreach (string op in LossFactory.Ops)
            Checks.Add(op, LossCheck.Run);
        foreach (string op in OptimizerFactory.Ops)
            Checks.Add(op, OptimizationChecks.Steps);
        foreach (string op in ScheduleFactory.Ops)
            Checks.Add(op, OptimizationChecks.Rates);
    }

    public static TheoryData<string> Names => new(GoldenFolder.Files.Select(file => Path.GetFileName(file)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Computes_what_PyTorch_computes(string name)
    {
        GoldenCase golden = new(Path.Combine(GoldenFolder.Path, name));
        Assert.True(Checks.ContainsKey(golden.Op), $"{name}: the op '{golden.Op}' is not known to this test. Known are {string.Join(", ", Checks.Keys.Order())}.");
        Checks[golden.Op](golden);
        golden.RequireAllSettingsRead();
    }

    [Fact]
    public void Every_case_of_the_folder_is_run()
    {
        Assert.True(GoldenFolder.Files.Length > 0, $"There are no reference cases in '{GoldenFolder.Path}'. Set {GoldenFolder.Variable} to a folder of cases, or to nothing.");
        Assert.Equal(GoldenFolder.Files.Length, Names.Count);
        if (GoldenFolder.IsOurs)
            Assert.Equal(64, GoldenFolder.Files.Length);
    }

    [Fact]
    public void A_wrong_number_fails()
    {
        GoldenCase golden = new(Path.Combine(AppContext.BaseDirectory, "Golden", "cases", "relu.json"));
        Assert.ThrowsAny<Exception>(() => golden.AssertClose(1, 1 + 3 * golden.Tolerance, "y"));
        Assert.ThrowsAny<Exception>(() => golden.AssertClose(1, float.NaN, "y"));
        golden.AssertClose(1, 1 + golden.Tolerance / 2, "y");
    }

    [Fact]
    public void A_setting_that_was_not_asked_for_fails()
    {
        GoldenCase golden = new(Path.Combine(AppContext.BaseDirectory, "Golden", "cases", "leaky_relu.json"));
        Assert.ThrowsAny<Exception>(golden.RequireAllSettingsRead);
        _ = golden.Float("negative_slope");
        golden.RequireAllSettingsRead();
    }
}
