using System.Data.Common;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Workshop;

/// <summary>The releases in force, in memory; follows the store, where another process may release or take back.</summary>
internal sealed partial class ReleasedPacks(IDbContextFactory<LabelContext> contexts, ILogger<ReleasedPacks> log)
{
    private volatile ReleasesInForce _current = ReleasesInForce.None;
    private bool _failing;

    public ReleasesInForce Current => _current;

    /// <summary>Reads them again where their stamp in the store has moved. A store that does not answer leaves them as they are.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var stamp = await db.Releases.MaxAsync(r => (long?)r.Stamp, cancel) ?? 0;
            if (stamp != _current.Stamp)
            {
                var rows = await db.Releases.AsNoTracking().Where(r => r.State == ReleaseRow.On).OrderBy(r => r.Number).ToListAsync(cancel);
                _current = new ReleasesInForce(stamp, [.. rows.Select(r => new ReleasedPack(r.Number, PackedFiles.Unpack(r.Pack, r.Files), r.Share))]);
            }

            _failing = false;
        }
        catch (DbException error)
        {
            // Said once, not twice a second.
            if (!_failing)
            {
                ReleasesUnread(error);
            }

            _failing = true;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The packs released in the workshop cannot be read from the store; those known before stay in force")]
    private partial void ReleasesUnread(Exception error);
}
