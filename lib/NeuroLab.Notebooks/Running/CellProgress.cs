namespace NeuroLab.Notebooks.Running;

/// <summary>How far a notebook's run is.</summary>
/// <param name="Done">How many code cells have run.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Index">The cell that runs now: its place among all cells, from 0.</param>
/// <param name="Note">A word on what takes time, such as a package being restored; usually null.</param>
public sealed record CellProgress(int Done, int Total, int Index, string? Note = null);
