using System.Globalization;
using System.Text;

namespace NeuroLab.Jupyter.Tests;

public sealed class SeenMessagesTests
{
    private static readonly DateTime Start = DateTime.UtcNow - TimeSpan.FromHours(1);

    [Fact]
    public void A_message_is_new_once()
    {
        SeenMessages seen = new();
        Assert.True(seen.IsNew(Signature(1), Start));
        Assert.False(seen.IsNew(Signature(1), Start));
        Assert.True(seen.IsNew(Signature(2), Start));
        Assert.True(seen.IsNew(Signature(3), null));
        Assert.False(seen.IsNew(Signature(3), null));
    }

    [Fact]
    public void What_is_forgotten_is_not_new_by_its_date()
    {
        SeenMessages seen = new(most: 10);
        for (int i = 0; i < 100; i++)
            Assert.True(seen.IsNew(Signature(i), Start.AddSeconds(i)));
        for (int i = 0; i < 100; i++)
            Assert.False(seen.IsNew(Signature(i), Start.AddSeconds(i)));
        Assert.True(seen.IsNew(Signature(100), Start.AddSeconds(100)));
    }

    // Otherwise a front end with a wrong clock would shut all others out.
    [Fact]
    public void A_date_in_the_future_counts_as_now()
    {
        SeenMessages seen = new(most: 1);
        Assert.True(seen.IsNew(Signature(1), Start.AddYears(5)));
        Assert.True(seen.IsNew(Signature(2), DateTime.UtcNow.AddSeconds(5)));
        Assert.True(seen.IsNew(Signature(3), DateTime.UtcNow.AddSeconds(5)));
    }

    private static byte[] Signature(int number) => Encoding.ASCII.GetBytes(number.ToString("x16", CultureInfo.InvariantCulture) + new string('0', 48));
}
