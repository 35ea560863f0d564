namespace NeuroLab.Notebooks.Session;

/// <summary>Ends a cell with an error that is already worded.</summary>
internal sealed class CellFailedException(CellError error) : Exception(error.Message)
{
    public CellError Error { get; } = error;

    public static CellFailedException Because(string name, string message) => new(CellError.Of(name, message));
}
