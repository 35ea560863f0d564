using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using NeuroLab.Charts;

namespace NeuroLab.Polyglot.Kernels;

/// <summary>Shows live output in .NET Interactive.</summary>
internal static class LiveDisplay
{
    /// <summary>Shows a value below the cell that runs, and gives what replaces it.</summary>
    public static Action<object> Show(object value)
    {
        if (KernelInvocationContext.Current is not { } context)
        {
            Console.WriteLine(value);
            return Console.WriteLine;
        }

        // DisplayedValue.Update publishes under another id than the value was shown with, so the update is published here.
        DisplayedValue shown = context.Display(value, MimeTypes.Html);
        return next => context.Publish(new DisplayedValueUpdated(
            next, shown.DisplayId, context.Command, [.. FormattedValue.CreateManyFromObject(next, MimeTypes.Html)]));
    }
}
