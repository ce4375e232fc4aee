using LabelService.Workflow.Accounts;

namespace LabelService.Workflow.Tests.Accounts;

public sealed class KeySecretTests
{
    [Theory]
    [InlineData(true, "test_")]
    [InlineData(false, "live_")]
    public void Makes_keys_that_nobody_guesses(bool test, string prefix)
    {
        var keys = Enumerable.Range(0, 100).Select(_ => KeySecret.Make(test)).ToList();

        Assert.Equal(100, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.All(keys, k => Assert.True(k.StartsWith(prefix, StringComparison.Ordinal) && k.Length > 30 && KeySecret.IsWellFormed(k)));
        Assert.All(keys, k => Assert.Equal(test, KeySecret.IsTest(k)));
    }

    [Fact]
    public void Shows_no_more_than_a_third_of_a_key()
    {
        Assert.Equal("live_abcd…", KeySecret.Shown("live_abcdefghijklmnopqrstuvwxyz012345"));
        Assert.Equal("liv…", KeySecret.Shown("live_abcd"));
    }

    [Fact]
    public void Hashes_alike_by_both_ways()
    {
        var key = KeySecret.Make(test: false);
        Span<byte> hash = stackalloc byte[32];
        KeySecret.Hash(key, hash);

        Assert.Equal(KeySecret.Hash(key), hash.ToArray());
    }

    [Theory]
    [InlineData("short")]
    [InlineData("with a blank in it")]
    [InlineData("ключ_ключ_ключ")]
    public void Rejects_what_cannot_stand_in_the_header(string key) => Assert.False(KeySecret.IsWellFormed(key));
}
