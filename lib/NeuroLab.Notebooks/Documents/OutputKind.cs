namespace NeuroLab.Notebooks.Documents;

/// <summary>What a cell's output is, by nbformat's four names.</summary>
public enum OutputKind
{
    /// <summary>Text written to the console (<c>stream</c>).</summary>
    Stream,

    /// <summary>A value shown with <c>display</c> (<c>display_data</c>).</summary>
    DisplayData,

    /// <summary>The value of the cell's last expression (<c>execute_result</c>).</summary>
    ExecuteResult,

    /// <summary>Why the cell failed (<c>error</c>).</summary>
    Error,
}
