using System.Collections.Immutable;
using System.CommandLine;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Cli.Commands;

/// <summary>
/// <c>labels account …</c>: people in the store that <c>Storage__*</c> names, beside a running service or without one, also for an operator who
/// locked himself out. A change holds in a running service within a second. Exit codes: 0 done, 2 wrong usage or a store that cannot be used.
/// </summary>
internal static class AccountCommand
{
    private const string LinkHint = "One-time link, to be put behind the service's address; good once, until";

    public static Command Create() => new("account", "Make, list and change accounts of people.")
    {
        MakeCreate(), MakeList(), MakeRoles(), MakeLink(),
        MakeChange("disable", "End sessions, keys and links of an account at once.", "is disabled", (a, who, cancel) => a.DisableAsync(who, cancel)),
        MakeChange("enable", "Let a disabled account in again.", "is enabled", (a, who, cancel) => a.EnableAsync(who, cancel)),
        MakeChange("unlock", "Forget wrong passwords and codes.", "is unlocked", (a, who, cancel) => a.UnlockAsync(who, cancel)),
        MakeChange("reset-second-factor", "For a lost telephone: the password alone opens the account.", "has no second factor now",
            (a, who, cancel) => a.ResetSecondFactorAsync(who, cancel)),
    };

    private static Command MakeCreate()
    {
        var email = new Argument<string>("EMAIL") { Description = "By which the person signs in; nothing is sent to it." };
        var name = new Option<string>("--name") { Description = "As others see it; the e-mail where absent." };
        var language = new Option<string>("--language") { Description = "en or ru.", DefaultValueFactory = _ => "en" };
        var roles = RolesOption();
        var sites = new Option<string>("--sites") { Description = "Whose articles the person sees, separated by commas; * for all.", DefaultValueFactory = _ => "default" };
        var command = new Command("create", "Make an account and print the one-time link by which the person sets a password.") { email, name, language, roles, sites };
        command.SetAction((result, cancel) => RunAsync(result, async accounts =>
        {
            var address = result.GetValue(email)!;
            var wanted = new NewAccount(
                address, result.GetValue(name) ?? Cut(address), result.GetValue(language)!, [.. Words(result.GetValue(roles))], [.. Words(result.GetValue(sites))]);
            return await PrintAsync(result, await accounts.InviteAsync(wanted, cancel));
        }, cancel));
        return command;
    }

    private static Command MakeList()
    {
        var search = new Argument<string>("WORDS") { Description = "A part of a name or e-mail.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("list", "List accounts.") { search };
        command.SetAction((result, cancel) => RunAsync(result, async accounts =>
        {
            foreach (var account in await accounts.ListAsync(result.GetValue(search) ?? "", cancel))
            {
                await result.InvocationConfiguration.Output.WriteLineAsync(
                    $"{account.Id}\t{account.Email}\t{string.Join(',', account.RoleList)}\t{string.Join(',', account.SiteList)}\t{State(account)}\t{account.DisplayName}");
            }

            return null;
        }, cancel));
        return command;
    }

    private static Command MakeRoles()
    {
        var who = Who();
        var roles = RolesOption();
        roles.Required = true;
        var sites = new Option<string>("--sites") { Description = "Whose articles the person sees; as before where absent." };
        var command = new Command("roles", "Give an account exactly these roles.") { who, roles, sites };
        command.SetAction((result, cancel) => RunAsync(result, async accounts =>
        {
            var seen = result.GetValue(sites) is { } given ? (ImmutableArray<string>?)[.. Words(given)] : null;
            var done = await accounts.GiveAsync(result.GetValue(who)!, null, [.. Words(result.GetValue(roles))], seen, cancel);
            return done.IsRefused ? done.Refusal : await SayAsync(result, $"{done.Value.Email} has the roles: {string.Join(", ", done.Value.RoleList)}.");
        }, cancel));
        return command;
    }

    private static Command MakeLink()
    {
        var who = Who();
        var command = new Command("link", "Print a new one-time link, for a forgotten password.") { who };
        command.SetAction((result, cancel) => RunAsync(result, async accounts => await PrintAsync(result, await accounts.LinkAsync(result.GetValue(who)!, cancel)), cancel));
        return command;
    }

    private static Command MakeChange(string verb, string description, string done, Func<AccountService, string, CancellationToken, Task<Answer<Account>>> change)
    {
        var who = Who();
        var command = new Command(verb, description) { who };
        command.SetAction((result, cancel) => RunAsync(result, async accounts =>
        {
            var changed = await change(accounts, result.GetValue(who)!, cancel);
            return changed.IsRefused ? changed.Refusal : await SayAsync(result, $"{changed.Value.Email} {done}.");
        }, cancel));
        return command;
    }

    private static Argument<string> Who() => new("ACCOUNT") { Description = "The e-mail or id; `labels account list` shows them." };

    private static Option<string> RolesOption() => new("--roles") { Description = $"Some of {string.Join(',', PersonRoles.All)}, separated by commas." };

    private static string[] Words(string? list) => (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Cut(string email) => email[..Math.Min(email.Length, AccountRefusals.LongestName)];

    private static string State(Account account) =>
        (account.Disabled ? "disabled" : account.PasswordHash is null ? "invited" : "in force") + (account.TwoFactorEnabled ? ", second factor" : "");

    private static async Task<Refusal?> PrintAsync(ParseResult result, Answer<Invitation> made) => made.IsRefused
        ? made.Refusal
        : await SayAsync(result, $"{made.Value.Account.Id}{Environment.NewLine}{LinkHint} {made.Value.Account.LinkUntil:yyyy-MM-dd HH:mm} UTC:{Environment.NewLine}/welcome/{made.Value.Token}");

    private static async Task<Refusal?> SayAsync(ParseResult result, string line)
    {
        await result.InvocationConfiguration.Output.WriteLineAsync(line);
        return null;
    }

    private static Task<int> RunAsync(ParseResult result, Func<AccountService, Task<Refusal?>> act, CancellationToken cancel) =>
        StoreRun.RunAsync(result, services => act(services.GetRequiredService<AccountService>()), cancel);
}
