using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Requiring;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Reconciling;

/// <summary>Holds what is required against what the article carries.</summary>
internal static class Reconciler
{
    public static Reconciled Reconcile(ArticleFacts facts, Requirements requirements, Ruleset ruleset)
    {
        var applicable = facts.Notices.Where(n => Jurisdictions.Apply(facts.Request, ruleset, n.Form.Jurisdiction)).ToList();
        var groups = requirements.Disclosures.GroupBy(d => d.Key).Select(DemandGroup.Of).ToList();
        var unused = new HashSet<NoticeFact>(applicable, ReferenceEqualityComparer.Instance);
        var met = groups.ToDictionary(g => g, g => Meet(g, applicable, unused));
        foreach (var group in groups.Where(g => CanTakeOver(met[g])))
        {
            met[group] = TakeOver(group, met[group], unused);
        }

        // Words of jurisdiction any answer no law: an article that says more than it must is not at fault.
        var left = applicable.Where(n => unused.Contains(n) && n.Form.Jurisdiction != Jurisdictions.Any)
            .Select(n => new ReconciledDisclosure(null, DisclosureStatus.Unneeded, StatusReason.NothingRequires, [n]));
        return new Reconciled([.. groups.Select(g => met[g]), .. left], AgeRatings.Reconcile(facts, requirements, ruleset));
    }

    private static ReconciledDisclosure Meet(DemandGroup group, List<NoticeFact> notices, HashSet<NoticeFact> unused)
    {
        var ofIt = notices.Where(group.IsAbout).ToImmutableArray();
        unused.ExceptWith(ofIt);
        foreach (var notice in ofIt)
        {
            if (group.Accepts(notice) && group.StandsRight(notice))
            {
                // The good one first; the others are further evidence of the same disclosure.
                var reason = notice.Form.Language == group.Newest.What.OfficialLanguage || group.Newest.What.OfficialLanguage is null
                    ? StatusReason.Found
                    : StatusReason.FoundTranslated;
                return new ReconciledDisclosure(group.Newest, DisclosureStatus.Present, reason, [notice, .. ofIt.Where(n => n != notice)]);
            }
        }

        return ofIt.IsEmpty
            ? Unmet(group)
            : new ReconciledDisclosure(
                group.Newest, DisclosureStatus.Incorrect, ofIt.Any(group.Accepts) ? StatusReason.WrongPlace : StatusReason.WrongWording, ofIt);
    }

    private static ReconciledDisclosure Unmet(DemandGroup group) => group switch
    {
        { Certain: false } => new(group.Newest, DisclosureStatus.Pending, StatusReason.UncertainWho, []),
        { Newest: { Braked: true, IsApproved: false } } => new(group.Newest, DisclosureStatus.Pending, StatusReason.RuleBraked, []),
        { Newest: { What.Review: true, IsApproved: false } } => new(group.Newest, DisclosureStatus.Pending, StatusReason.RuleAsksForReview, []),
        { EndedOnly: true } => new(group.Newest, DisclosureStatus.Pending, StatusReason.NotFoundEndedOnly, []),
        _ => new(group.Newest, DisclosureStatus.Missing, StatusReason.NotFound, []),
    };

    private static bool CanTakeOver(ReconciledDisclosure disclosure) =>
        disclosure.Reason is StatusReason.NotFound or StatusReason.NotFoundEndedOnly;

    /// <summary>A notice whose named body nothing requires stands where the required one should: one disclosure, incorrect.</summary>
    private static ReconciledDisclosure TakeOver(DemandGroup group, ReconciledDisclosure unmet, HashSet<NoticeFact> unused)
    {
        var notice = unused.Where(n => group.IsOfType(n) && group.HasShapeOf(n)).MinBy(n => (n.Field, n.Start));
        if (notice is null)
        {
            return unmet;
        }

        unused.Remove(notice);
        return unmet with { Status = DisclosureStatus.Incorrect, Reason = StatusReason.WrongSubject, Notices = [notice] };
    }
}

/// <summary>
/// All demands for one type, jurisdiction and subject in its strongest role, a certain one before any that is not: the versions of one duty.
/// </summary>
internal sealed record DemandGroup(ImmutableArray<DisclosureDemand> Versions)
{
    /// <summary>The newest version, whose wording is offered.</summary>
    public DisclosureDemand Newest => Versions[0];

    public bool Certain => Versions.Any(v => v.Certain);

    public bool EndedOnly => Versions.All(v => v.EndedOnly);

    public static DemandGroup Of(IEnumerable<DisclosureDemand> demands)
    {
        var all = demands.ToList();
        all = all.Exists(d => d.Certain) ? all.FindAll(d => d.Certain) : all;
        var strongest = all.Min(d => d.Strength);
        return new DemandGroup([.. all.Where(d => d.Strength == strongest).OrderByDescending(d => d.Rule.From ?? DateOnly.MinValue)]);
    }

    /// <summary>Words that a pack of jurisdiction any recognises serve every jurisdiction: one line satisfies all that ask for it.</summary>
    public bool IsOfType(NoticeFact notice) =>
        notice.Form.Type == Newest.What.Type && (notice.Form.Jurisdiction == Newest.Rule.Jurisdiction || notice.Form.Jurisdiction == Jurisdictions.Any);

    /// <summary>Of this type and naming this subject; a statement that names nobody speaks of every subject whose notice is a statement.</summary>
    public bool IsAbout(NoticeFact notice) => IsOfType(notice)
        && (Newest.Subject is null || (notice.SubjectText is null ? HasShapeOf(notice) : notice.Subjects.Any(e => e.Id == Newest.Subject.Fact.Entity.Id)));

    /// <summary>Wording is judged in the official language only; any version's satisfies.</summary>
    public bool Accepts(NoticeFact notice) => Versions.Any(v =>
        notice.Form.Language != v.What.OfficialLanguage || v.What.Accepts.IsDefaultOrEmpty || v.What.Accepts.Contains(notice.Form.Id));

    public bool StandsRight(NoticeFact notice) =>
        Newest.What.Placement != Placement.BeforeBody || !IsSentence(notice) || notice.BeforeBody;

    /// <summary>A sentence can stand in for a sentence, a remark behind a name only for another such remark.</summary>
    public bool HasShapeOf(NoticeFact notice) => IsSentence(notice) == (Newest.What.Placement != Placement.AtMention);

    private static bool IsSentence(NoticeFact notice) => notice.Form.Shape is NoticeShape.Statement or NoticeShape.Line;
}
