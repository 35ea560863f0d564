namespace NeuroLab.Ops;

/// <summary>
/// The part of one channel that a window covers for one output place, padding left out: Rows runs of Width numbers, the first at Start,
/// each RowLength after the one before.
/// </summary>
internal readonly record struct Patch(int Output, int Start, int Rows, int Width, int RowLength);
