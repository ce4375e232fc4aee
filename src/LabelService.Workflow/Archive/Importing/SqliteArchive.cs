using LabelService.Workflow.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Archive.Importing;

/// <summary>The bulk write on SQLite: prepared statements in one transaction a page.</summary>
internal sealed class SqliteArchive : IArchiveStore
{
    private const string CacheSize = "PRAGMA cache_size = -65536";
    private readonly SqliteConnection _connection;
    private readonly PreparedCommand _find;
    private readonly PreparedCommand _add;
    private readonly PreparedCommand _addSegment;
    private readonly PreparedCommand _addPostings;
    private readonly PreparedCommand _journal;

    public SqliteArchive(IOptions<StorageOptions> options)
    {
        _connection = DurableConnections.Open(options.Value.Prepared());
        using (var command = _connection.CreateCommand())
        {
            // The index of identities is met at random places: with the usual two megabytes each would be read again.
            command.CommandText = CacheSize;
            command.ExecuteNonQuery();
        }

        _find = new PreparedCommand(_connection, """SELECT "ContentHash", "Submitted" IS NULL FROM "articles" WHERE "Site" = ?1 AND "Identity" = ?2""");
        _add = new PreparedCommand(
            _connection,
            """
            INSERT INTO "articles" ("Site", "Identity", "ExternalId", "Url", "ContentHash", "Asked", "Submitted", "ChangedAt", "Revision", "LabelsHash")
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?9) ON CONFLICT ("Site", "Identity") DO NOTHING RETURNING "Id"
            """);
        _addSegment = new PreparedCommand(_connection, """INSERT INTO "archive_segments" ("Count", "Articles") VALUES (?1, ?2) RETURNING "Id" """);
        _addPostings = new PreparedCommand(_connection, """INSERT INTO "archive_postings" ("Id", "Data") VALUES (?1, ?2)""");
        _journal = new PreparedCommand(
            _connection,
            """
            INSERT OR REPLACE INTO "archive_imports" ("Id", "Site", "Source", "Stamp", "Records", "Position", "Added", "Known", "Changed", "Rejected", "Pending", "RejectsLength",
            "StartedAt", "FinishedAt") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, nullif(?14, 0))
            """);
    }

    public Dictionary<string, StoredArticle> Find(string site, IReadOnlyCollection<string> identities)
    {
        var found = new Dictionary<string, StoredArticle>(StringComparer.Ordinal);
        using var transaction = _connection.BeginTransaction(deferred: true);
        foreach (var identity in identities)
        {
            if (_find.Bind(1, site).Bind(2, identity).Read())
            {
                found[identity] = new StoredArticle(_find.Text(0), _find.Number(1) != 0);
            }

            _find.Reset();
        }

        return found;
    }

    public void Write(ImportPage page)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        var (ids, keys) = (new List<long>(page.Articles.Count), new List<uint[]>(page.Articles.Count));
        foreach (var article in page.Articles)
        {
            if (Add(page, article) is { } id)
            {
                ids.Add(id);
                keys.Add(article.Keys);
            }
        }

        if (ids.Count > 0)
        {
            AddSegment([.. ids], keys);
        }

        WriteJournal(page.Journal);
        transaction.Commit();
    }

    public void Dispose()
    {
        foreach (var command in (PreparedCommand[])[_find, _add, _addSegment, _addPostings, _journal])
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private long? Add(ImportPage page, ImportedArticle article)
    {
        var isNew = _add
            .Bind(1, page.Site).Bind(2, article.Identity).Bind(3, article.ExternalId).Bind(4, article.Url).Bind(5, article.ContentHash).Bind(6, article.Asked)
            .Bind(7, article.Submitted).Bind(8, page.Now.ToUnixTimeMilliseconds()).Bind(9, article.LabelsHash)
            .Read();
        long? id = isNew ? _add.Number(0) : null;
        _add.Reset();
        return id;
    }

    /// <summary>SQLite hands out growing numbers, so the articles are in their order already.</summary>
    private void AddSegment(long[] ids, List<uint[]> keys)
    {
        _addSegment.Bind(1, ids.Length).Bind(2, PackedArticles.Pack(ids)).Read();
        var segment = _addSegment.Number(0);
        _addSegment.Reset();
        foreach (var (bucket, data) in Postings.Build(keys))
        {
            _addPostings.Bind(1, (segment << Postings.BucketBits) + bucket).Bind(2, data).Run();
        }
    }

    private void WriteJournal(ImportRow row) => _journal
        .Bind(1, row.Id).Bind(2, row.Site).Bind(3, row.Source).Bind(4, row.Stamp).Bind(5, row.Records).Bind(6, row.Position).Bind(7, row.Added).Bind(8, row.Known)
        .Bind(9, row.Changed).Bind(10, row.Rejected).Bind(11, row.Pending).Bind(12, row.RejectsLength).Bind(13, row.StartedAt.ToUnixTimeMilliseconds())
        .Bind(14, row.FinishedAt?.ToUnixTimeMilliseconds() ?? 0).Run();
}
