namespace NeuroLab.Jupyter.Zmtp;

/// <summary>Who sent a message, and so where an answer goes.</summary>
/// <param name="Number">The connection's own number, which no other connection of this process has: nobody can pretend to be it.</param>
/// <param name="Identity">What the peer calls itself on all its connections; empty where it says nothing. Anyone may say the same.</param>
internal readonly record struct Peer(long Number, byte[] Identity);
