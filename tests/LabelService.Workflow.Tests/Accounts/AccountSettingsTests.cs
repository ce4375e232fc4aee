using LabelService.Workflow.Accounts;

namespace LabelService.Workflow.Tests.Accounts;

public sealed class AccountSettingsTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData("admin@example.org", "a rather long one", null)]
    [InlineData("admin@localhost", "a rather long one", null)]
    [InlineData("admin@example.org", null, "go together")]
    [InlineData(null, "a rather long one", "go together")]
    [InlineData("admin", "a rather long one", "must be like name@example.org")]
    [InlineData("admin@example.org", "short", "12 to 128 characters")]
    [InlineData("admin@example.org", "ADMIN@example.org", "not be the e-mail address")]
    public void Says_what_is_wrong_with_the_first_administrator(string? email, string? password, string? said)
    {
        var fault = new BootstrapOptions { AdminEmail = email, AdminPassword = password }.Fault();

        AssertSays(said, fault);
    }

    [Theory]
    [InlineData("recommended", 14, null)]
    [InlineData("Required", 0, null)]
    [InlineData("always", 14, "must be 'recommended' or 'required'")]
    [InlineData("required", -1, "from 0 to 365")]
    public void Says_what_is_wrong_with_the_second_factor(string factor, int days, string? said) =>
        AssertSays(said, new AccountsOptions { SecondFactor = factor, SecondFactorGraceDays = days }.Fault());

    [Fact]
    public void Rejects_a_personal_key_as_the_first_key_of_sites() =>
        AssertSays("belong to people", new BootstrapOptions { ApiKey = "person_0123456789" }.Fault());

    private static void AssertSays(string? said, string? fault)
    {
        if (said is null)
        {
            Assert.Null(fault);
        }
        else
        {
            Assert.Contains(said, fault, StringComparison.Ordinal);
        }
    }
}
