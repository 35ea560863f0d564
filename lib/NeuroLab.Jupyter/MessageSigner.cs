using System.Security.Cryptography;
using System.Text;

namespace NeuroLab.Jupyter;

/// <summary>Signs messages, so that only who knows the connection file's key can run cells.</summary>
/// <param name="key">The key; empty means that nothing is signed or checked.</param>
internal sealed class MessageSigner(string key)
{
    public const string Scheme = "hmac-sha256";

    private readonly byte[] key = Encoding.UTF8.GetBytes(key);

    /// <summary>Whether messages are signed at all.</summary>
    public bool Signs => key.Length > 0;

    /// <summary>The signature of a message's four parts, in hexadecimal.</summary>
    public byte[] Sign(ReadOnlySpan<byte[]> parts)
    {
        if (!Signs)
            return [];
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (byte[] part in parts)
            hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Whether a signature is right. It takes as long for a wrong one, so that it can't be guessed letter by letter.</summary>
    public bool IsRight(ReadOnlySpan<byte[]> parts, byte[] signature) =>
        !Signs || CryptographicOperations.FixedTimeEquals(Sign(parts), signature);
}
