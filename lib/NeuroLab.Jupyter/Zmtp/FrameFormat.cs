using System.Buffers.Binary;
using System.Text;

namespace NeuroLab.Jupyter.Zmtp;

/// <summary>How ZMTP 3.0 writes greetings, commands and frames (rfc.zeromq.org/spec/23).</summary>
internal static class FrameFormat
{
    public const int GreetingLength = 64;
    public const byte More = 1;
    public const byte Long = 2;
    public const byte Command = 4;

    // What a peer announces is not believed: memory grows with what comes.
    private const int Piece = 16 * 1024;
    private const int LongestCommand = 8 * 1024;

    /// <summary>Ours: version 3.0, no security. With 3.0 peers subscribe by plain messages.</summary>
    public static byte[] Greeting()
    {
        byte[] greeting = new byte[GreetingLength];
        greeting[0] = 0xff;
        greeting[9] = 0x7f;
        greeting[10] = 3;
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    /// <exception cref="ZmtpException">The peer speaks something else.</exception>
    public static void CheckGreeting(ReadOnlySpan<byte> greeting)
    {
        if (greeting[0] != 0xff || (greeting[9] & 1) == 0)
            throw new ZmtpException("the greeting is not ZMTP's");
        if (greeting[10] < 3)
            throw new ZmtpException($"the peer speaks ZMTP {greeting[10]}, but 3 or later is needed");
        if (!greeting[12..32].TrimEnd((byte)0).SequenceEqual("NULL"u8))
            throw new ZmtpException("the peer wants a security mechanism, but there is none here");
    }

    /// <summary>The command that ends the handshake.</summary>
    public static byte[] Ready(string socketType) =>
        Write(Command, [5, .. "READY"u8, .. Property("Socket-Type", Encoding.ASCII.GetBytes(socketType)), .. Property("Identity", [])]);

    /// <summary>The properties in a peer's READY command, by name in lower case.</summary>
    /// <exception cref="ZmtpException">It is something else, or cut short.</exception>
    public static Dictionary<string, byte[]> ReadReady(Frame frame)
    {
        ReadOnlySpan<byte> rest = frame.Body;
        if (!frame.IsCommand || rest.Length < 6 || !rest.StartsWith("\u0005READY"u8))
            throw new ZmtpException("READY was expected");
        Dictionary<string, byte[]> properties = [];
        for (rest = rest[6..]; rest.Length > 0;)
        {
            string name = Encoding.ASCII.GetString(Take(ref rest, Take(ref rest, 1)[0]));
            int length = BinaryPrimitives.ReadInt32BigEndian(Take(ref rest, 4));
            properties[name.ToLowerInvariant()] = Take(ref rest, length).ToArray();
        }

        return properties;
    }

    /// <summary>A frame as bytes.</summary>
    public static byte[] Write(byte flags, ReadOnlySpan<byte> body)
    {
        byte[] head = Head(flags, body.Length);
        return [.. head, .. body];
    }

    /// <summary>What stands before a frame's body.</summary>
    public static byte[] Head(byte flags, int length)
    {
        if (length <= byte.MaxValue)
            return [flags, (byte)length];
        byte[] head = new byte[9];
        head[0] = (byte)(flags | Long);
        BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(1), length);
        return head;
    }

    /// <summary>The next frame.</summary>
    /// <param name="stream">Where it comes from.</param>
    /// <param name="memory">Gives room for it, where it is part of a message.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="EndOfStreamException">The peer is gone.</exception>
    /// <exception cref="ZmtpException">It is no frame, or too long.</exception>
    public static async ValueTask<Frame> ReadAsync(Stream stream, MessageLease memory, CancellationToken cancellation)
    {
        byte[] head = new byte[9];
        await stream.ReadExactlyAsync(head.AsMemory(0, 2), cancellation).ConfigureAwait(false);
        byte flags = head[0];
        if ((flags & ~(More | Long | Command)) != 0 || flags is (Command | More) or (Command | More | Long))
            throw new ZmtpException($"a frame has the flags {flags}");
        long length = head[1];
        if ((flags & Long) != 0)
        {
            await stream.ReadExactlyAsync(head.AsMemory(2, 7), cancellation).ConfigureAwait(false);
            length = BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(1));
        }

        bool isCommand = (flags & Command) != 0;
        if (isCommand && length is (< 0 or > LongestCommand))
            throw new ZmtpException($"a command of {length} bytes is longer than {LongestCommand}");
        if (!isCommand)
            memory.Announce(length);
        byte[] body = [];
        for (int filled = 0; filled < length; filled = body.Length)
        {
            int room = (int)Math.Min(length, Math.Max(Piece, 2L * filled));
            if (!isCommand)
                memory.Take(room - filled);
            Array.Resize(ref body, room);
            await stream.ReadExactlyAsync(body.AsMemory(filled), cancellation).ConfigureAwait(false);
        }

        return new Frame(isCommand, (flags & More) != 0, body);
    }

    private static byte[] Property(string name, byte[] value)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. length, .. value];
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int count)
    {
        if (count < 0 || count > rest.Length)
            throw new ZmtpException("READY is cut short");
        ReadOnlySpan<byte> taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
