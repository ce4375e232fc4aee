using LabelService.Workflow.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OtpNet;

namespace LabelService.Workflow.Tests.Support;

/// <summary>A store of its own with the services for accounts, and a clock that a test moves.</summary>
internal sealed class SomePeople : IAsyncDisposable
{
    public const string Password = "a rather long one";
    private readonly ServiceProvider _services;

    private SomePeople(SomeStore store, string[] settings)
    {
        Store = store;
        _services = new ServiceCollection().AddLabelStore(store.Settings(settings)).AddSingleton<TimeProvider>(Clock).BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    public SomeStore Store { get; }
    public SignInService SignIn => _services.GetRequiredService<SignInService>();
    public PersonKeyService Keys => _services.GetRequiredService<PersonKeyService>();
    public KeyRing Ring => _services.GetRequiredService<KeyRing>();

    /// <param name="settings">Such as <c>Accounts:SecondFactor=required</c>.</param>
    public static async Task<SomePeople> StartAsync(StoreKind store, params string[] settings)
    {
        return new SomePeople(await SomeStore.MakeAsync(store), settings);
    }

    /// <summary>As a request does it: with services of its own.</summary>
    public async Task<T> AsAsync<TService, T>(Func<TService, Task<T>> act) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<Answer<Account>> AdminAsync(Func<AccountService, Task<Answer<Account>>> act) => AsAsync(act);

    public Task<Answer<Account>> OwnAsync(Func<OwnAccount, Task<Answer<Account>>> act) => AsAsync(act);

    public Task<Answer<Account>> UseAsync(string token, string password = Password) =>
        AsAsync((AccountLinks links) => links.UseAsync(token, password, CancellationToken.None));

    public Task<Answer<Invitation>> InviteAsync(string email = "vera@example.org", params string[] roles) => AsAsync((AccountService accounts) =>
        accounts.InviteAsync(new NewAccount(email, "Vera", "en", [.. roles], ["north"]), CancellationToken.None));

    /// <summary>Somebody who was invited and has set the password.</summary>
    public async Task<Account> AddAsync(string email = "vera@example.org", params string[] roles)
    {
        var invited = await InviteAsync(email, roles);
        return (await UseAsync(invited.Value!.Token)).Value!;
    }

    /// <returns>The secret of the app, and the recovery codes.</returns>
    public async Task<(string Secret, IReadOnlyList<string> Codes)> AddSecondFactorAsync(Account account)
    {
        var begun = await OwnAsync(own => own.BeginSecondFactorAsync(account.Id, CancellationToken.None));
        var secret = begun.Value!.TotpSecret!;
        var enabled = await AsAsync((OwnAccount own) => own.EnableSecondFactorAsync(account.Id, CodeOf(secret), CancellationToken.None));
        return (secret, enabled.Value!.Codes);
    }

    public string CodeOf(string secret) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(Clock.GetUtcNow().UtcDateTime);

    public Task<Answer<Account>> EnterAsync(string email, string password = Password) => SignIn.PasswordAsync(email, password, "a browser", CancellationToken.None);

    public Task<Answer<Account>> EnterCodeAsync(Account account, string code) =>
        SignIn.CodeAsync(account.Id, account.SecurityStamp!, code, "a browser", CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Store.Dispose();
    }
}
