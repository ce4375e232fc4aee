using System.Security.Cryptography;
using FluentValidation;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Rulesets;

namespace LabelService.Workflow.Checks;

/// <summary>One check from the request's bytes to the answer's: read, validate, decide, record. Knows nothing about articles.</summary>
internal sealed class CheckService(
    RulesetHolder rulesets, IValidator<CheckRequest> validator, CheckRecorder recorder, IdempotencyKeys idempotency,
    ExceptionsInForce exceptions, AnsweredChecks answered, FlaggedChecks flagged, TimeProvider time)
{
    /// <param name="body">The request, UTF-8 JSON; must stay untouched until the answer is there.</param>
    /// <param name="idempotencyKey">The header <c>Idempotency-Key</c>, or null.</param>
    public async ValueTask<Answer<RecordedCheck>> CheckAsync(
        ReadOnlyMemory<byte> body, CheckCaller caller, string? idempotencyKey, CancellationToken cancel)
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

        return await idempotency.OnceAsync(
            caller, idempotencyKey, SHA256.HashData(body.Span), hash => RunAsync(request, body, caller, (idempotencyKey, hash), cancel), cancel);
    }

    private async ValueTask<Answer<RecordedCheck>> RunAsync(
        CheckRequest request, ReadOnlyMemory<byte> body, CheckCaller caller, (string, byte[])? spends, CancellationToken cancel)
    {
        if (rulesets.Current.For(request.Article) is not { } ruleset)
        {
            return RulesetHolder.NothingLoaded;
        }

        var now = time.GetUtcNow();
        var decided = Decide(request, ruleset, caller.Site);
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        answered.Tell(request, decided.Value, now);
        var report = decided.Value with { Id = RandomId.Next("chk", now) };
        if (!request.Store || !caller.Stores)
        {
            return new RecordedCheck(report, ReportJson.Write(report));
        }

        var review = flagged.Draft(report, request, ruleset, now);
        var labels = review is null ? LabelsHash.Of(report) : await flagged.LabelsAsync(report, request, ruleset, caller.Site, cancel);
        return await recorder.WriteAsync(new CheckRecord(report, review is null ? ReportJson.Write(report) : null, request, body, caller.Site, caller.KeyId, now)
        {
            Idempotency = spends,
            Review = review,
            LabelsHash = labels,
        });
    }

    private Answer<CheckReport> Decide(CheckRequest request, Ruleset ruleset, string site)
    {
        try
        {
            return ArticleChecker.Check(request, AskedDays.Of(request, ruleset.TimeZone), ruleset, exceptions.Of(ruleset, site));
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
}
