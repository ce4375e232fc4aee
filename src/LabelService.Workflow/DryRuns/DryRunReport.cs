using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LabelService.Engine.Model;

namespace LabelService.Workflow.DryRuns;

/// <summary>What a candidate would change on the articles it was tried on.</summary>
/// <param name="Articles">Articles looked at.</param>
/// <param name="Refused">Of these, articles that cannot be checked at all, by neither ruleset.</param>
/// <param name="Complete">False where the time or number of articles allowed ended first.</param>
/// <param name="ReviewsOpened">Articles that a moderator would have to look at, and has not to now.</param>
/// <param name="Rules">The rules of the candidate pack: how often each spoke.</param>
/// <param name="ChangedArticles">By externalId, else address, else <c>#</c> and the place in the order given; the first thousand.</param>
public sealed record DryRunReport(
    string RulesetBefore, string RulesetAfter, int Articles, int Refused, bool Complete, int Changed, int ReviewsOpened, int ReviewsClosed,
    VerdictCounts Before, VerdictCounts After, ImmutableArray<RuleEffect> Rules, ImmutableArray<string> ChangedArticles, ImmutableArray<ArticleChange> Samples)
{
    private const int MostNamed = 1000;
    private const int MostSamples = 100;

    /// <summary>The figures alone, for people who may not see each other's articles.</summary>
    internal DryRunReport WithoutArticles() => this with { ChangedArticles = [], Samples = [] };

    /// <summary>Two accounts as one; the rulesets are those of the later.</summary>
    internal DryRunReport Plus(DryRunReport later) => later with
    {
        Articles = Articles + later.Articles,
        Refused = Refused + later.Refused,
        Changed = Changed + later.Changed,
        ReviewsOpened = ReviewsOpened + later.ReviewsOpened,
        ReviewsClosed = ReviewsClosed + later.ReviewsClosed,
        Before = Before.Plus(later.Before),
        After = After.Plus(later.After),
        Rules = [.. later.Rules.Select(r => Rules.FirstOrDefault(e => e.Rule == r.Rule) is { } earlier ? new RuleEffect(r.Rule, r.Fired + earlier.Fired, r.FiredBefore + earlier.FiredBefore) : r)],
        ChangedArticles = [.. ChangedArticles.Concat(later.ChangedArticles).Distinct(StringComparer.Ordinal).Take(MostNamed)],
        Samples = [.. later.Samples.Concat(Samples).Take(MostSamples)],
    };
}

public sealed record VerdictCounts(int Compliant, int ActionRequired, int NeedsReview)
{
    public static readonly VerdictCounts None = new(0, 0, 0);

    public VerdictCounts Plus(VerdictCounts other) => new(Compliant + other.Compliant, ActionRequired + other.ActionRequired, NeedsReview + other.NeedsReview);

    public VerdictCounts With(Verdict verdict) => verdict switch
    {
        Verdict.Compliant => this with { Compliant = Compliant + 1 },
        Verdict.ActionRequired => this with { ActionRequired = ActionRequired + 1 },
        _ => this with { NeedsReview = NeedsReview + 1 },
    };
}

/// <param name="Fired">On how many of the articles it spoke: by the candidate, and by the rules in force.</param>
public sealed record RuleEffect(string Rule, int Fired, int FiredBefore);

/// <summary>One article and how it would change.</summary>
public sealed record ArticleChange(string Article, string? Title, Verdict Before, Verdict After, ImmutableArray<Difference> Differences);

/// <param name="Name">The type of the disclosure, the scale of the age mark, or the rule of the flag.</param>
/// <param name="Before">The status, or the text where only the wording differs; null where there was nothing.</param>
public sealed record Difference(DifferenceKind Kind, string Name, string? Rule, string? Jurisdiction, string? Subject, string? Before, string? After);

[JsonConverter(typeof(KebabEnumConverter<DifferenceKind>))]
public enum DifferenceKind { Disclosure, Wording, Age, Flag }
