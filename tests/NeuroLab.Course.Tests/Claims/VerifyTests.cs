using NeuroLab.Course.Claims;

namespace NeuroLab.Course.Tests.Claims;

/// <summary>What a reader sees of claims that hold, and of those that his own numbers made false.</summary>
[Collection("The console and the environment")]
public sealed class VerifyTests
{
    [Fact]
    public void A_claim_that_holds_is_said() => Assert.Equal("Verified: 91% are right.\n", Said(() => Verify.That(0.91 > 0.9, $"{0.91:0%} are right")));

    [Fact]
    public void A_claim_that_does_not_hold_names_the_condition_and_the_cell_goes_on()
    {
        double score = 0.5;

        Assert.Equal("With these numbers: 50% are right. (The condition does not hold: score > 0.9.)\n", Said(() => Verify.That(score > 0.9, $"{score:0%} are right")));
        Assert.Equal("Not with these numbers: most are right. (With the original ones it holds; the condition is score > 0.9.)\n", Said(() => Verify.That(score > 0.9, "most are right")));
    }

    [Fact]
    public void Two_numbers_that_differ_are_both_named()
    {
        double one = 0.5, other = 0.6;

        Assert.Equal("Verified: they agree (0.5 and 0.6).\n", Said(() => Verify.Close(one, other, 0.2, "they agree")));
        Assert.Equal(
            "With these numbers: they agree (0.5 and 0.6). (The condition does not hold: one within 0.01 of other.)\n",
            Said(() => Verify.Close(one, other, 0.01, "they agree")));
    }

    [Fact]
    public void What_the_original_numbers_gave_is_told_from_the_record()
    {
        ClaimRecord.Claim recorded = ClaimRecord.Of("04-hidden-layers").First(claim => ClaimRecord.Original(claim.Condition, claim.Template) is not null);

        Assert.Equal(recorded.Text, ClaimRecord.Original(recorded.Condition, recorded.Template));
        Assert.Null(ClaimRecord.Original("another condition", recorded.Template));
    }

    [Fact]
    public void In_the_tests_a_claim_that_does_not_hold_stops_the_cell()
    {
        double score = 0.5;

        var stopped = Assert.Throws<InvalidOperationException>(() => Verify.That(score > 0.9, $"{score:0%} are right"));

        Assert.Equal("This does not hold: 50% are right. The condition was score > 0.9.", stopped.Message);
    }

    private static string Said(Action verify)
    {
        string? strict = Environment.GetEnvironmentVariable(StrictClaims.Variable);
        TextWriter console = Console.Out;
        using StringWriter said = new() { NewLine = "\n" };
        try
        {
            Environment.SetEnvironmentVariable(StrictClaims.Variable, null);
            Console.SetOut(said);
            verify();
        }
        finally
        {
            Console.SetOut(console);
            Environment.SetEnvironmentVariable(StrictClaims.Variable, strict);
        }

        return said.ToString();
    }
}
