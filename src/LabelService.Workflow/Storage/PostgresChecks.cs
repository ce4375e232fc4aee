using LabelService.Engine.Model;
using LabelService.Workflow.Checks;
using Npgsql;

namespace LabelService.Workflow.Storage;

/// <summary>The rows of one group's checks, and the keys that they spend: however many there are, a statement each.</summary>
internal sealed class PostgresChecks
{
    private readonly List<(CheckRecord Record, CheckReport Report, long ArticleId, byte[] Json)> _checks = [];
    private NpgsqlBatchCommand? _keys;
    private int _spent;

    /// <summary>Whether another node had spent one of the keys, once the batch has run.</summary>
    public bool WasKeySpent => _keys is not null && (long)_keys.RecordsAffected != _spent;

    public void Put(CheckRecord record, CheckReport report, long articleId, byte[] json) => _checks.Add((record, report, articleId, json));

    public void Add(NpgsqlBatch batch, DateTimeOffset now)
    {
        if (_checks.Count == 0)
        {
            return;
        }

        batch
            .Add(
                """
                INSERT INTO "checks" ("Id", "Site", "KeyId", "ArticleId", "ContentHash", "Verdict", "RulesetVersion", "CreatedAt", "Report", "ReviewId")
                SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """)
            .Bind([.. _checks.Select(c => c.Report.Id)]).Bind([.. _checks.Select(c => c.Record.Site)]).Bind([.. _checks.Select(c => c.Record.KeyId)])
            .Bind([.. _checks.Select(c => c.ArticleId)]).Bind([.. _checks.Select(c => c.Report.Article.ContentHash)])
            .Bind([.. _checks.Select(c => Kebab<Verdict>.Word(c.Report.Verdict))]).Bind([.. _checks.Select(c => c.Report.Ruleset.Version)])
            .Bind([.. _checks.Select(c => c.Record.Now.ToUnixTimeMilliseconds())]).Bind([.. _checks.Select(c => c.Json)])
            .Bind([.. _checks.Select(c => c.Report.Review?.Id)]);
        Spend(batch, now);
    }

    /// <summary>A key whose 24 hours are over may be used again before it is purged; one that another node has just spent may not.</summary>
    /// <remarks>In the order of keys: two nodes that were sent the same ones cannot wait for each other.</remarks>
    private void Spend(NpgsqlBatch batch, DateTimeOffset now)
    {
        var spent = _checks.Where(c => c.Record.Idempotency is not null).Select(c => (c.Record.KeyId, c.Record.Idempotency!.Value.Key, c.Record.Idempotency.Value.BodyHash, c.Report.Id, c.Record.Now))
            .OrderBy(k => k.KeyId, StringComparer.Ordinal).ThenBy(k => k.Key, StringComparer.Ordinal).ToList();
        if (spent.Count == 0)
        {
            return;
        }

        _spent = spent.Count;
        _keys = batch
            .Add(
                """
                INSERT INTO "idempotency" AS old ("KeyId", "Key", "BodyHash", "CheckId", "CreatedAt") SELECT * FROM unnest($1, $2, $3, $4, $5)
                ON CONFLICT ("KeyId", "Key") DO UPDATE
                SET "BodyHash" = excluded."BodyHash", "CheckId" = excluded."CheckId", "CreatedAt" = excluded."CreatedAt" WHERE old."CreatedAt" <= $6
                """)
            .Bind([.. spent.Select(k => k.KeyId)]).Bind([.. spent.Select(k => k.Key)]).Bind([.. spent.Select(k => k.BodyHash)]).Bind([.. spent.Select(k => k.Id)])
            .Bind([.. spent.Select(k => k.Now.ToUnixTimeMilliseconds())]).Bind((now - IdempotencyKeys.Life).ToUnixTimeMilliseconds());
    }
}
