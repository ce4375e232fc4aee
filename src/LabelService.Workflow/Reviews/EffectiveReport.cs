using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Requiring;
using LabelService.Engine.Rulesets;

namespace LabelService.Workflow.Reviews;

/// <summary>What rules alone say of an article, and what holds once the decisions that bind for it are heard.</summary>
/// <param name="Heard">The decisions that still fit: their words are there, unchanged.</param>
internal sealed record EffectiveReport(CheckReport Plain, CheckReport Effective, ImmutableArray<DecisionRow> Heard)
{
    /// <param name="binding">All decisions that bind for the article.</param>
    /// <exception cref="CheckRefusedException">The article cannot be read.</exception>
    public static EffectiveReport Of(CheckRequest request, AskedDay day, Ruleset ruleset, Exceptions exceptions, IReadOnlyCollection<DecisionRow> binding) =>
        Of(ArticleChecker.Check(request, day, ruleset, exceptions), request, day, ruleset, exceptions, binding);

    /// <param name="plain">What rules alone say, where that is known already.</param>
    public static EffectiveReport Of(
        CheckReport plain, CheckRequest request, AskedDay day, Ruleset ruleset, Exceptions exceptions, IReadOnlyCollection<DecisionRow> binding)
    {
        if (binding.Count == 0)
        {
            return new EffectiveReport(plain, plain, []);
        }

        var bases = Bases(plain);
        ImmutableArray<DecisionRow> heard = [.. binding.Where(d => bases.TryGetValue(d.DisclosureId, out var basis) && basis == d.Basis)];
        if (heard.IsEmpty)
        {
            return new EffectiveReport(plain, plain, []);
        }

        var wordings = heard.Any(d => d.Text is not null)
            ? plain.Disclosures.DistinctBy(d => d.Id).ToDictionary(d => d.Id, Questions.WordingOf, StringComparer.Ordinal)
            : [];
        var rulings = new Rulings(heard.OrderBy(d => d.At).GroupBy(d => d.DisclosureId, StringComparer.Ordinal)
            .ToFrozenDictionary(d => d.Key, d => RulingOf(d.Last(), wordings), StringComparer.Ordinal));
        return new EffectiveReport(plain, ArticleChecker.Check(request, day, ruleset, exceptions, rulings), heard);
    }

    private static Dictionary<string, string> Bases(CheckReport report)
    {
        var bases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var disclosure in report.Disclosures)
        {
            bases.TryAdd(disclosure.Id, Questions.BasisOf(disclosure));
        }

        foreach (var age in report.AllAges)
        {
            bases.TryAdd(Questions.IdOf(age), Questions.BasisOf(age));
        }

        return bases;
    }

    /// <summary>Where the rule words it otherwise by now, its own words stand: what was edited kept to others.</summary>
    private static Ruling RulingOf(DecisionRow decision, Dictionary<string, string> wordings) => new(
        decision.Action != Kebab<DecisionAction>.Word(DecisionAction.Reject),
        decision.Text is { } text && (decision.Wording is null || decision.Wording == wordings.GetValueOrDefault(decision.DisclosureId)) ? JsonSerializer.Deserialize(text, ReviewJson.Default.ImmutableSortedDictionaryStringString) : null);
}
