namespace NeuroLab.Jupyter.Zmtp;

/// <summary>A message as it came.</summary>
/// <param name="From">Who sent it.</param>
/// <param name="Frames">What it holds.</param>
/// <param name="Arrived">When it was there as a whole.</param>
internal readonly record struct ReceivedMessage(Peer From, byte[][] Frames, DateTime Arrived);
