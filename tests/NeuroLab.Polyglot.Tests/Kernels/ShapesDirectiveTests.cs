using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Polyglot.Tests.Kernels;

/// <summary>The directive <c>#!shapes</c>.</summary>
public sealed class ShapesDirectiveTests
{
    [Fact]
    public async Task It_lists_tensors_and_the_parameters_of_models()
    {
        using PolyglotKernel kernel = await PolyglotKernel.WithExtensionAsync();
        await kernel.RunAsync("var x = new Tensor(5, 2); var label = \"no shape\";");
        await kernel.RunAsync("var model = new Sequential { new Linear(2, 3, new MersenneTwister(1)) };");

        string text = Assert.Single(await kernel.RunAsync("#!shapes")).GetText("text/html")!;

        Assert.Contains("model.0.weight", text, StringComparison.Ordinal);
        Assert.Contains("(out 3, in 2)", text, StringComparison.Ordinal);
        Assert.Contains("(5, 2)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("label", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_declared_again_is_listed_once_as_it_is_now()
    {
        using PolyglotKernel kernel = await PolyglotKernel.WithExtensionAsync();
        await kernel.RunAsync("var x = new Tensor(5, 2);");
        await kernel.RunAsync("var x = new float[7, 3];");

        string text = Assert.Single(await kernel.RunAsync("#!shapes")).GetText("text/html")!;

        Assert.Contains("(7, 3)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("(5, 2)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stands_beside_code_in_a_cell_and_sees_what_came_before()
    {
        using PolyglotKernel kernel = await PolyglotKernel.WithExtensionAsync();

        IReadOnlyList<NotebookOutput> outputs = await kernel.RunAsync("var early = new Tensor(4, 4);\n#!shapes\n1 + 1");

        Assert.Equal(2, outputs.Count);
        Assert.Contains("early", outputs[0].GetText("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_variables_it_says_so()
    {
        using PolyglotKernel kernel = new();
        await new Polyglot.Kernels.NeuroLabExtension().OnLoadAsync(kernel.Composite);

        Assert.Contains("No variable has a shape yet", Assert.Single(await kernel.RunAsync("#!shapes")).GetText("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loading_the_extension_twice_changes_nothing()
    {
        using PolyglotKernel kernel = await PolyglotKernel.WithExtensionAsync();
        await kernel.RunAsync("await NeuroLab.Polyglot.Kernels.NeuroLabExtension.LoadAsync();\nvar x = new Tensor(1, 2);");

        Assert.Single(await kernel.RunAsync("#!shapes"));
    }

    [Fact]
    public async Task Outside_a_cell_there_is_no_kernel_to_load_into() =>
        Assert.Contains("but none runs", (await Assert.ThrowsAsync<InvalidOperationException>(Polyglot.Kernels.NeuroLabExtension.LoadAsync)).Message, StringComparison.Ordinal);
}
