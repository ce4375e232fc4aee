using System.Collections.Immutable;
using System.Globalization;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Events;

/// <summary>What happened to a site's articles since a cursor, in the order in which it was committed.</summary>
internal sealed class ChangeFeed(IDbContextFactory<LabelContext> contexts)
{
    public const int MostAtOnce = 500;

    /// <param name="since">The cursor of the last page; null from the very beginning.</param>
    /// <param name="types">Only these; empty for all.</param>
    public async Task<Answer<ChangePage>> SinceAsync(string site, string? since, int? limit, ImmutableArray<string> types, CancellationToken cancel)
    {
        var after = 0L;
        if (since is { Length: > 0 } && (!long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out after)))
        {
            return Refusal.Invalid("since", "is no cursor; send the 'cursor' of the last answer, or leave it out to begin at the first event.");
        }

        if (limit is < 1 or > MostAtOnce)
        {
            return Refusal.Invalid("limit", $"must be from 1 to {MostAtOnce}.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = db.Events.AsNoTracking().Where(e => e.Site == site && e.Seq > after);
        if (!types.IsEmpty)
        {
            var wanted = types.ToArray();
            rows = rows.Where(e => wanted.Contains(e.Type));
        }

        var most = limit ?? MostAtOnce;

        // Read before the page: up to here the page has everything, whatever is committed meanwhile.
        var newest = await db.Ledger.AsNoTracking().Select(l => l.EventSeq).SingleAsync(cancel);
        if (after > newest)
        {
            // Answered with an empty page it would stay silent until this store has as many events as the other one had.
            return Refusal.Invalid("since", "is a cursor of another store, or of this one before it was restored; leave it out to begin at the first event.");
        }

        var page = await rows.OrderBy(e => e.Seq).Take(most + 1).ToListAsync(cancel);
        var shown = page.Take(most).ToImmutableArray();
        var isFull = page.Count > most;
        var last = shown.IsEmpty ? after : shown[^1].Seq;

        // Where others' events, and those of other types, have been passed by, the next call need not pass them by again.
        var cursor = isFull ? last : Math.Max(last, newest);
        return new ChangePage(shown, cursor.ToString(CultureInfo.InvariantCulture), isFull);
    }
}

/// <param name="More">Whether there is more to be had at once.</param>
internal sealed record ChangePage(ImmutableArray<EventRow> Events, string Cursor, bool More);
