using LabelService.Workflow.Accounts;
using LabelService.Workflow.Tests.Support;

namespace LabelService.Workflow.Tests.Accounts;

public abstract class SignInServiceTests(StoreKind store)
{
    [Theory]
    [InlineData("vera@example.org")]
    [InlineData(" VERA@Example.org ")]
    public async Task Lets_in_by_the_password(string email)
    {
        await using var people = await SomePeople.StartAsync(store);
        var vera = await people.AddAsync();

        var entered = await people.EnterAsync(email);

        Assert.Equal(vera.Id, entered.Value!.Id);
        var noted = await people.AsAsync((OwnAccount own) => own.SignInsAsync(vera.Id, CancellationToken.None));
        Assert.Equal(("password", "a browser"), (noted.Single().Way, noted.Single().Browser));
    }

    [Fact]
    public async Task Gives_one_answer_for_everything_that_is_wrong()
    {
        await using var people = await SomePeople.StartAsync(store);
        await people.AddAsync("vera@example.org", PersonRoles.Editor);
        await people.AddAsync("disabled@example.org");
        await people.AdminAsync(a => a.DisableAsync("disabled@example.org", CancellationToken.None));
        await people.InviteAsync("invited@example.org");

        var refusals = new List<Refusal?>
        {
            (await people.EnterAsync("vera@example.org", "not the password")).Refusal,
            (await people.EnterAsync("nobody@example.org")).Refusal,
            (await people.EnterAsync("disabled@example.org")).Refusal,
            (await people.EnterAsync("invited@example.org")).Refusal,
            (await people.EnterAsync("invited@example.org", "")).Refusal,
            (await people.EnterAsync("", "")).Refusal,
            (await people.EnterAsync(new string('x', 10_000), new string('x', 10_000))).Refusal,
        };

        Assert.All(refusals, refusal => Assert.Equal(AccountRefusals.SignInRefused.Detail, refusal?.Detail));
        Assert.All(refusals, refusal => Assert.Equal("sign-in", refusal!.Code));
    }

    [Fact]
    public async Task Locks_after_five_wrong_passwords_and_opens_a_quarter_of_an_hour_later()
    {
        await using var people = await SomePeople.StartAsync(store);
        await people.AddAsync();
        for (var i = 0; i < SignInLimits.Tries; i++)
        {
            await people.EnterAsync("vera@example.org", "not the password");
        }

        Assert.True((await people.EnterAsync("vera@example.org")).IsRefused);
        people.Clock.Advance(SignInLimits.Window - TimeSpan.FromSeconds(1));
        Assert.True((await people.EnterAsync("vera@example.org")).IsRefused);
        people.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False((await people.EnterAsync("vera@example.org")).IsRefused);
    }

    [Fact]
    public async Task Opens_at_once_when_it_is_unlocked()
    {
        await using var people = await SomePeople.StartAsync(store);
        await people.AddAsync();
        for (var i = 0; i < SignInLimits.Tries; i++)
        {
            await people.EnterAsync("vera@example.org", "not the password");
        }

        await people.AdminAsync(a => a.UnlockAsync("vera@example.org", CancellationToken.None));

        Assert.False((await people.EnterAsync("vera@example.org")).IsRefused);
    }

    [Fact]
    public async Task Forgets_wrong_passwords_after_a_right_one_and_after_a_while()
    {
        await using var people = await SomePeople.StartAsync(store);
        await people.AddAsync();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < SignInLimits.Tries - 1; i++)
            {
                await people.EnterAsync("vera@example.org", "not the password");
            }

            if (round == 0)
            {
                Assert.False((await people.EnterAsync("vera@example.org")).IsRefused);
            }
            else
            {
                people.Clock.Advance(SignInLimits.Window);
            }
        }

        Assert.False((await people.EnterAsync("vera@example.org")).IsRefused);
    }

    [Fact]
    public async Task Counts_guesses_that_come_at_the_same_moment_one_by_one()
    {
        await using var people = await SomePeople.StartAsync(store);
        var vera = await people.AddAsync();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => people.EnterAsync("vera@example.org", $"guess number {i}")));

        var after = await people.OwnAsync(async own => await own.ReadAsync(vera.Id, CancellationToken.None));
        Assert.Equal(SignInLimits.Tries, after.Value!.AccessFailedCount);
        Assert.True((await people.EnterAsync("vera@example.org")).IsRefused);
    }
}

public sealed class SignInServiceOnSqliteTests() : SignInServiceTests(StoreKind.Sqlite);

public sealed class SignInServiceOnPostgresTests() : SignInServiceTests(StoreKind.Postgres);
