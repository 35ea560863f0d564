using System.Runtime.InteropServices.JavaScript;
using NeuroLab.Notebooks.Worker;

namespace NeuroLab.Browser;

/// <summary>Asks the page for a line.</summary>
/// <param name="ask">Waits for the line; throws where the page can't be asked.</param>
internal sealed class BrowserInput(Func<string?> ask) : AskingReader
{
    /// <summary>Begins a cell.</summary>
    public void Begin() => Forget();

    protected override string? Ask()
    {
        try
        {
            return ask();
        }
        catch (JSException unasked)
        {
            throw new InvalidOperationException(NoKeyboard, unasked);
        }
    }
}
