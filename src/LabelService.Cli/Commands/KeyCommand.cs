using System.CommandLine;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Cli.Commands;

/// <summary>
/// <c>labels key create|list|revoke</c>: the site keys in the store that <c>Storage__*</c> names, beside a running service or without one.
/// A revocation holds in a running service within a second. Exit codes: 0 done, 2 wrong usage or a store that cannot be used.
/// </summary>
internal static class KeyCommand
{
    public static Command Create() => new("key", "Make, list and revoke site keys.") { MakeCreate(), MakeList(), MakeRevoke() };

    private static Command MakeCreate()
    {
        var name = new Argument<string>("NAME") { Description = "What the key is for, such as \"CMS of the newspaper\"." };
        var site = new Option<string>("--site") { Description = "Whose articles it sees.", DefaultValueFactory = _ => "default" };
        var scopes = new Option<string>("--scopes")
        {
            Description = $"Some of {string.Join(',', Scopes.All)}, separated by commas.",
            DefaultValueFactory = _ => $"{Scopes.Check},{Scopes.Read}",
        };
        var test = new Option<bool>("--test") { Description = "A test_ key: it stores nothing and opens no review." };
        var command = new Command("create", "Make a key and print it; it is shown this once.") { name, site, scopes, test };
        command.SetAction((result, cancel) => RunAsync(result, async keys =>
        {
            var wanted = result.GetValue(scopes)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var made = await keys.CreateAsync(result.GetValue(name)!, result.GetValue(site)!, [.. wanted], result.GetValue(test), cancel);
            if (made.IsRefused)
            {
                return made.Refusal;
            }

            await result.InvocationConfiguration.Output.WriteLineAsync($"{made.Value.Key.Id}{Environment.NewLine}{made.Value.Secret}");
            return null;
        }, cancel));
        return command;
    }

    private static Command MakeList()
    {
        var command = new Command("list", "List all keys, the revoked ones too; the keys themselves are not stored.");
        command.SetAction((result, cancel) => RunAsync(result, async keys =>
        {
            foreach (var key in await keys.ListAsync(cancel))
            {
                var state = key.RevokedAt is { } at ? $"revoked {at:yyyy-MM-dd HH:mm}" : "in force";
                await result.InvocationConfiguration.Output.WriteLineAsync(
                    $"{key.Id}\t{key.Shown}\t{key.Mode}\t{key.Site}\t{string.Join(',', key.Scopes)}\t{key.CreatedAt:yyyy-MM-dd HH:mm}\t{state}\t{key.Name}");
            }

            return null;
        }, cancel));
        return command;
    }

    private static Command MakeRevoke()
    {
        var id = new Argument<string>("ID") { Description = "The key's id, such as key_01JD…; `labels key list` shows it." };
        var command = new Command("revoke", "End a key.") { id };
        command.SetAction((result, cancel) => RunAsync(result, async keys =>
        {
            var revoked = await keys.RevokeAsync(result.GetValue(id)!, cancel);
            if (revoked.IsRefused)
            {
                return revoked.Refusal;
            }

            await result.InvocationConfiguration.Output.WriteLineAsync($"{revoked.Value.Id} is revoked.");
            return null;
        }, cancel));
        return command;
    }

    private static Task<int> RunAsync(ParseResult result, Func<KeyService, Task<Refusal?>> act, CancellationToken cancel) =>
        StoreRun.RunAsync(result, services => act(services.GetRequiredService<KeyService>()), cancel);
}
