using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace NeuroLab.Jupyter.Tests;

public sealed class GlobTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "*", true)]
    [InlineData("", "?", false)]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "ab", false)]
    [InlineData("abc", "a?c", true)]
    [InlineData("abc", "*b*", true)]
    [InlineData("abc", "*b", false)]
    [InlineData("a\nb", "a*b", true)]
    [InlineData("a\nb", "a?b", true)]
    [InlineData("aab", "*ab", true)]
    [InlineData("x.y[z]", "x.y[z]", true)]
    [InlineData("xay", "x.y", false)]
    [InlineData("abcabd", "*ab?", true)]
    [InlineData("abc", "***", true)]
    public void Stars_stand_for_any_letters_and_question_marks_for_one(string text, string pattern, bool matches) =>
        Assert.Equal(matches, Glob.IsMatch(text, pattern));

    [Fact]
    public void It_agrees_with_what_the_pattern_means() =>
        Prop.ForAll(Texts("ab").ToArbitrary(), Texts("ab*?").ToArbitrary(), (text, pattern) => Glob.IsMatch(text, pattern) == Means(text, pattern))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Long_patterns_take_no_time()
    {
        long start = Stopwatch.GetTimestamp();
        string letters = new('a', 10_000);
        for (int i = 0; i < 200; i++)
        {
            Assert.False(Glob.IsMatch("var x = 1;", letters));
            Assert.False(Glob.IsMatch("var x = 1;", string.Concat(Enumerable.Repeat("?*", 5_000))));
            Assert.True(Glob.IsMatch("var x = 1;", new string('*', 10_000)));
        }

        Assert.False(Glob.IsMatch(letters, string.Concat(Enumerable.Repeat("*a", 5_000)) + "b"));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), "It took long.");
    }

    private static Gen<string> Texts(string letters) => Gen.Elements<char>(letters.ToCharArray()).ArrayOf().Select(array => new string(array.Take(8).ToArray()));

    // Letter by letter, as a definition would say it.
    private static bool Means(string text, string pattern) => pattern switch
    {
        "" => text.Length == 0,
        ['*', .. string rest] => Enumerable.Range(0, text.Length + 1).Any(skipped => Means(text[skipped..], rest)),
        ['?', .. string rest] => text.Length > 0 && Means(text[1..], rest),
        _ => text.Length > 0 && text[0] == pattern[0] && Means(text[1..], pattern[1..]),
    };
}
