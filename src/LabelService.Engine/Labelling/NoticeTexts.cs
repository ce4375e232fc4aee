using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Registries;
using LabelService.Engine.Requiring;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Labelling;

/// <summary>A notice in one language, plain and as markup.</summary>
internal sealed record NoticeText(string Text, string Html, string Language)
{
    /// <summary>Behind a name, where several share a bracket: this one alone, without it; empty for a statement.</summary>
    public string Part { get; init; } = "";

    /// <summary>The same for a name that is a link itself.</summary>
    public string PartWithoutLink { get; init; } = "";
}

/// <summary>
/// Renders notices, each once for its subject: the text hangs on rule and register alone, and a Russian name takes longer to decline than the
/// rest of an answer to write. Forgotten with the ruleset. A text that reads the article is rendered each time.
/// </summary>
internal sealed class NoticeTexts(LabelMarkup markup)
{
    /// <summary>More than the subjects that a newsroom writes about; what comes then is rendered each time.</summary>
    private const int MaximumKept = 10_000;

    private static readonly ConditionalWeakTable<Ruleset, NoticeTexts> OfRulesets = [];
    private readonly ConcurrentDictionary<Key, NoticeText> _texts = new();

    public static NoticeTexts Of(Ruleset ruleset) => OfRulesets.GetValue(ruleset, static r => new NoticeTexts(new LabelMarkup(r.PublicUrl)));

    /// <returns>Null where the rule has no text in this language.</returns>
    public NoticeText? Find(DisclosureDemand demand, string language, Article article)
    {
        if (demand.Edited?.GetValueOrDefault(language) is { } edited)
        {
            return Make(edited, demand, language);
        }

        if (!demand.What.Text.TryGetValue(language, out var template))
        {
            return null;
        }

        var key = new Key(demand.What, demand.Subject?.Fact.Entity, demand.Subject?.Listing, language);
        if (_texts.TryGetValue(key, out var known))
        {
            return known;
        }

        var text = template.Render(new TemplateInput(key.Subject, key.Listing, article, language)).Trim();
        var made = Make(text, demand, language);
        if (!ReadsArticle(template) && _texts.Count < MaximumKept)
        {
            _texts.TryAdd(key, made);
        }

        return made;
    }

    private NoticeText Make(string text, DisclosureDemand demand, string language) => demand.What.Placement == Placement.AtMention
        ? Remark(text, demand, language)
        : new NoticeText(text, markup.Statement(text, demand.What, demand.Rule.Jurisdiction, language), language);

    /// <summary>The bracket is ours, since several texts may share it.</summary>
    private NoticeText Remark(string text, DisclosureDemand demand, string language)
    {
        var bare = text is ['(', .., ')'] ? text[1..^1].Trim() : text;
        var part = markup.RemarkPart(bare, demand.What, demand.Rule.Jurisdiction, language);
        return new NoticeText(bare, LabelMarkup.Remark([part], language), language)
        {
            Part = part,
            PartWithoutLink = markup.RemarkPart(bare, demand.What, demand.Rule.Jurisdiction, language, isLinked: false),
        };
    }

    /// <summary>Whether it may; the word alone may stand in a text too.</summary>
    private static bool ReadsArticle(NoticeTemplate template) => template.Source.Contains("article", StringComparison.OrdinalIgnoreCase);

    /// <summary>Requirement and subject are known by their place in memory: their content need not be compared.</summary>
    private readonly record struct Key(DisclosureRequirement What, Entity? Subject, Listing? Listing, string Language)
    {
        public bool Equals(Key other) => ReferenceEquals(What, other.What) && ReferenceEquals(Subject, other.Subject)
            && Language == other.Language && Listing == other.Listing;

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(What), RuntimeHelpers.GetHashCode(Subject), Language);
    }
}
