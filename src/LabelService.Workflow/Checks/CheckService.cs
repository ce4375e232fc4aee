using System.Security.Cryptography;
using FluentValidation;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Examples;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Sweeps;

namespace LabelService.Workflow.Checks;

/// <summary>One check from the request's bytes to the answer's: read, validate, decide, record. Knows nothing about articles.</summary>
internal sealed class CheckService(
    RulesetHolder rulesets, IValidator<CheckRequest> validator, CheckRecorder recorder, IdempotencyKeys idempotency,
    ExceptionsInForce exceptions, AnsweredChecks answered, FlaggedChecks flagged, ExampleService examples, LiveChecks live, TimeProvider time)
{
    /// <param name="body">The request, UTF-8 JSON; must stay untouched until the answer is there.</param>
    /// <param name="idempotencyKey">The header <c>Idempotency-Key</c>, or null.</param>
    public async ValueTask<Answer<RecordedCheck>> CheckAsync(
        ReadOnlyMemory<byte> body, CheckCaller caller, string? idempotencyKey, CancellationToken cancel)
    {
        live.Begin();
        try
        {
            return await AnswerAsync(body, caller, idempotencyKey, cancel);
        }
        finally
        {
            live.End();
        }
    }

    private async ValueTask<Answer<RecordedCheck>> AnswerAsync(ReadOnlyMemory<byte> body, CheckCaller caller, string? idempotencyKey, CancellationToken cancel)
    {
        var read = CheckRequestReader.Read(body.Span);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var request = read.Value;
        if (Fault(request) is { } fault)
        {
            return fault;
        }

        if (idempotencyKey is null)
        {
            return await RunAsync(request, body, caller, null, cancel);
        }

        if (IdempotencyKeys.Fault(idempotencyKey, request) is { } misused)
        {
            return misused;
        }

        recorder.RefuseWhereStoreHangs();
        try
        {
            return await idempotency.OnceAsync(
                caller, idempotencyKey, SHA256.HashData(body.Span), hash => RunAsync(request, body, caller, (idempotencyKey, hash), cancel), cancel);
        }
        catch (StoreUnavailableException silent) when (silent.InnerException is TimeoutException)
        {
            recorder.Suspect();
            throw;
        }
    }

    private async ValueTask<Answer<RecordedCheck>> RunAsync(
        CheckRequest request, ReadOnlyMemory<byte> body, CheckCaller caller, (string, byte[])? spends, CancellationToken cancel)
    {
        if (caller.IsTest && ExampleService.IsMeant(request.Article.ExternalId))
        {
            var example = await examples.CheckAsync(request, cancel);
            return example.IsRefused ? example.Refusal : Unstored(example.Value, time.GetUtcNow());
        }

        if (rulesets.Current.For(request.Article) is not { } ruleset)
        {
            return RulesetHolder.NothingLoaded;
        }

        var now = time.GetUtcNow();
        var stores = request.Store && caller.Stores;
        var decided = Decide(request, ruleset, caller.Site, stores);
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        answered.Tell(request, decided.Value.Asked, now);
        if (!stores)
        {
            return Unstored(decided.Value.Asked, now);
        }

        var report = decided.Value.Asked with { Id = RandomId.Next("chk", now) };
        var review = flagged.Draft(report, request, ruleset, now);
        var today = decided.Value.Today;
        var isSettled = review is null && !Questions.AreIn(today);
        var labels = isSettled ? LabelsHash.Of(today) : await flagged.LabelsAsync(today, request, ruleset, caller.Site, cancel);
        return await recorder.WriteAsync(new CheckRecord(report, review is null ? ReportJson.Write(report) : null, request, body, caller.Site, caller.KeyId, now)
        {
            Idempotency = spends,
            Review = review,
            LabelsHash = labels,
        });
    }

    private static RecordedCheck Unstored(CheckReport asked, DateTimeOffset now)
    {
        var report = asked with { Id = RandomId.Next("chk", now) };
        return new RecordedCheck(report, ReportJson.Write(report));
    }

    /// <param name="forToday">Whether it must be known, too, what the article must carry today: that is what is kept and told.</param>
    private Answer<Decided> Decide(CheckRequest request, Ruleset ruleset, string site, bool forToday)
    {
        try
        {
            var (asked, today, inForce) = (AskedDays.Of(request, ruleset.TimeZone), exceptions.Today(ruleset), exceptions.Of(ruleset, site));
            if (!forToday || asked.Date == today)
            {
                var report = ArticleChecker.Check(request, asked, ruleset, inForce);
                return new Decided(report, report);
            }

            var (first, second) = ArticleChecker.Check(request, asked, new AskedDay(today, DayOrigin.Today), ruleset, inForce);
            return new Decided(first, second);
        }
        catch (CheckRefusedException refused)
        {
            return new Refusal(RefusalKind.Invalid, refused.Code, $"{refused.Path}: {refused.Message}")
            {
                Errors = Refusal.Invalid(refused.Path, refused.Message).Errors,
            };
        }
    }

    private Refusal? Fault(CheckRequest request)
    {
        var result = validator.Validate(request);
        return result.IsValid ? null : ValidationPaths.Refuse(result);
    }

    private sealed record Decided(CheckReport Asked, CheckReport Today);
}
