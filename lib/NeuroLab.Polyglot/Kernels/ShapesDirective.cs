using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Directives;
using NeuroLab.Inspection;

namespace NeuroLab.Polyglot.Kernels;

/// <summary><c>#!shapes</c>: shows the shapes of the variables of a C# kernel.</summary>
internal static class ShapesDirective
{
    private const string Name = "#!shapes";

    /// <summary>Adds the directive to a kernel, once.</summary>
    public static void AddTo(CSharpKernel kernel)
    {
        if (kernel.KernelInfo.SupportedDirectives.Any(directive => directive.Name == Name))
            return;
        kernel.AddDirective(
            new KernelActionDirective(Name) { Description = "Shows the shapes of tensors, of the parameters of models, and of arrays" },
            (_, context) =>
            {
                context.Display(VariableShapes.Of(VariablesOf(kernel)));
                return Task.CompletedTask;
            });
    }

    private static IEnumerable<(string Name, object? Value)> VariablesOf(CSharpKernel kernel) =>
        kernel.ScriptState?.Variables.Select(variable => (variable.Name, (object?)variable.Value)) ?? [];
}
