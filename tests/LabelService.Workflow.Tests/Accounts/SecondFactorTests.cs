using LabelService.Workflow.Accounts;
using LabelService.Workflow.Tests.Support;

namespace LabelService.Workflow.Tests.Accounts;

public abstract class SecondFactorTests(StoreKind store)
{
    [Fact]
    public async Task Takes_a_code_of_the_app_and_each_code_once()
    {
        await using var people = await SomePeople.StartAsync(store);
        var vera = await people.AddAsync();
        var (secret, _) = await people.AddSecondFactorAsync(vera);
        var atTheDoor = (await people.EnterAsync("vera@example.org")).Value!;

        Assert.True(atTheDoor.TwoFactorEnabled);
        Assert.True((await people.EnterCodeAsync(atTheDoor, people.CodeOf(secret))).IsRefused, "the code that turned it on");
        people.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.False((await people.EnterCodeAsync(atTheDoor, people.CodeOf(secret))).IsRefused);
        Assert.True((await people.EnterCodeAsync(atTheDoor, people.CodeOf(secret))).IsRefused, "the same code again");
    }

    [Fact]
    public async Task Takes_each_recovery_code_once_however_it_is_typed()
    {
        await using var people = await SomePeople.StartAsync(store);
        var vera = await people.AddAsync();
        var (_, codes) = await people.AddSecondFactorAsync(vera);
        var atTheDoor = (await people.EnterAsync("vera@example.org")).Value!;

        Assert.Equal(10, codes.Distinct().Count());
        Assert.False((await people.EnterCodeAsync(atTheDoor, codes[3].ToUpperInvariant().Replace('-', ' '))).IsRefused);
        Assert.Equal("code", (await people.EnterCodeAsync(atTheDoor, codes[3])).Refusal!.Code);
        Assert.False((await people.EnterCodeAsync(atTheDoor, codes[4])).IsRefused);
        var after = await people.OwnAsync(async own => await own.ReadAsync(vera.Id, CancellationToken.None));
        Assert.Equal(8, after.Value!.RecoveryCodesLeft);
    }

    [Fact]
    public async Task Takes_a_recovery_code_once_of_two_who_send_it_at_the_same_moment()
    {
        await using var people = await SomePeople.StartAsync(store);
        var vera = await people.AddAsync();
        var (_, codes) = await people.AddSecondFactorAsync(vera);
        var atTheDoor = (await people.EnterAsync("vera@example.org")).Value!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => people.EnterCodeAsync(atTheDoor, codes[0])));

        Assert.Single(answers, a => !a.IsRefused);
    }

    [Fact]
    public async Task Locks_out_whoever_knows_the_password_and_guesses_codes()
    {
        await using var people = await SomePeople.StartAsync(store);
        var vera = await people.AddAsync();
        var (secret, _) = await people.AddSecondFactorAsync(vera);
        people.Clock.Advance(TimeSpan.FromMinutes(1));
        var atTheDoor = (await people.EnterAsync("vera@example.org")).Value!;
        for (var i = 0; i < SignInLimits.Tries; i++)
        {
            await people.EnterAsync("vera@example.org");
            await people.EnterCodeAsync(atTheDoor, "000000");
        }

        Assert.Equal("sign-in", (await people.EnterCodeAsync(atTheDoor, people.CodeOf(secret))).Refusal!.Code);
        Assert.True((await people.EnterAsync("vera@example.org")).IsRefused);
    }

    [Fact]
    public async Task Ends_what_was_begun_when_the_account_changes_meanwhile()
    {
        await using var people = await SomePeople.StartAsync(store);
        var vera = await people.AddAsync();
        var (_, codes) = await people.AddSecondFactorAsync(vera);
        var atTheDoor = (await people.EnterAsync("vera@example.org")).Value!;
        await people.AdminAsync(a => a.ResetSecondFactorAsync("vera@example.org", CancellationToken.None));

        Assert.True((await people.EnterCodeAsync(atTheDoor, codes[0])).IsRefused);
        Assert.False((await people.EnterAsync("vera@example.org")).Value!.TwoFactorEnabled);
    }

    [Fact]
    public async Task Needs_the_password_to_be_turned_off()
    {
        await using var people = await SomePeople.StartAsync(store);
        var vera = await people.AddAsync();
        await people.AddSecondFactorAsync(vera);

        Assert.Equal("password", (await people.OwnAsync(o => o.DisableSecondFactorAsync(vera.Id, "something else", CancellationToken.None))).Refusal!.Code);
        Assert.False((await people.OwnAsync(o => o.DisableSecondFactorAsync(vera.Id, SomePeople.Password, CancellationToken.None))).IsRefused);
        Assert.False((await people.EnterAsync("vera@example.org")).Value!.TwoFactorEnabled);
    }

    [Fact]
    public async Task Lets_the_rights_of_an_administrator_rest_after_the_grace_where_it_is_required()
    {
        await using var people = await SomePeople.StartAsync(store, "Accounts:SecondFactor=required", "Accounts:SecondFactorGraceDays=7");
        var vera = await people.AddAsync("vera@example.org", PersonRoles.Administrator);
        var key = (await people.Keys.CreateAsync(vera.Id, "tool", null, CancellationToken.None)).Value!.Secret;
        people.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.True(people.Ring.FindPerson(key)!.Is(PersonRoles.Senior));

        people.Clock.Advance(TimeSpan.FromSeconds(1));
        var resting = people.Ring.FindPerson(key)!;
        Assert.True(resting.NeedsSecondFactor);
        Assert.False(resting.Is(PersonRoles.Viewer));

        await people.AddSecondFactorAsync(vera);
        Assert.True(people.Ring.FindPerson(key)!.Is(PersonRoles.Administrator));
    }
}

public sealed class SecondFactorOnSqliteTests() : SecondFactorTests(StoreKind.Sqlite);

public sealed class SecondFactorOnPostgresTests() : SecondFactorTests(StoreKind.Postgres);
