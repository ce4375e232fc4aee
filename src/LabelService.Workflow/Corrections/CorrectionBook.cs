using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Corrections;

/// <summary>What readers, and those whom a label names, say against a label: taken in, shown to seniors, answered.</summary>
internal sealed class CorrectionBook(IDbContextFactory<LabelContext> contexts, Ledger ledger, ReviewFeed feed, TimeProvider time)
{
    public const int LongestText = 4000;
    public const int LongestUrl = 2000;
    public const int PageSize = 50;

    /// <summary>More than anybody reads; what comes above it is turned away and told so.</summary>
    private const int MostWaiting = 5000;

    public static readonly Refusal BadUrl = Refusal.Invalid("url", "must be the article's address, beginning with https:// or http://.") with { Code = "bad-url" };
    public static readonly Refusal BadText = Refusal.Invalid("text", $"must say what is wrong, in 10 to {LongestText} characters.") with { Code = "bad-text" };
    public static readonly Refusal Full = new(RefusalKind.Unavailable, "corrections-full", "So many corrections wait that none can be taken now; try again tomorrow.");
    public static readonly Refusal Unknown = Refusal.NotFound("There is no such correction.");
    public static readonly Refusal Closed = new(RefusalKind.Conflict, "correction-closed", "Somebody closed this correction already; nothing was changed.");

    /// <returns>The correction's id, by which whoever wrote it can look for the reply.</returns>
    public async Task<Answer<CorrectionRow>> ReceiveAsync(string jurisdiction, string type, string? url, string? text, CancellationToken cancel)
    {
        var (address, words) = (url?.Trim() ?? "", text?.Trim() ?? "");
        if (address.Length > LongestUrl || !Uri.TryCreate(address, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
        {
            return BadUrl;
        }

        if (words.Length is < 10 or > LongestText)
        {
            return BadText;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Corrections.Where(c => c.Outcome == null).Take(MostWaiting).CountAsync(cancel) >= MostWaiting)
        {
            return Full;
        }

        // By the sites that there are, since articles are indexed by site and address: this call is open to everybody.
        var sites = await db.ApiKeys.AsNoTracking().Select(k => k.Site).Distinct().ToListAsync(cancel);
        var article = await db.Articles.AsNoTracking().Where(a => sites.Contains(a.Site) && a.Url == address)
            .OrderByDescending(a => a.ChangedAt).Select(a => new { a.Id, a.Site }).FirstOrDefaultAsync(cancel);
        var row = new CorrectionRow
        {
            Id = $"cor_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18))}",
            At = time.GetUtcNow(),
            Site = article?.Site,
            ArticleId = article?.Id,
            Url = address,
            Jurisdiction = jurisdiction,
            Type = type,
            Text = words,
        };
        db.Corrections.Add(row);
        var data = new JsonObject { ["url"] = address, ["jurisdiction"] = jurisdiction, ["type"] = type };
        await ledger.WriteAsync(db, [new AuditEntry(AuditActor.System, row.Site, AuditWhat.CorrectionReceived, row.Id, AuditData.Of(null, data))], [], cancel);
        await transaction.CommitAsync(cancel);
        feed.Changed();
        return row;
    }

    public async Task<CorrectionRow?> FindAsync(string id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Corrections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
    }

    /// <summary>The oldest that wait, or the newest that are closed.</summary>
    public async Task<ImmutableArray<OpenCorrection>> ListAsync(bool closed, Person person, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var seen = SeenBy(db.Corrections.AsNoTracking(), person);
        var rows = closed
            ? await seen.Where(c => c.Outcome != null).OrderByDescending(c => c.ClosedAt).Take(PageSize).ToListAsync(cancel)
            : await seen.Where(c => c.Outcome == null).OrderBy(c => c.At).Take(PageSize).ToListAsync(cancel);
        var articles = rows.Select(c => c.ArticleId).OfType<long>().ToList();
        var reviews = (await db.Reviews.AsNoTracking().Where(r => articles.Contains(r.ArticleId)).OrderByDescending(r => r.Number)
            .Select(r => new CorrectedReview(r.ArticleId, r.Id, r.State, r.DecidedByName)).ToListAsync(cancel)).ToLookup(r => r.ArticleId);
        return [.. rows.Select(c => new OpenCorrection(c, c.ArticleId is { } id ? [.. reviews[id]] : []))];
    }

    public async Task<Refusal?> CloseAsync(string id, CorrectionOutcome outcome, string? reply, Person person, CancellationToken cancel)
    {
        if (ReviewRefusals.FaultOfReason(reply, "reply") is { } fault)
        {
            return fault;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.BeginAloneAsync(cancel);
        if (await SeenBy(db.Corrections, person).SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } row)
        {
            return Unknown;
        }

        if (row.Outcome is not null)
        {
            return Closed;
        }

        (row.Outcome, row.Reply, row.ClosedAt, row.ClosedByName) = (Kebab<CorrectionOutcome>.Word(outcome), reply!.Trim(), time.GetUtcNow(), person.Name);
        var data = new JsonObject { ["outcome"] = row.Outcome, ["reply"] = row.Reply };
        await ledger.WriteAsync(db, [new AuditEntry(AuditActor.Of(person), row.Site, AuditWhat.CorrectionClosed, row.Id, AuditData.Of(null, data))], [], cancel);
        await transaction.CommitAsync(cancel);
        feed.Changed();
        return null;
    }

    /// <summary>What belongs to no known article is for administrators, and for those who see every site.</summary>
    private static IQueryable<CorrectionRow> SeenBy(IQueryable<CorrectionRow> rows, Person person) =>
        ReviewBook.SitesOf(person) is { } sites && !person.Is(PersonRoles.Administrator) ? rows.Where(c => sites.Contains(c.Site!)) : rows;
}

/// <param name="Reviews">Of the article, the newest first.</param>
internal sealed record OpenCorrection(CorrectionRow Row, ImmutableArray<CorrectedReview> Reviews);

internal sealed record CorrectedReview(long ArticleId, string Id, string State, string? DecidedByName);
