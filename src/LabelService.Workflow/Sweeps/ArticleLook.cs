using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Checks;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Sweeps;

/// <summary>What a stored article must carry by the rules of one moment.</summary>
/// <param name="Found">Today, with the decisions heard that bind for it.</param>
/// <param name="Asked">What rules alone ask on the day that the article is about: for questions only. Null where that day is today.</param>
internal sealed record ArticleLook(CheckRequest Request, Ruleset Ruleset, EffectiveReport Found, CheckReport? Asked)
{
    /// <summary>Whether either day leaves something to a moderator.</summary>
    public bool IsPending => Comparison.IsPending(Found.Effective) || (Asked is not null && Comparison.IsPending(Asked));

    /// <returns>Null where there is nothing to check by.</returns>
    /// <exception cref="InvalidDataException">The stored request cannot be read.</exception>
    /// <exception cref="CheckRefusedException">The article cannot be checked.</exception>
    public static ArticleLook? Of(RulesAt rules, string site, byte[] submitted, IReadOnlyCollection<DecisionRow> binding) => Of(rules, site, Read(submitted), binding);

    public static ArticleLook? Of(RulesAt rules, string site, CheckRequest request, IReadOnlyCollection<DecisionRow> binding)
    {
        if (rules.Loaded.For(request.Article) is not { } ruleset)
        {
            return null;
        }

        var (plain, exceptions, today) = (request with { AsOf = null, Include = null }, rules.Exceptions.Of(ruleset, site), new AskedDay(rules.Day, DayOrigin.Today));
        var asked = AskedDays.Of(request, ruleset.TimeZone);
        var (first, second) = asked.Date == rules.Day
            ? (ArticleChecker.Check(plain, today, ruleset, exceptions), null)
            : ArticleChecker.Check(plain, today, asked, ruleset, exceptions);
        return new ArticleLook(request, ruleset, EffectiveReport.Of(first, plain, today, ruleset, exceptions, binding), second);
    }

    public static CheckRequest Read(byte[] submitted) => CheckRequestReader.ReadStored(PackedJson.Unpack(submitted));
}
