using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using TimeZoneConverter;

namespace LabelService.Workflow.Sweeps;

/// <summary>Keeps what was in force from when on, so that any node can tell what a change touches, and how it was before.</summary>
internal sealed class RuleStates(IDbContextFactory<LabelContext> contexts, RulesetHolder rulesets, ExceptionsInForce exceptions, RulesetSettings settings, TimeProvider time)
{
    /// <summary>Rulesets kept in memory beside the one in force: those before the sweeps that run.</summary>
    private const int MostKept = 2;

    private readonly List<(long Seq, RulesAt Rules)> _kept = [];
    private readonly SemaphoreSlim _loading = new(1, 1);

    /// <summary>What this node decides by now; null where it has no rules.</summary>
    public RulesAt? Now()
    {
        var loaded = rulesets.Current;
        if (loaded.Ruleset is not { } ruleset)
        {
            return null;
        }

        var (day, remembered) = (exceptions.Today(ruleset), exceptions.Remembered);
        return new RulesAt(RulesAt.StampOf(loaded, remembered, day), loaded, day, rulesets.Files, exceptions);
    }

    public static Task<RuleStateRow?> LatestAsync(LabelContext db, CancellationToken cancel) =>
        db.RuleStates.AsNoTracking().OrderByDescending(s => s.Seq).FirstOrDefaultAsync(cancel);

    /// <summary>Writes down that these are in force. The caller holds a transaction.</summary>
    public async Task<RuleStateRow> AddAsync(LabelContext db, RulesAt rules, CancellationToken cancel)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new SortedDictionary<string, string>(rules.Files.ToDictionary(), StringComparer.Ordinal), RuleStateJson.Default.SortedDictionaryStringString);
        var hash = Convert.ToHexStringLower(SHA256.HashData(json));
        if (!await db.RuleFiles.AnyAsync(f => f.Hash == hash, cancel))
        {
            db.RuleFiles.Add(new RuleFilesRow { Hash = hash, Content = PackedJson.Pack(json) });
        }

        var rest = new RuleStateRest(
            settings.TimeZone.Id, settings.PublicUrl, settings.Jurisdictions, !rules.Ruleset.Broken.Packs.IsEmpty || !rules.Ruleset.Broken.KeptRegistries.IsEmpty,
            [.. rules.Remembered.Rows.Select(r => r.Id)], rules.Remembered.Brakes, !rules.Loaded.Staged.IsEmpty);
        var row = new RuleStateRow
        {
            Stamp = rules.Stamp,
            Ruleset = rules.Ruleset.Version,
            Day = rules.Day,
            RememberedStamp = rules.Remembered.Stamp,
            Files = hash,
            Rest = JsonSerializer.Serialize(rest, RuleStateJson.Default.RuleStateRest),
            At = time.GetUtcNow(),
        };
        db.RuleStates.Add(row);
        await db.SaveChangesAsync(cancel);
        return row;
    }

    /// <summary>Takes what is in force now for what it was when it is asked for later.</summary>
    public void Keep(long seq, RulesAt rules)
    {
        lock (_kept)
        {
            if (_kept.All(k => k.Seq != seq))
            {
                _kept.Insert(0, (seq, Frozen(rules)));
                _kept.RemoveRange(Math.Min(_kept.Count, MostKept), Math.Max(0, _kept.Count - MostKept));
            }
        }
    }

    /// <summary>As it was then; null where that cannot be had any more: files were broken, or a release was shown to a share of the articles.</summary>
    public async Task<RulesAt?> LoadAsync(long? seq, CancellationToken cancel)
    {
        if (seq is not { } wanted)
        {
            return null;
        }

        await _loading.WaitAsync(cancel);
        try
        {
            if (Kept(wanted) is { } kept)
            {
                return kept;
            }

            var built = await BuildAsync(wanted, cancel);
            if (built is not null)
            {
                Keep(wanted, built);
            }

            return built;
        }
        finally
        {
            _loading.Release();
        }
    }

    private RulesAt? Kept(long seq)
    {
        lock (_kept)
        {
            return _kept.Find(k => k.Seq == seq).Rules;
        }
    }

    private async Task<RulesAt?> BuildAsync(long seq, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var row = await db.RuleStates.AsNoTracking().SingleOrDefaultAsync(s => s.Seq == seq, cancel);
        if (row is null || JsonSerializer.Deserialize(row.Rest, RuleStateJson.Default.RuleStateRest) is not { IsBroken: false, IsStaged: false } rest
            || await db.RuleFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Hash == row.Files, cancel) is not { } stored
            || !TZConvert.TryGetTimeZoneInfo(rest.TimeZone, out var zone))
        {
            return null;
        }

        var files = JsonSerializer.Deserialize(PackedJson.Unpack(stored.Content), RuleStateJson.Default.SortedDictionaryStringString)!;
        var built = RulesetBuilder.Build(files, new RulesetSettings(zone, rest.Jurisdictions) { PublicUrl = rest.PublicUrl });
        if (built.Ruleset is not { } ruleset || !built.Errors.IsEmpty)
        {
            return null;
        }

        string[] ids = [.. rest.Remembered];
        var rows = await db.Remembered.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancel);
        var remembered = new RememberedExceptions(row.RememberedStamp, [.. rows], rest.Brakes);
        var loaded = new LoadedRuleset(ruleset, [], [], row.At);
        return new RulesAt(row.Stamp, loaded, row.Day, files, new ExceptionsInForce(new DayClock(row.Day, zone)) { Remembered = remembered });
    }

    /// <summary>What moderators remember changes in place: the past keeps what it was.</summary>
    private static RulesAt Frozen(RulesAt rules) =>
        rules with { Exceptions = new ExceptionsInForce(new DayClock(rules.Day, rules.Ruleset.TimeZone)) { Remembered = rules.Remembered } };

    /// <summary>Noon of one day, for ever.</summary>
    private sealed class DayClock(DateOnly day, TimeZoneInfo zone) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            var noon = day.ToDateTime(new TimeOnly(12, 0));
            return new DateTimeOffset(noon, zone.GetUtcOffset(noon)).ToUniversalTime();
        }
    }
}

/// <param name="IsBroken">Some files had errors: what served in their place is not in them.</param>
/// <param name="Remembered">Ids of what moderators remembered.</param>
/// <param name="Brakes">Steps of braked rules.</param>
/// <param name="IsStaged">A release was shown to a share of the articles.</param>
internal sealed record RuleStateRest(
    string TimeZone, string PublicUrl, ImmutableArray<string> Jurisdictions, bool IsBroken, ImmutableArray<string> Remembered, ImmutableSortedDictionary<string, int> Brakes, bool IsStaged);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RuleStateRest))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class RuleStateJson : JsonSerializerContext;
