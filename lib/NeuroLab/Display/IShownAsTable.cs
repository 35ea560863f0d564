namespace NeuroLab.Display;

/// <summary>A result that a notebook shows as a table.</summary>
internal interface IShownAsTable
{
    /// <summary>The table.</summary>
    Table ToTable();
}
