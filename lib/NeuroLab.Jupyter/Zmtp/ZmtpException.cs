namespace NeuroLab.Jupyter.Zmtp;

/// <summary>A peer does not speak ZMTP, or says what it must not. Its connection is closed.</summary>
internal sealed class ZmtpException(string message) : Exception(message);
