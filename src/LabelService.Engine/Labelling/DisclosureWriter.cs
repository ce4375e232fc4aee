using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Labelling.Forms;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Reconciling;
using LabelService.Engine.Requiring;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Labelling;

/// <summary>Writes reconciled disclosures as the answer shows them: texts, law, evidence and a reason in plain words.</summary>
internal sealed class DisclosureWriter(ArticleFacts facts, AskedDay day, Ruleset ruleset)
{
    private static readonly ImmutableSortedDictionary<string, string> NoTexts = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private readonly string _language = ReportLanguage.Of(facts.Request, facts.Article.Language);
    private readonly Explanations _words = new(ReportLanguage.Of(facts.Request, facts.Article.Language), day, ruleset);
    private readonly NoticeTexts _texts = NoticeTexts.Of(ruleset);

    public string PublicUrl => ruleset.PublicUrl;

    public DisclosureReport Write(ReconciledDisclosure disclosure) =>
        disclosure.Demand is { } demand ? Required(disclosure, demand) : Unneeded(disclosure.Notices[0]);

    /// <summary>The notice of a demand in one language, or null where the rule has none in it.</summary>
    public NoticeText? Notice(DisclosureDemand demand, string language) => _texts.Find(demand, language, facts.Request.Article);

    /// <summary>In which languages a labelled article says it: the official one first, then its own.</summary>
    public string[] Languages(DisclosureRequirement what)
    {
        var own = ReportLanguage.Primary(facts.Article.Language ?? "en");
        return what.OfficialLanguage is { } official && official != own ? [official, own] : [own];
    }

    /// <summary>The mark as the labelled article shows it.</summary>
    public string AgeMark(ReconciledAge age) => AgeMark(age, facts.Article.Language ?? "en");

    /// <summary>The same in each language asked for, else in the article's own; null where no mark is to be added.</summary>
    public IReadOnlyDictionary<string, string>? AgeMarks(ReconciledAge age)
    {
        if (age.Status is not (DisclosureStatus.Missing or DisclosureStatus.Incorrect))
        {
            return null;
        }

        var own = facts.Article.Language ?? "en";
        return Asked(null).Distinct(StringComparer.Ordinal)
            .ToImmutableSortedDictionary(l => l, l => AgeMark(age, l == ReportLanguage.Primary(own) ? own : l), StringComparer.Ordinal);
    }

    private string AgeMark(ReconciledAge age, string language)
    {
        var pack = ruleset.Packs.First(p => p.AgeScales.Any(s => s.Id == age.Scale));
        return new LabelMarkup(ruleset.PublicUrl).AgeMark(age.Value, age.Scale, pack.Jurisdiction, language);
    }

    /// <summary>Paths of what the text needs and the article does not give.</summary>
    public ImmutableArray<string> Needs(DisclosureDemand demand) =>
        [.. demand.What.Needs.IsDefaultOrEmpty ? [] : demand.What.Needs.Where(path => !Attributes.Has(facts.Request.Article, path))];

    private DisclosureReport Required(ReconciledDisclosure disclosure, DisclosureDemand demand)
    {
        var (text, html) = Texts(demand);
        return new DisclosureReport
        {
            Id = demand.Id,
            Type = demand.What.Type,
            Rule = demand.Rule.Id,
            Jurisdiction = demand.Rule.Jurisdiction,
            Status = disclosure.Status,
            Subjects = demand.Subject is { } s ? [Subject(s)] : [],
            OfficialLanguage = demand.What.OfficialLanguage,
            Text = text,
            Html = html,
            Forms = facts.Request.Includes(ReportPart.Forms) ? Forms(html) : null,
            Needs = Needs(demand),
            Placement = demand.What.Placement,
            Presentation = demand.What.Presentation?.In(_language),
            LegalBasis = [.. demand.Rule.Basis.Select(b => b.In(_language))],
            Confidence = Math.Round(demand.Confidence, 2),
            Why = _words.Why(disclosure),
            Evidence = [.. disclosure.Notices.Select(n => n.Evidence), .. demand.Evidence],
            Pending = Pending(disclosure),
        };
    }

    private static PendingReason? Pending(ReconciledDisclosure disclosure) => disclosure.Status != DisclosureStatus.Pending ? null
        : disclosure.Reason switch
        {
            StatusReason.UncertainWho => PendingReason.WhoIsMeant,
            StatusReason.NotFoundEndedOnly => PendingReason.DayUnknown,
            StatusReason.RuleBraked => PendingReason.RuleBraked,
            _ => PendingReason.RuleAsks,
        };

    private DisclosureReport Unneeded(NoticeFact notice) => new()
    {
        Id = DisclosureId.Of(notice.Form.Id, notice.Form.Jurisdiction, notice.Subjects.IsEmpty ? notice.SubjectText : notice.Subjects[0].Id),
        Type = notice.Form.Type,
        Jurisdiction = notice.Form.Jurisdiction,
        Status = DisclosureStatus.Unneeded,
        Confidence = 0.95,
        Why = _words.WhyUnneeded(notice),
        Evidence = [notice.Evidence],
    };

    private (ImmutableSortedDictionary<string, string> Text, ImmutableSortedDictionary<string, string> Html) Texts(DisclosureDemand demand)
    {
        var (text, html) = (NoTexts, NoTexts);
        foreach (var language in Asked(demand.What.OfficialLanguage))
        {
            if (Notice(demand, language) is { } notice)
            {
                text = text.SetItem(language, notice.Text);
                html = html.SetItem(language, notice.Html);
            }
        }

        return (text, html);
    }

    private static DisclosureForms Forms(ImmutableSortedDictionary<string, string> html)
    {
        ImmutableSortedDictionary<string, string> In(Func<string, string> write) => html.ToImmutableSortedDictionary(h => h.Key, h => write(h.Value), StringComparer.Ordinal);
        return new DisclosureForms(In(MarkdownForm.Write), In(AmpForm.Write), In(EmailForm.Write));
    }

    /// <summary>The languages asked for, else the official one and the article's own.</summary>
    private IEnumerable<string> Asked(string? official)
    {
        if (facts.Request.Languages is { IsDefaultOrEmpty: false } asked)
        {
            return asked.Select(ReportLanguage.Primary);
        }

        var own = ReportLanguage.Primary(facts.Article.Language ?? "en");
        return official is null ? [own] : [official, own];
    }

    private SubjectReport Subject(Packs.Conditions.SubjectMatch match)
    {
        var entity = match.Fact.Entity;
        var name = _language == "en" ? entity.NameEn ?? entity.Name : entity.Name;
        return new SubjectReport(entity.Id, entity.Registry, name, match.Fact.Role, match.Listing.From, match.Listing.Until) { RegisteredName = entity.Name };
    }
}
