using LabelService.Workflow.Accounts;
using LabelService.Workflow.Tests.Support;

namespace LabelService.Workflow.Tests.Accounts;

public abstract class AccountLinksTests(StoreKind store)
{
    [Fact]
    public async Task Sets_the_password_once()
    {
        await using var people = await SomePeople.StartAsync(store);
        var token = (await people.InviteAsync()).Value!.Token;

        Assert.False((await people.UseAsync(token)).IsRefused);
        Assert.Equal("link", (await people.UseAsync(token, "another long password")).Refusal!.Code);
        Assert.False((await people.EnterAsync("vera@example.org")).IsRefused);
    }

    [Fact]
    public async Task Sets_it_once_of_two_who_use_it_at_the_same_moment()
    {
        await using var people = await SomePeople.StartAsync(store);
        var token = (await people.InviteAsync()).Value!.Token;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => people.UseAsync(token, $"the password of number {i}")));

        Assert.Single(answers, a => !a.IsRefused);
    }

    [Theory]
    [InlineData("short", "password-length")]
    [InlineData("", "password-length")]
    [InlineData("VERA@example.org", "password-email")]
    public async Task Is_not_spent_by_a_password_that_is_refused(string password, string code)
    {
        await using var people = await SomePeople.StartAsync(store);
        var token = (await people.InviteAsync()).Value!.Token;

        Assert.Equal(code, (await people.UseAsync(token, password)).Refusal!.Code);
        Assert.False((await people.UseAsync(token)).IsRefused);
    }

    [Fact]
    public async Task Runs_out()
    {
        await using var people = await SomePeople.StartAsync(store);
        var token = (await people.InviteAsync()).Value!.Token;
        people.Clock.Advance(SignInLimits.LinkLife);

        Assert.Equal("link", (await people.UseAsync(token)).Refusal!.Code);
    }

    [Fact]
    public async Task Gives_way_to_a_newer_one_which_ends_sessions_when_used()
    {
        await using var people = await SomePeople.StartAsync(store);
        var old = (await people.InviteAsync()).Value!.Token;
        await people.UseAsync(old);
        var session = (await people.EnterAsync("vera@example.org")).Value!;
        var first = (await people.AsAsync((AccountService a) => a.LinkAsync("vera@example.org", CancellationToken.None))).Value!.Token;
        var second = (await people.AsAsync((AccountService a) => a.LinkAsync("vera@example.org", CancellationToken.None))).Value!.Token;

        Assert.NotNull(people.Ring.FindPerson(session.Id, session.SecurityStamp!));
        Assert.True((await people.UseAsync(first)).IsRefused);
        Assert.False((await people.UseAsync(second, "the new long password")).IsRefused);
        Assert.Null(people.Ring.FindPerson(session.Id, session.SecurityStamp!));
        Assert.True((await people.EnterAsync("vera@example.org")).IsRefused);
        Assert.False((await people.EnterAsync("vera@example.org", "the new long password")).IsRefused);
    }

    [Fact]
    public async Task Ends_with_the_account()
    {
        await using var people = await SomePeople.StartAsync(store);
        var token = (await people.InviteAsync()).Value!.Token;
        await people.AdminAsync(a => a.DisableAsync("vera@example.org", CancellationToken.None));
        Assert.True((await people.UseAsync(token)).IsRefused);

        await people.AdminAsync(a => a.EnableAsync("vera@example.org", CancellationToken.None));
        Assert.True((await people.UseAsync(token)).IsRefused);
    }
}

public sealed class AccountLinksOnSqliteTests() : AccountLinksTests(StoreKind.Sqlite);

public sealed class AccountLinksOnPostgresTests() : AccountLinksTests(StoreKind.Postgres);
