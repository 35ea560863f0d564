namespace NeuroLab.Jupyter.Zmtp;

/// <summary>What a socket does with messages.</summary>
internal enum SocketKind
{
    /// <summary>Talks to each peer by its identity.</summary>
    Router,

    /// <summary>Tells all peers that asked for a topic.</summary>
    Publish,

    /// <summary>Answers what peers ask.</summary>
    Reply,
}
