namespace NeuroLab.Tests.Data;

/// <summary>Files as accidents leave them: cut off, with bits flipped, with bytes lost, doubled, or replaced by extreme ones.</summary>
internal static class Damage
{
    /// <summary>Damage within the first bytes, where headers are.</summary>
    internal static IEnumerable<byte[]> OfStart(byte[] whole, int length, Random random, int count) =>
        Of(whole[..length], random, count).Select(start => (byte[])[.. start, .. whole[length..]]);

    internal static IEnumerable<byte[]> Of(byte[] whole, Random random, int count)
    {
        for (int length = 0; length < Math.Min(whole.Length, 400); length++)
            yield return whole[..length];
        for (int i = 0; i < count; i++)
        {
            List<byte> bytes = [.. whole];
            for (int times = random.Next(1, 4); times > 0 && bytes.Count > 0; times--)
            {
                int at = random.Next(bytes.Count);
                switch (random.Next(6))
                {
                    case 0:
                        bytes[at] ^= (byte)(1 << random.Next(8));
                        break;
                    case 1:
                        bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at));
                        break;
                    case 2:
                        bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 9), bytes.Count - at)));
                        break;
                    case 3:
                        bytes[at] = (byte)(random.Next(2) == 0 ? 0x00 : 0xFF);
                        break;
                    case 4:
                        for (int end = Math.Min(at + 4, bytes.Count); at < end; at++)
                            bytes[at] = 0xFF;
                        break;
                    default:
                        bytes[at] = (byte)random.Next(256);
                        break;
                }
            }
            yield return [.. bytes];
        }
    }
}
