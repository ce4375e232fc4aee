using LabelService.Workflow.Accounts;
using LabelService.Workflow.Tests.Support;

namespace LabelService.Workflow.Tests.Accounts;

public abstract class AccountServiceTests(StoreKind store)
{
    [Theory]
    [InlineData("", "Vera", "en", "editor", "north", "email")]
    [InlineData("vera", "Vera", "en", "editor", "north", "email")]
    [InlineData("ve ra@example.org", "Vera", "en", "editor", "north", "email")]
    [InlineData("a@b@c", "Vera", "en", "editor", "north", "email")]
    [InlineData("vera@example.org", " ", "en", "editor", "north", "name")]
    [InlineData("vera@example.org", "Ve\nra", "en", "editor", "north", "name")]
    [InlineData("vera@example.org", "Vera", "de", "editor", "north", "language")]
    [InlineData("vera@example.org", "Vera", "en", "boss", "north", "roles")]
    [InlineData("vera@example.org", "Vera", "en", "editor", "", "sites")]
    public async Task Rejects_an_invitation_with_a_fault(string email, string name, string language, string role, string site, string code)
    {
        await using var people = await SomePeople.StartAsync(store);

        var invited = await people.AsAsync((AccountService a) => a.InviteAsync(new NewAccount(email, name, language, [role], [site]), CancellationToken.None));

        Assert.Equal(code, invited.Refusal!.Code);
    }

    [Theory]
    [InlineData("vera@example.org", "VERA@EXAMPLE.ORG")]
    [InlineData("вера@пример.рф", "ВЕРА@пример.рф")]
    public async Task Rejects_an_address_that_another_account_has(string first, string second)
    {
        await using var people = await SomePeople.StartAsync(store);
        await people.InviteAsync(first);

        Assert.Equal("email-taken", (await people.InviteAsync(second)).Refusal!.Code);
        Assert.False((await people.AdminAsync(a => a.FindAsync(second, CancellationToken.None))).IsRefused);
    }

    [Fact]
    public async Task Keeps_the_last_administrator()
    {
        await using var people = await SomePeople.StartAsync(store);
        await people.AddAsync("a@example.org", PersonRoles.Administrator);
        await people.AddAsync("b@example.org", PersonRoles.Administrator);
        Assert.False((await people.AdminAsync(x => x.DisableAsync("b@example.org", CancellationToken.None))).IsRefused);

        Assert.Equal("last-administrator", (await people.AdminAsync(x => x.DisableAsync("a@example.org", CancellationToken.None))).Refusal!.Code);
        Assert.Equal("last-administrator", (await GiveAsync(people, "a@example.org", PersonRoles.Viewer)).Refusal!.Code);
        await people.AdminAsync(x => x.EnableAsync("b@example.org", CancellationToken.None));
        Assert.False((await GiveAsync(people, "a@example.org", PersonRoles.Viewer)).IsRefused);
    }

    [Fact]
    public async Task Changes_what_sessions_and_keys_may_at_once()
    {
        await using var people = await SomePeople.StartAsync(store);
        await people.AddAsync("a@example.org", PersonRoles.Administrator);
        var vera = await people.AddAsync("vera@example.org", PersonRoles.Editor);
        var key = (await people.Keys.CreateAsync(vera.Id, "tool", null, CancellationToken.None)).Value!.Secret;
        Assert.True(people.Ring.FindPerson(vera.Id, vera.SecurityStamp!)!.Is(PersonRoles.Editor));
        Assert.True(people.Ring.FindPerson(key)!.Sees("north"));

        await people.AdminAsync(a => a.GiveAsync(vera.Id, null, [PersonRoles.Moderator], ["south"], CancellationToken.None));
        var changed = people.Ring.FindPerson(key)!;
        Assert.Equal((false, true, false, true), (changed.Is(PersonRoles.Editor), changed.Is(PersonRoles.Moderator), changed.Sees("north"), changed.Sees("south")));
        Assert.Equal("south", changed.SiteOr("north"));

        await people.AdminAsync(a => a.DisableAsync(vera.Id, CancellationToken.None));
        Assert.Null(people.Ring.FindPerson(vera.Id, vera.SecurityStamp!));
        Assert.Null(people.Ring.FindPerson(key));

        await people.AdminAsync(a => a.EnableAsync(vera.Id, CancellationToken.None));
        Assert.Null(people.Ring.FindPerson(vera.Id, vera.SecurityStamp!));
        Assert.NotNull(people.Ring.FindPerson(key));
    }

    [Fact]
    public async Task Ends_personal_keys_when_they_are_revoked_or_run_out()
    {
        await using var people = await SomePeople.StartAsync(store);
        var vera = await people.AddAsync();
        var (short_, long_) = (await MakeAsync(people, vera, 1), await MakeAsync(people, vera, null));
        people.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Null(people.Ring.FindPerson(short_.Secret));
        Assert.NotNull(people.Ring.FindPerson(long_.Secret));
        await people.Keys.RevokeAsync("usr_somebody-else", long_.Key.Id, CancellationToken.None);
        Assert.NotNull(people.Ring.FindPerson(long_.Secret));
        await people.Keys.RevokeAsync(vera.Id, long_.Key.Id, CancellationToken.None);
        Assert.Null(people.Ring.FindPerson(long_.Secret));
        Assert.Null(people.Ring.Find(long_.Secret));
    }

    [Fact]
    public async Task Keeps_no_secret_as_it_is()
    {
        await using var people = await SomePeople.StartAsync(store);
        var token = (await people.InviteAsync()).Value!.Token;
        var vera = (await people.UseAsync(token)).Value!;
        var key = await MakeAsync(people, vera, null);
        var (_, codes) = await people.AddSecondFactorAsync(vera);

        var files = people.Store.Files().Select(f => System.Text.Encoding.Latin1.GetString(ReadAll(f))).ToList();

        Assert.Contains(files, f => f.Contains(vera.Id, StringComparison.Ordinal));
        Assert.All([token, SomePeople.Password, key.Secret, .. codes], secret => Assert.DoesNotContain(files, f => f.Contains(secret, StringComparison.Ordinal)));
    }

    private static async Task<NewPersonKey> MakeAsync(SomePeople people, Account account, int? days) =>
        (await people.Keys.CreateAsync(account.Id, "tool", days, CancellationToken.None)).Value!;

    private static Task<Answer<Account>> GiveAsync(SomePeople people, string who, string role) =>
        people.AdminAsync(a => a.GiveAsync(who, null, [role], null, CancellationToken.None));

    private static byte[] ReadAll(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

public sealed class AccountServiceOnSqliteTests() : AccountServiceTests(StoreKind.Sqlite);

public sealed class AccountServiceOnPostgresTests() : AccountServiceTests(StoreKind.Postgres);
