using System.Collections.Immutable;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;

namespace LabelService.Workflow.DryRuns;

/// <summary>Checks articles by two rulesets and keeps account of what differs. One thread.</summary>
/// <param name="pack">The candidate, whose rules are counted.</param>
internal sealed class Trial(Ruleset before, Ruleset after, Exceptions exceptions, string pack, int samples)
{
    private const int MostNamed = 1000;
    private readonly ImmutableArray<string>.Builder _changedArticles = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<ArticleChange>.Builder _samples = ImmutableArray.CreateBuilder<ArticleChange>();
    private readonly Dictionary<string, (int Now, int Was)> _fired = new(StringComparer.Ordinal);
    private (VerdictCounts Was, VerdictCounts Becomes) _verdicts = (VerdictCounts.None, VerdictCounts.None);
    private int _articles, _refused, _changed, _opened, _closed;

    public int Articles => _articles;

    /// <param name="day">Which day is asked about; null for the request's own.</param>
    public void Add(CheckRequest request, AskedDay? day)
    {
        _articles++;
        var plain = request with { Include = null, Store = false };
        var asked = day ?? AskedDays.Of(plain, after.TimeZone);
        try
        {
            Compare(plain, ArticleChecker.Check(plain, asked, before, exceptions), ArticleChecker.Check(plain, asked, after, exceptions));
        }
        catch (CheckRefusedException)
        {
            _refused++;
        }
    }

    public DryRunReport Report(bool complete) => new(
        before.Version, after.Version, _articles, _refused, complete, _changed, _opened, _closed, _verdicts.Was, _verdicts.Becomes,
        [.. after.Packs.Where(p => p.Id == pack).SelectMany(p => p.Rules).Select(r => Effect(r.Id))],
        _changedArticles.ToImmutable(), _samples.ToImmutable());

    private RuleEffect Effect(string rule)
    {
        var (now, was) = _fired.GetValueOrDefault(rule);
        return new RuleEffect(rule, now, was);
    }

    private void Compare(CheckRequest request, CheckReport was, CheckReport becomes)
    {
        _verdicts = (_verdicts.Was.With(was.Verdict), _verdicts.Becomes.With(becomes.Verdict));
        foreach (var rule in FiredRules.Of(becomes))
        {
            _fired[rule] = (_fired.GetValueOrDefault(rule).Now + 1, _fired.GetValueOrDefault(rule).Was);
        }

        foreach (var rule in FiredRules.Of(was))
        {
            _fired[rule] = (_fired.GetValueOrDefault(rule).Now, _fired.GetValueOrDefault(rule).Was + 1);
        }

        var (pendingWas, pendingBecomes) = (Comparison.IsPending(was), Comparison.IsPending(becomes));
        _opened += !pendingWas && pendingBecomes ? 1 : 0;
        _closed += pendingWas && !pendingBecomes ? 1 : 0;
        var differences = Comparison.Of(was, becomes);
        if (!differences.IsEmpty || was.Verdict != becomes.Verdict)
        {
            Keep(new ArticleChange(NameOf(request), becomes.Article.Title, was.Verdict, becomes.Verdict, differences));
        }
    }

    private void Keep(ArticleChange change)
    {
        _changed++;
        if (_changedArticles.Count < MostNamed)
        {
            _changedArticles.Add(change.Article);
        }

        if (_samples.Count < samples)
        {
            _samples.Add(change);
        }
    }

    private string NameOf(CheckRequest request) => request.Article switch
    {
        { ExternalId: { Length: > 0 } id } => id,
        { Url: { Length: > 0 } url } => url,
        _ => $"#{_articles}",
    };
}
