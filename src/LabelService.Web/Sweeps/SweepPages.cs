using System.Collections.Immutable;
using System.Globalization;
using LabelService.Engine.Model;
using LabelService.Web.Playground;
using LabelService.Workflow.Sweeps;

namespace LabelService.Web.Sweeps;

internal abstract record SweepPage(PageLook Look) : ToldPage(Look, SweepPage.Texts)
{
    public const string Texts = "sweeps";

    /// <summary>With the spaces by which people read long numbers.</summary>
    public static string Number(long count) => count.ToString("N0", Grouping);

    public string State(SweepReport sweep) => Text(sweep.Paused ? "sweeps.state.paused" : $"sweeps.state.{Kebab<SweepPhase>.Word(sweep.State)}");

    public static string Colour(SweepReport sweep) => sweep switch
    {
        { Paused: true } or { State: SweepPhase.Waiting } => "open",
        { State: SweepPhase.Cancelled } => "bad",
        { State: SweepPhase.Done } => "good",
        _ => "idle",
    };

    /// <summary>Why there is the sweep, in a sentence.</summary>
    public string Why(SweepReport sweep) => sweep.Scope switch
    {
        SweepScope.Late => Text("sweeps.why.late"),
        _ when sweep.Cause.IsEmpty => Text(sweep.Scope == SweepScope.All ? "sweeps.why.all" : "sweeps.why.asked", ("who", sweep.CreatedBy)),
        _ => string.Join(" · ", Reasons(sweep.Cause)),
    };

    private static readonly NumberFormatInfo Grouping = new() { NumberGroupSeparator = "\u202F", NumberGroupSizes = [3] };

    private IEnumerable<string> Reasons(SweepCause cause)
    {
        if (cause.Day is { } day)
        {
            yield return Text("sweeps.why.day", ("day", Day(day)));
        }

        foreach (var (key, count, names) in new[]
        {
            ("added", cause.Counts.Added, cause.Added.Select(e => e.Name)), ("ended", cause.Counts.Ended, cause.Ended.Select(e => e.Name)),
            ("changed", cause.Counts.Changed, cause.Changed.Select(e => e.Name)), ("rules", cause.Counts.Rules, cause.Rules.Select(r => r.Id)),
            ("exceptions", cause.Counts.Exceptions, cause.Exceptions),
        })
        {
            if (count > 0)
            {
                yield return $"{Text($"sweeps.why.{key}")}: {Named(names, count)}";
            }
        }

        foreach (var whole in cause.Whole)
        {
            yield return whole is "first" or "unknown" ? Text($"sweeps.why.{whole}") : Text("sweeps.why.whole", ("what", whole));
        }
    }

    private string Named(IEnumerable<string> names, int count)
    {
        string[] shown = [.. names.Take(3)];
        return string.Join(", ", shown) + (count > shown.Length ? " " + Text("sweeps.more", ("count", Number(count - shown.Length))) : "");
    }
}

internal sealed record SweepListPage(PageLook Look, SweepList List) : SweepPage(Look);

internal sealed record SweepShownPage(PageLook Look, SweepReport Sweep) : SweepPage(Look)
{
    public string Address => $"/sweeps/{Sweep.Id}";

    public bool IsOpen => Sweep.FinishedAt is null;

    public bool IsRunning => IsOpen && Sweep is { Paused: false, State: not SweepPhase.Waiting };

    /// <summary>Of a step that is under way, how much is done.</summary>
    public (long Done, long All) Progress => Sweep.State == SweepPhase.Applying ? (Math.Min(Sweep.Applied, Sweep.Counts.Changed), Sweep.Counts.Changed) : (Sweep.Looked, Sweep.Candidates ?? 0);

    public IEnumerable<(string Key, long Count)> Counts =>
        [("newly-missing", Sweep.Counts.NewlyMissing), ("newly-unneeded", Sweep.Counts.NewlyUnneeded), ("changed", Sweep.Counts.Otherwise), ("pending", Sweep.Counts.Pending), ("failed", Sweep.Counts.Failed)];

    /// <summary>One side of a difference: a status in the page's language, with an age before it where there is one; texts as they are.</summary>
    public string Said(string? side)
    {
        if (side is null)
        {
            return Text("sweeps.nothing");
        }

        var (lead, word) = side.LastIndexOf(' ') is >= 0 and var at ? (side[..(at + 1)], side[(at + 1)..]) : ("", side);
        return Kebab<DisclosureStatus>.TryParse(word, out _) ? lead + Text($"desk.status.{word}") : side;
    }

    public string Effects(SweepResult result) => string.Join(", ", result.Effects.Select(e => Text($"sweeps.effect.{e}")));
}

internal sealed class SweepForm
{
    public string? Scope { get; set; }

    /// <summary>Present where it is no dry run.</summary>
    public string? Real { get; set; }
}
