using System.Text.Json;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Web.Desk;

/// <summary>What one person has set for the desk: keys and saved filters.</summary>
internal sealed class DeskSettings(IDbContextFactory<LabelContext> contexts)
{
    private const int MostFilters = 30;
    private const int LongestName = 60;

    public async Task<DeskKeys> KeysAsync(string account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return DeskKeys.Of(await db.DeskSettings.AsNoTracking().Where(s => s.AccountId == account).Select(s => s.Keys).SingleOrDefaultAsync(cancel));
    }

    public Task KeepKeysAsync(string account, Dictionary<string, string> keys, CancellationToken cancel) =>
        ChangeAsync(account, row => row.Keys = Json(keys), cancel);

    /// <summary>Name to query, by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FiltersAsync(string account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var json = await db.DeskSettings.AsNoTracking().Where(s => s.AccountId == account).Select(s => s.Filters).SingleOrDefaultAsync(cancel);
        return new SortedDictionary<string, string>(Filters(json), StringComparer.Ordinal);
    }

    /// <returns>Whether there was room, and a name.</returns>
    public async Task<bool> KeepFilterAsync(string account, string? name, string query, CancellationToken cancel)
    {
        if (name?.Trim() is not { Length: > 0 and <= LongestName } given)
        {
            return false;
        }

        var kept = false;
        await ChangeAsync(account, row =>
        {
            var filters = Filters(row.Filters);
            filters[given] = query;
            kept = filters.Count <= MostFilters;
            row.Filters = kept ? Json(filters) : row.Filters;
        }, cancel);
        return kept;
    }

    public Task DropFilterAsync(string account, string? name, CancellationToken cancel) => ChangeAsync(account, row =>
    {
        var filters = Filters(row.Filters);
        filters.Remove(name ?? "");
        row.Filters = Json(filters);
    }, cancel);

    private async Task ChangeAsync(string account, Action<DeskSettingsRow> change, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var row = await db.DeskSettings.SingleOrDefaultAsync(s => s.AccountId == account, cancel);
        if (row is null)
        {
            db.DeskSettings.Add(row = new DeskSettingsRow { AccountId = account });
        }

        change(row);
        await db.SaveChangesAsync(cancel);
    }

    private static Dictionary<string, string> Filters(string? json) =>
        json is null ? new(StringComparer.Ordinal) : JsonSerializer.Deserialize(json, ReviewJson.Default.DictionaryStringString) ?? new(StringComparer.Ordinal);

    private static string Json(Dictionary<string, string> values) => JsonSerializer.Serialize(values, ReviewJson.Default.DictionaryStringString);
}
