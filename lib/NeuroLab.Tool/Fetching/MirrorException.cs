namespace NeuroLab.Tool.Fetching;

/// <summary>One mirror did not give a file; another one may. The message says why, without the address.</summary>
internal sealed class MirrorException(string message) : Exception(message);
