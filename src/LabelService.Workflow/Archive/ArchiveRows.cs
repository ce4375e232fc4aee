namespace LabelService.Workflow.Archive;

/// <summary>A piece of the index from words to articles, never changed once written.</summary>
internal sealed class SegmentRow
{
    public long Id { get; init; }
    public required int Count { get; init; }

    /// <summary>The numbers of its articles, ascending, as <see cref="PackedArticles"/> keeps them. An article that was erased keeps its place and has no postings.</summary>
    public required byte[] Articles { get; init; }
}

/// <summary>What one bucket of keys of a segment leads to; see <see cref="Postings"/>.</summary>
internal sealed class PostingsRow
{
    /// <summary>The segment's number times <see cref="Postings.Buckets"/>, and the bucket.</summary>
    public required long Id { get; init; }

    public required byte[] Data { get; init; }
}

/// <summary>An article that is in no segment as it now is.</summary>
internal sealed class TailRow
{
    /// <summary>A new stamp by PostgreSQL.</summary>
    public const string PostgresStamp = "(random() * 9007199254740991)::bigint";

    /// <summary>What becomes of a row that is there already where its article changes. What was erased of it must go all the same.</summary>
    public const string OnConflict =
        """
        ON CONFLICT ("ArticleId") DO UPDATE SET "Keys" = NULL,
        "Stamp" = CASE WHEN "archive_tail"."Stamp" < 0 THEN -1 - excluded."Stamp" ELSE excluded."Stamp" END
        """;

    public required long ArticleId { get; init; }

    /// <summary>
    /// Any number, another one whenever the article changes, so that keys of what it was are not taken for those of what it is, not even
    /// where the row went and came again meanwhile. Below zero where the article was erased and segments may still hold its words.
    /// </summary>
    public long Stamp { get; set; }

    /// <summary>Its keys as <see cref="PackedKeys"/> keeps them; null where nobody has read it yet: then it is a candidate for everything.</summary>
    public byte[]? Keys { get; set; }
}

/// <summary>How far the taking in of a file or folder has come.</summary>
internal sealed class ImportRow
{
    /// <summary>A hash of the site and the full path.</summary>
    public required string Id { get; init; }

    public required string Site { get; init; }
    public required string Source { get; init; }

    /// <summary>What tells whether the source is still the one that was begun.</summary>
    public required string Stamp { get; set; }

    /// <summary>Records that are done, those that were refused among them.</summary>
    public long Records { get; set; }

    /// <summary>Where the next record begins: a byte of a file of lines, a number of items or files elsewhere.</summary>
    public long Position { get; set; }

    public long Added { get; set; }
    public long Known { get; set; }
    public long Changed { get; set; }
    public long Rejected { get; set; }

    /// <summary>Articles that leave something to a moderator.</summary>
    public long Pending { get; set; }

    /// <summary>The length in bytes of the list of refused records.</summary>
    public long RejectsLength { get; set; }

    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
}
