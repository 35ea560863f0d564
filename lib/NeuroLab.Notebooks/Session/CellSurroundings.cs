using System.Globalization;
using System.Text;

namespace NeuroLab.Notebooks.Session;

/// <summary>What a cell finds around it and may change for itself, but not for the cells after it: console, cultures, current folder.</summary>
public sealed class CellSurroundings
{
    private readonly TextWriter output = Console.Out;
    private readonly TextWriter error = Console.Error;
    private readonly TextReader input = Console.In;
    private readonly string folder = Environment.CurrentDirectory;
    private Encoding inputEncoding = Console.InputEncoding;
    private Encoding outputEncoding = Console.OutputEncoding;

    /// <summary>The console's encoding of what it reads; setting it leaves the console the reader that it has.</summary>
    public static Encoding InputEncoding
    {
        get => Console.InputEncoding;
        set
        {
            TextReader reader = Console.In;
            Console.InputEncoding = value;
            Console.SetIn(reader);
        }
    }

    /// <summary>Makes the surroundings as they were when this was made, with invariant cultures: numbers print the same in every country.</summary>
    public void PutBack()
    {
        // An encoding set anew gives the console another reader and other writers, so these come after it.
        if (Console.InputEncoding != inputEncoding)
        {
            Console.InputEncoding = inputEncoding;
            inputEncoding = Console.InputEncoding;
        }

        if (Console.OutputEncoding != outputEncoding)
        {
            Console.OutputEncoding = outputEncoding;
            outputEncoding = Console.OutputEncoding;
        }

        if (Console.Out != output)
            Console.SetOut(output);
        if (Console.Error != error)
            Console.SetError(error);
        if (Console.In != input)
            Console.SetIn(input);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        PutBackFolder();
    }

    private void PutBackFolder()
    {
        try
        {
            Environment.CurrentDirectory = folder;
        }
        catch (IOException)
        {
            // The cell has deleted it.
        }
    }
}
