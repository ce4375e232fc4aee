using System.Collections.Immutable;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Articles;

namespace LabelService.Workflow.Examples;

/// <summary>
/// What test keys get for articles whose <c>externalId</c> is <c>example:OUTCOME</c>: the real engine over a fixed article and fixed rules,
/// or the failure by that name. Of the request only the id, <c>include</c> and <c>languages</c> count.
/// </summary>
internal sealed class ExampleService(RulesetSettings settings, TimeProvider time)
{
    public const string Prefix = "example:";
    private const string Ordinary = "compliant";
    private readonly Lazy<Ruleset> _rules = new(() => ExampleArticles.Rules(settings.PublicUrl));
    private ImmutableArray<ExampleView> _all;

    public static bool IsMeant(string? externalId) => externalId?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    public async ValueTask<Answer<CheckReport>> CheckAsync(CheckRequest request, CancellationToken cancel)
    {
        var found = await FindAsync(request.Article.ExternalId!, "$.article.externalId", cancel);
        return found.IsRefused ? found.Refusal : Check(found.Value.Request with { Include = request.Include, Languages = request.Languages });
    }

    /// <summary>What the article of an example must carry today.</summary>
    public async ValueTask<Answer<CurrentLabels>> LabelsAsync(string externalId, CancellationToken cancel)
    {
        var found = await FindAsync(externalId, "externalId", cancel);
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var report = ArticleChecker.Check(found.Value.Request, new AskedDay(today, DayOrigin.Today), _rules.Value, Exceptions.None);
        return CurrentLabels.Of(report, externalId, 1, isModerated: false, ZonedTime.Of(today.AddDays(1), TimeZoneInfo.Utc), includePending: false);
    }

    /// <summary>All examples, with the articles that stand for them and what comes of each.</summary>
    public ImmutableArray<ExampleView> All()
    {
        if (_all.IsDefault)
        {
            var articles = ExampleArticles.All.Values.Select(a => new ExampleView(a.Request.Article.ExternalId!, a.Says, null, Check(a.Request).Verdict, a.Request));
            var failures = ExampleFailures.All.Values.Select(f => new ExampleView(Prefix + f.Outcome, f.Says, f.Refusal.Code, null, null));
            var slow = new ExampleView(Prefix + ExampleFailures.Slow, $"The answer to {Prefix}{Ordinary}, after {ExampleFailures.Delay.TotalSeconds} seconds.", null, Verdict.Compliant, null);
            _all = [.. articles.Concat(failures).Append(slow).OrderBy(e => e.ExternalId, StringComparer.Ordinal)];
        }

        return _all;
    }

    private CheckReport Check(CheckRequest request) =>
        ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), _rules.Value, Exceptions.None);

    /// <param name="path">Where the id stands in what was sent.</param>
    private async ValueTask<Answer<ExampleArticle>> FindAsync(string externalId, string path, CancellationToken cancel)
    {
        var outcome = externalId[Prefix.Length..];
        if (ExampleFailures.All.TryGetValue(outcome, out var failure))
        {
            return failure.Refusal;
        }

        if (outcome == ExampleFailures.Slow)
        {
            await Task.Delay(ExampleFailures.Delay, time, cancel);
            outcome = Ordinary;
        }

        return ExampleArticles.All.TryGetValue(outcome, out var article)
            ? article
            : Refusal.Invalid(path, $"is no example; there are {string.Join(", ", All().Select(e => e.ExternalId))}.");
    }
}

/// <summary>One thing that a test key can ask for.</summary>
/// <param name="Code">Of the problem that comes; null where a check is answered.</param>
/// <param name="Verdict">Of the answer; null where a problem comes.</param>
/// <param name="Request">The article by which the example is judged, and the day; null where there is none of its own.</param>
public sealed record ExampleView(string ExternalId, string Says, string? Code, Verdict? Verdict, CheckRequest? Request);
