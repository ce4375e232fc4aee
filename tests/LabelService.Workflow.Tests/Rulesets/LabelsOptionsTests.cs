using LabelService.Workflow.Rulesets;

namespace LabelService.Workflow.Tests.Rulesets;

public sealed class LabelsOptionsTests
{
    [Theory]
    [InlineData(null, "http://127.0.0.1:5080")]
    [InlineData(" ", "http://127.0.0.1:5080")]
    [InlineData("https://labels.example.org/", "https://labels.example.org")]
    [InlineData("HTTPS://Labels.Example.org/notices/", "https://labels.example.org/notices")]
    public void Takes_an_address_that_readers_can_open(string? given, string expected)
    {
        var options = new LabelsOptions { PublicUrl = given };

        Assert.Null(options.Fault());
        Assert.Equal(expected, options.AddressOr("http://127.0.0.1:5080"));
    }

    [Theory]
    [InlineData("labels.example.org", "Labels__PublicUrl 'labels.example.org' is no absolute http or https address")]
    [InlineData("ftp://labels.example.org", "is no absolute http or https address")]
    [InlineData("https://labels.example.org?lang=ru", "has a query or fragment")]
    [InlineData("https://me:secret@labels.example.org", "Labels__PublicUrl holds a user name")]
    public void Rejects_any_other_and_says_what_would_be_right(string given, string expected)
    {
        var fault = new LabelsOptions { PublicUrl = given }.Fault();

        Assert.Contains(expected, fault, StringComparison.Ordinal);
        Assert.EndsWith("such as https://labels.example.org.", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }
}
