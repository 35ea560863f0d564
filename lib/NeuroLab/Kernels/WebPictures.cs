namespace NeuroLab.Kernels;

/// <summary>Pictures, and the <see cref="Frame"/> into which one after the other is put.</summary>
/// <param name="Start">The address of the first number.</param>
/// <param name="Channels">How many channels each has.</param>
/// <param name="Height">The height without the frame.</param>
/// <param name="Width">The width without the frame.</param>
/// <param name="Frame">The address of the frame.</param>
/// <param name="Top">The height of the frame above.</param>
/// <param name="Left">The width of the frame to the left.</param>
/// <param name="Rows">The height with the frame.</param>
internal readonly record struct WebPictures(nint Start, nint Channels, nint Height, nint Width, nint Frame, nint Top, nint Left, nint Rows);
