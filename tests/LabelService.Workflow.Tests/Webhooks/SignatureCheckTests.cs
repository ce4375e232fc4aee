using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LabelService.Workflow.Events;
using LabelService.Workflow.Webhooks;

namespace LabelService.Workflow.Tests.Webhooks;

/// <summary>What is said of a delivery that somebody pastes.</summary>
public sealed class SignatureCheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);
    private static readonly string Secret = WebhookSecrets.New();
    private static readonly string Other = WebhookSecrets.New();
    private static readonly TrialDelivery Made = TrialDelivery.Of(Secret, EventTypes.LabelsChanged, "news", "статья:1/«а»", null, 7, Now);
    private static readonly ReceivedDelivery Got = new(Made.Secret, Made.Id, Made.Timestamp.ToString(CultureInfo.InvariantCulture), Made.Signature, Made.Body);

    [Fact]
    public void Finds_that_a_signature_fits() => Assert.Equal("fits", Say(Got));

    [Fact]
    public void Finds_the_signature_of_the_old_secret_after_a_rotation() =>
        Assert.Equal("fits-second", Say(Got with { Signature = $"{TrialDelivery.Of(Other, EventTypes.LabelsChanged, "news", "a", null, 7, Now).Signature} {Made.Signature}" }));

    [Theory]
    [InlineData(0, "fits")]
    [InlineData(4.9, "fits")]
    [InlineData(6.5, "fits old:2026-11-29 10:00:00 UTC")]
    [InlineData(-4.9, "fits")]
    [InlineData(-10, "fits ahead:2026-11-29 10:00:00 UTC")]
    public void Judges_the_age_by_itself(double minutes, string expected) => Assert.Equal(expected, Say(Got, Now.AddMinutes(minutes)));

    [Fact]
    public void Tells_a_body_that_was_written_anew_from_one_that_was_changed()
    {
        Assert.Equal("rewritten", Say(Got with { Body = Made.Body.Replace("\":", "\": ", StringComparison.Ordinal) }));
        Assert.Equal("rewritten", Say(Got with { Body = Made.Body.Replace("/", "\\/", StringComparison.Ordinal) }));
        Assert.Equal("rewritten", Say(Got with { Body = Made.Body.Replace("«", "\\u00ab", StringComparison.Ordinal) }));
        Assert.Equal("padded", Say(Got with { Body = Made.Body + "\r\n" }));
        Assert.Equal("differs", Say(Got with { Body = Made.Body.Replace("7", "8", StringComparison.Ordinal) }));
        Assert.Equal("differs", Say(Got with { Body = "{ no json" }));
        Assert.Equal("differs", Say(Got with { Id = "msg_1" }));
    }

    [Fact]
    public void Tells_which_secret_was_meant()
    {
        Assert.Equal("other-secret:https://cms.example.org/b", Say(Got with { Secret = Other }, null, ("https://cms.example.org/a", Other), ("https://cms.example.org/b", Secret)));
        Assert.Equal("differs", Say(Got with { Secret = Other }));
    }

    [Fact]
    public void Recognises_a_secret_that_was_not_decoded()
    {
        var wrong = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{Got.Id}.{Got.Timestamp}.{Got.Body}"));
        Assert.Equal("undecoded", Say(Got with { Signature = "v1," + Convert.ToBase64String(wrong) }));
    }

    [Theory]
    [InlineData("", "", "", "", "", "no-secret no-id no-timestamp no-signature no-body")]
    [InlineData("secret", "msg_1", "now", "sha256=aa", "{}", "bad-secret bad-timestamp no-v1")]
    [InlineData("whsec_AAAA", "msg_1", "1795946400000", "v1,AAAA", "{}", "odd-secret:3 bad-timestamp bad-signature")]
    [InlineData("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "msg_1", "1795946400", "v1a,AAAA", "{}", "no-v1")]
    public void Says_what_is_missing_or_malformed(string secret, string id, string timestamp, string signature, string body, string expected) =>
        Assert.Equal(expected, Say(new ReceivedDelivery(secret, id, timestamp, signature, body)));

    [Fact]
    public void Quotes_whatever_stands_in_a_command()
    {
        var made = TrialDelivery.Of(Secret, EventTypes.ReviewDecided, "news", "a'; rm -rf '", null, 1, Now);
        var command = made.Curl("http://localhost:8080/it's");
        Assert.StartsWith("curl -i 'http://localhost:8080/it'\\''s' \\\n  -H 'Content-Type: application/json'", command, StringComparison.Ordinal);
        Assert.EndsWith("--data-binary '" + made.Body.Replace("'", "'\\''", StringComparison.Ordinal) + "'", command, StringComparison.Ordinal);
        Assert.Contains("\"reviewId\":\"rev_", made.Body, StringComparison.Ordinal);
    }

    private static string Say(ReceivedDelivery got, DateTimeOffset? now = null, params (string, string)[] others) =>
        string.Join(' ', SignatureCheck.Of(got, now ?? Now, others).Select(f => f.Value is null ? f.Code : $"{f.Code}:{f.Value}"));
}
