using System.Collections.Immutable;
using System.Globalization;
using LabelService.Engine.Facts;
using LabelService.Engine.Labelling;
using LabelService.Engine.Model;
using LabelService.Engine.Reconciling;
using LabelService.Engine.Requiring;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Checking;

/// <summary>Puts the answer together.</summary>
internal static class ReportWriter
{
    public static CheckReport Write(
        ArticleFacts facts, AskedDay day, Requirements requirements, Reconciled reconciled, Ruleset ruleset, Exceptions exceptions)
    {
        var request = facts.Request;
        var language = ReportLanguage.Of(request, facts.Article.Language);
        var writer = new DisclosureWriter(facts, day, ruleset);
        var explanations = new Explanations(language, day, ruleset);
        ImmutableArray<AgeRatingReport> ages = [.. reconciled.Ages.Select(a => Age(a, explanations, writer))];
        ImmutableArray<FlagReport> flags = [.. requirements.Flags.Select(f => Flag(f, language))];
        var coverage = CoverageJudge.Judge(request, day, ruleset, language);
        return new CheckReport
        {
            Verdict = Verdicts.Of(
                reconciled.Disclosures.Select(d => d.Status).Concat(reconciled.Ages.Select(a => a.Status)), flags.Select(f => f.Action), coverage.CouldNotCheck),
            AsOf = day,
            Article = new ArticleSummary(request.Article.ExternalId, ContentHash.Of(request.Article), facts.Parts.Title, facts.Article.Language),
            Source = facts.Source,
            Quoted = facts.Quoted,
            AgeRating = ages.IsEmpty ? null : ages[0],
            AgeRatings = ages.Length > 1 ? ages[1..] : null,
            Disclosures = [.. reconciled.Disclosures.Select(writer.Write)],
            Flags = flags,
            Labelled = request.Includes(ReportPart.Labelled) ? Labeller.Label(facts, reconciled, writer) : null,
            Trace = request.Includes(ReportPart.Trace) ? requirements.Trace : null,
            NearMisses = request.Includes(ReportPart.NearMisses) ? facts.NearMisses : null,
            Coverage = coverage.Coverage,
            Notices = [.. coverage.Notices, .. AnswerNotices.Of(request, requirements, language)],
            Ruleset = ruleset.Reference with { Exceptions = exceptions.Version },
            Shadow = requirements.Shadow,
            UsedExceptions = facts.UsedExceptions,
            IsIncomplete = coverage.CouldNotCheck,
        };
    }

    private static AgeRatingReport Age(ReconciledAge age, Explanations explanations, DisclosureWriter writer) => new(
        age.Value, age.Scale, age.Status, [.. age.Demands.Select(d => d.Rule.Id).Distinct(StringComparer.Ordinal)], [.. age.Marks.Select(m => m.Evidence)])
    {
        Declared = age.Declared,
        Why = explanations.WhyAge(age),
        Html = writer.AgeMarks(age),
    };

    private static FlagReport Flag(FlagDemand flag, string language) => new(
        flag.Rule.Id, flag.What.Action,
        flag.What.Why.GetValueOrDefault(language) ?? flag.What.Why.GetValueOrDefault("en") ?? flag.What.Why.Values.FirstOrDefault() ?? flag.Rule.Id,
        flag.Evidence);
}

/// <summary>Notices about the request and the rules, besides those about coverage.</summary>
internal static class AnswerNotices
{
    public static IEnumerable<Notice> Of(CheckRequest request, Requirements requirements, string language)
    {
        var russian = language == "ru";
        foreach (var name in UnknownFields(request).Order(StringComparer.Ordinal).Take(20))
        {
            yield return new Notice("unknown-field", russian ? $"Поле «{name}» не входит в контракт и не учтено." : $"The field \"{name}\" is not part of the contract and was not read.");
        }

        foreach (var rule in requirements.Unverified.DistinctBy(r => r.Id))
        {
            var day = rule.WordingVerifiedUntil!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return new Notice("wording-unverified", russian
                ? $"Формулировка правила {rule.Id} сверена с источником по {day}; для более поздних дней её нужно проверить."
                : $"The wording of rule {rule.Id} was verified in a source up to {day}; for later days it needs checking.");
        }
    }

    private static IEnumerable<string> UnknownFields(CheckRequest request)
    {
        foreach (var name in request.Unknown?.Keys.AsEnumerable() ?? [])
        {
            yield return name;
        }

        foreach (var name in request.Article.Unknown?.Keys.AsEnumerable() ?? [])
        {
            yield return "article." + name;
        }
    }
}
