using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Reviews;

/// <summary>Which questions are offered to whom, besides the sites that an account has: by the article's language and by rule.</summary>
internal sealed partial class Routing(IDbContextFactory<LabelContext> contexts, Ledger ledger, ReviewFeed feed)
{
    private const int MostEntries = 50;

    /// <summary>Who may decide on the person's sites, with what is routed to them.</summary>
    public async Task<ImmutableArray<Routed>> ListAsync(Person person, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var accounts = await db.Accounts.AsNoTracking().Where(a => !a.Disabled).OrderBy(a => a.DisplayName).ToListAsync(cancel);
        var settings = await db.DeskSettings.AsNoTracking().ToDictionaryAsync(s => s.AccountId, StringComparer.Ordinal, cancel);
        return
        [
            .. accounts.Where(a => IsOf(person, a) && a.RoleList.Any(r => r is PersonRoles.Moderator or PersonRoles.Senior or PersonRoles.Administrator))
                .Select(a => Of(a, settings.GetValueOrDefault(a.Id))),
        ];
    }

    /// <param name="languages">Such as <c>ru</c>; empty for all.</param>
    /// <param name="rules">Ids, or the beginnings of some; empty for all.</param>
    public async Task<Refusal?> SaveAsync(string accountId, ImmutableArray<string> languages, ImmutableArray<string> rules, Person person, CancellationToken cancel)
    {
        if (languages.Length > MostEntries || languages.FirstOrDefault(l => !LanguageShape().IsMatch(l)) is not null)
        {
            return ReviewRefusals.BadLanguages;
        }

        if (rules.Length > MostEntries || rules.FirstOrDefault(r => !RuleShape().IsMatch(r)) is not null)
        {
            return ReviewRefusals.BadRules;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancel) is not { } account || !IsOf(person, account))
        {
            return AccountRefusals.UnknownAccount;
        }

        var row = await db.DeskSettings.SingleOrDefaultAsync(s => s.AccountId == accountId, cancel);
        if (row is null)
        {
            db.DeskSettings.Add(row = new DeskSettingsRow { AccountId = accountId });
        }

        var before = Data(row);
        (row.Languages, row.Rules) = (string.Join('\n', languages.Distinct(StringComparer.Ordinal)), string.Join('\n', rules.Distinct(StringComparer.Ordinal)));
        await ledger.WriteAsync(db, [new AuditEntry(AuditActor.Of(person), null, AuditWhat.RoutingChanged, accountId, AuditData.Of(before, Data(row)))], [], cancel);
        await transaction.CommitAsync(cancel);
        feed.Changed();
        return null;
    }

    /// <summary>Somebody of every site is routed by those who see every site.</summary>
    private static bool IsOf(Person person, Account account) =>
        person.Is(PersonRoles.Administrator) || person.Sees(Person.EverySite) || account.SiteList.Any(s => s != Person.EverySite && person.Sees(s));

    private static Routed Of(Account account, DeskSettingsRow? row) =>
        new(account.Id, account.DisplayName, account.RoleList, account.SiteList, Account.Split(row?.Languages ?? ""), Account.Split(row?.Rules ?? ""));

    private static JsonObject Data(DeskSettingsRow row) => new() { ["languages"] = row.Languages, ["rules"] = row.Rules };

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
    private static partial Regex LanguageShape();

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{0,99}$")]
    private static partial Regex RuleShape();
}

internal sealed record Routed(
    string AccountId, string Name, ImmutableArray<string> Roles, ImmutableArray<string> Sites, ImmutableArray<string> Languages, ImmutableArray<string> Rules);
