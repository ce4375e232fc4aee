using System.Collections.Concurrent;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;

namespace LabelService.Workflow.Rulesets;

/// <summary>The exceptions that hold today, and how often each has decided something since the start.</summary>
internal sealed class ExceptionsInForce(TimeProvider time)
{
    private const int MostSites = 10_000;
    private readonly ConcurrentDictionary<string, Use> _uses = new(StringComparer.Ordinal);
    private Held _held = new(Exceptions.None, default, Exceptions.None);
    private volatile RememberedExceptions _remembered = RememberedExceptions.None;
    private readonly ConcurrentDictionary<string, OfSite> _sites = new(StringComparer.Ordinal);

    /// <summary>What moderators remembered, and rules that are braked.</summary>
    public RememberedExceptions Remembered
    {
        get => _remembered;
        set => _remembered = value;
    }

    /// <summary>The same with what the moderators of a site remembered; without a site, only what stands in the file.</summary>
    public Exceptions Of(Ruleset ruleset, string site)
    {
        var (file, remembered) = (Of(ruleset), _remembered);
        if (remembered.IsEmpty)
        {
            return file;
        }

        var today = Today(ruleset);
        if (_sites.TryGetValue(site, out var known) && known.File == file && known.Remembered == remembered && known.Day == today)
        {
            return known.All;
        }

        var all = remembered.Over(file, site, today);
        if (_sites.Count < MostSites)
        {
            _sites[site] = new OfSite(file, remembered, today, all);
        }

        return all;
    }

    /// <summary>The exceptions beside a ruleset without those that have ended, by the day of its time zone.</summary>
    public Exceptions Of(Ruleset ruleset)
    {
        var held = _held;
        var today = Today(ruleset);
        if (!ReferenceEquals(held.All, ruleset.Exceptions) || held.Day != today)
        {
            _held = held = new Held(ruleset.Exceptions, today, ruleset.Exceptions.On(today));
        }

        return held.Left;
    }

    public DateOnly Today(Ruleset ruleset) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), ruleset.TimeZone).DateTime);

    public void Count(CheckReport report)
    {
        foreach (var id in report.UsedExceptions)
        {
            var now = time.GetUtcNow();
            _uses.AddOrUpdate(id, new Use(1, now), (_, use) => new Use(use.Times + 1, now));
        }
    }

    /// <summary>How often an exception decided something since the start, and when last; null where it did not.</summary>
    public Use? UseOf(string id) => _uses.TryGetValue(id, out var use) ? use : null;

    internal sealed record Use(long Times, DateTimeOffset Last);

    private sealed record OfSite(Exceptions File, RememberedExceptions Remembered, DateOnly Day, Exceptions All);

    private sealed record Held(Exceptions All, DateOnly Day, Exceptions Left);
}
