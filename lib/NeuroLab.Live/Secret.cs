using System.Security.Cryptography;
using System.Text;

namespace NeuroLab.Live;

/// <summary>What only the reader's own browser knows: a key in the first link, and a cookie that takes its place.</summary>
internal sealed class Secret
{
    private readonly byte[] key = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
    private readonly byte[] cookie = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));

    /// <summary>The key in the first link.</summary>
    public string Key => Encoding.ASCII.GetString(key);

    /// <summary>The value of the cookie.</summary>
    public string Cookie => Encoding.ASCII.GetString(cookie);

    /// <summary>Whether this is the key. It takes as long to say no as to say yes.</summary>
    public bool IsKey(string? given) => Equal(key, given);

    /// <summary>Whether this is the cookie.</summary>
    public bool IsCookie(string? given) => Equal(cookie, given);

    private static bool Equal(byte[] secret, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(secret, Encoding.UTF8.GetBytes(given));
}
