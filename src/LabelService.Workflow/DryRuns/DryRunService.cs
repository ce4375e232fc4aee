using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FluentValidation;
using LabelService.Engine.Candidates;
using LabelService.Engine.Model;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.DryRuns;

/// <summary>Tries a candidate pack on articles: what would change if it were on.</summary>
internal sealed class DryRunService(
    RulesetHolder rulesets, ExceptionsInForce exceptions, IValidator<CheckRequest> validator, IDbContextFactory<LabelContext> contexts,
    Archive.Candidates candidates, TimeProvider time)
{
    public const int MostStored = 10_000;
    private const int MostSamples = 100;

    /// <summary>A dry run answers while somebody waits; what it has seen by then is told as such.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    /// <param name="body">A <see cref="DryRunRequest"/>, UTF-8 JSON.</param>
    public async Task<Answer<DryRunReport>> RunAsync(ReadOnlyMemory<byte> body, string site, CancellationToken cancel)
    {
        var read = StrictJson.Read(body.Span, DryRunJson.Default.DryRunRequest);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var request = read.Value;
        if (Fault(request) is { } fault)
        {
            return fault;
        }

        var files = PackFiles.Of(request.Pack.Files);
        if (files.IsRefused)
        {
            return files.Refusal;
        }

        if (request.Articles is not { } given)
        {
            return await RunAsync(files.Value, null, request.Stored ?? new StoredArticles(), request.AsOf, request.Samples, [site], cancel);
        }

        var articles = Articles(given);
        return articles.IsRefused ? articles.Refusal : await RunAsync(files.Value, articles.Value, null, request.AsOf, request.Samples, [site], cancel);
    }

    /// <param name="given">The articles; null for stored ones.</param>
    /// <param name="sites">Whose stored articles; null for all.</param>
    public async Task<Answer<DryRunReport>> RunAsync(
        PackFiles candidate, IReadOnlyList<CheckRequest>? given, StoredArticles? stored, DateOnly? asOf, int samples, ImmutableArray<string>? sites, CancellationToken cancel)
    {
        if (rulesets.Current.Ruleset is not { } present)
        {
            return RulesetHolder.NothingLoaded;
        }

        var rules = rulesets.With(candidate);
        if (rules.Refusal() is { } broken)
        {
            return broken;
        }

        var trial = new Trial(present, rules.Ruleset!, exceptions.Of(present), candidate.Pack, Math.Clamp(samples, 0, MostSamples));
        var complete = given is not null
            ? Try(given, asOf, trial, cancel)
            : await TryStoredAsync((stored ?? new StoredArticles()).Limit, sites, RulesetChange.Between(present, exceptions.Today(present), rules.Ruleset!, exceptions.Today(present)).Query(present, rules.Ruleset!), asOf ?? exceptions.Today(present), trial, cancel);
        return trial.Report(complete);
    }

    private bool Try(IReadOnlyList<CheckRequest> articles, DateOnly? day, Trial trial, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        foreach (var article in articles)
        {
            cancel.ThrowIfCancellationRequested();
            if (time.GetElapsedTime(started) > MostTime)
            {
                return false;
            }

            trial.Add(article, day is { } asked ? new AskedDay(asked, DayOrigin.Request) : null);
        }

        return true;
    }

    /// <summary>Those that the candidate can touch first, the newest of them first, and then other new ones: among few of many the change shows all the same.</summary>
    /// <param name="sites">Whose articles; null for all.</param>
    /// <param name="touched">What the candidate can touch.</param>
    private async Task<bool> TryStoredAsync(int limit, ImmutableArray<string>? sites, WordQuery touched, DateOnly day, Trial trial, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var stored = db.Articles.AsNoTracking().Where(a => a.Submitted != null);
        var seen = sites is { } some ? stored.Where(a => some.ToArray().Contains(a.Site)) : stored;
        var found = await candidates.FindAsync(touched, cancel);
        long[] first = found.IsAll ? [] : [.. found.Ids.TakeLast(limit)];
        var newest = seen.Where(a => first.Contains(a.Id)).OrderByDescending(a => a.Id).Take(limit).Select(a => a.Submitted!).AsAsyncEnumerable();
        var others = seen.Where(a => !first.Contains(a.Id)).OrderByDescending(a => a.Id).Take(limit).Select(a => a.Submitted!).AsAsyncEnumerable();
        await foreach (var submitted in newest.Concat(others).Take(limit).WithCancellation(cancel))
        {
            if (time.GetElapsedTime(started) > MostTime)
            {
                return false;
            }

            var read = CheckRequestReader.Read(PackedJson.Unpack(submitted));
            if (!read.IsRefused)
            {
                trial.Add(read.Value with { AsOf = null }, new AskedDay(day, DayOrigin.Today));
            }
        }

        return true;
    }

    private static Refusal? Fault(DryRunRequest request)
    {
        if (request is { Articles: not null, Stored: not null })
        {
            return Refusal.Invalid("$.stored", "and 'articles' exclude each other; give the articles, or say how many stored ones to take.");
        }

        return request.Stored is { Limit: < 1 or > MostStored } ? Refusal.Invalid("$.stored.limit", $"must be a number from 1 to {MostStored}.") : null;
    }

    private Answer<List<CheckRequest>> Articles(ImmutableArray<JsonElement> given)
    {
        var articles = new List<CheckRequest>(given.Length);
        foreach (var json in given)
        {
            var read = CheckRequestReader.Read(Encoding.UTF8.GetBytes(json.GetRawText()));
            var refusal = read.IsRefused ? read.Refusal : validator.Validate(read.Value) is { IsValid: false } faults ? ValidationPaths.Refuse(faults) : null;
            if (refusal is not null)
            {
                return Refusal.Invalid(refusal.Errors.ToImmutableSortedDictionary(e => $"$.articles[{articles.Count}]{e.Key.TrimStart('$')}", e => e.Value, StringComparer.Ordinal));
            }

            articles.Add(read.Value!);
        }

        return articles;
    }
}
