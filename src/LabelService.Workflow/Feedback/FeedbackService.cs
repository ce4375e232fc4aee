using LabelService.Engine.Model;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Feedback;

/// <summary>Keeps what editors say about checks.</summary>
internal sealed class FeedbackService(IDbContextFactory<LabelContext> contexts, TimeProvider time)
{
    private const int MaximumName = 200;
    private const int MaximumComment = 4000;

    public async Task<Answer<FeedbackReceipt>> AddAsync(string checkId, ReadOnlyMemory<byte> body, CheckCaller caller, CancellationToken cancel)
    {
        var read = StrictJson.Read(body.Span, FeedbackJson.Default.FeedbackRequest);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        if (Fault(read.Value) is { } fault)
        {
            return fault;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!await db.Checks.AnyAsync(c => c.Id == checkId && c.Site == caller.Site, cancel))
        {
            return Refusal.NotFound("There is no such check.");
        }

        var row = Row(checkId, read.Value, caller);
        if (caller.Stores)
        {
            db.Feedback.Add(row);
            await db.SaveChangesAsync(cancel);
        }

        return new FeedbackReceipt(row.Id, checkId, caller.Stores);
    }

    private FeedbackRow Row(string checkId, FeedbackRequest request, CheckCaller caller)
    {
        var now = time.GetUtcNow();
        return new FeedbackRow
        {
            Id = RandomId.Next("fbk", now),
            Site = caller.Site,
            KeyId = caller.KeyId,
            CheckId = checkId,
            Kind = Kebab<FeedbackKind>.Word(request.Kind),
            DisclosureId = request.DisclosureId,
            Rule = request.Rule,
            Comment = request.Comment,
            CreatedAt = now,
        };
    }

    private static Refusal? Fault(FeedbackRequest request)
    {
        if (request is { DisclosureId: null, Rule: null, Comment: null })
        {
            return Refusal.Invalid("$", "must name a disclosureId or a rule, or hold a comment.");
        }

        return TooLong("$.disclosureId", request.DisclosureId, MaximumName)
            ?? TooLong("$.rule", request.Rule, MaximumName)
            ?? TooLong("$.comment", request.Comment, MaximumComment);
    }

    private static Refusal? TooLong(string path, string? text, int maximum) =>
        text?.Length > maximum ? Refusal.Invalid(path, $"must have at most {maximum} characters.") : null;
}
