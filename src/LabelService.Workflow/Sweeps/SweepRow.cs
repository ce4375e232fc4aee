namespace LabelService.Workflow.Sweeps;

/// <summary>A re-check of stored articles after a change, or because somebody asked.</summary>
internal sealed class SweepRow
{
    public long Number { get; init; }
    public required string Id { get; init; }

    /// <summary>A word of <see cref="SweepPhase"/>.</summary>
    public required string Phase { get; set; }

    public bool IsPaused { get; set; }

    /// <summary>Counts and shows; changes nothing.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>A word of <see cref="SweepScope"/>.</summary>
    public required string Scope { get; init; }

    /// <summary>The one site whose articles are looked at; null for all.</summary>
    public string? Site { get; init; }

    /// <summary>The rules before and after, as <see cref="RuleStateRow"/>; no before where there was none.</summary>
    public long? StateBefore { get; init; }

    public required long StateAfter { get; init; }

    /// <summary>The version of the rules that it began with.</summary>
    public required string Ruleset { get; init; }

    /// <summary>What changed, as <see cref="SweepCause"/>.</summary>
    public required string Cause { get; init; }

    /// <summary>How many articles the change can touch, and how many there are; null until that is known.</summary>
    public long? Candidates { get; set; }

    public long? Articles { get; set; }

    /// <summary>Articles and pieces of the index that came later are looked at in the second round.</summary>
    public long LastArticle { get; set; }

    public long LastSegment { get; set; }

    /// <summary>1; 2 for what was stored while the first was under way.</summary>
    public int Round { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public string? ConfirmedBy { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? CountedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
}

/// <summary>Some articles of a sweep: the unit that a worker takes. Done in steps, each with its results in one transaction.</summary>
internal sealed class SweepPartRow
{
    public required long Sweep { get; init; }
    public required int Number { get; init; }
    public required int Round { get; init; }

    /// <summary>Whether labels are written; otherwise it only finds out.</summary>
    public required bool Applies { get; init; }

    /// <summary>The numbers of its articles, as <c>Varint</c> keeps them; null for all from <see cref="First"/> to <see cref="Last"/>.</summary>
    public byte[]? Ids { get; init; }

    public required long First { get; init; }
    public required long Last { get; init; }

    /// <summary>The last article that is done. Whoever moves it says what it was: of two workers at one part, one does not get on.</summary>
    public long Cursor { get; set; }

    public bool IsDone { get; set; }
    public long Looked { get; set; }
    public long Failed { get; set; }

    /// <summary>How often it broke off, and when it is tried again.</summary>
    public int Attempts { get; set; }

    public DateTimeOffset? RetryAt { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>An article that a sweep changes, or would.</summary>
internal sealed class SweepResultRow
{
    public required long Sweep { get; init; }
    public required long ArticleId { get; init; }
    public required string Site { get; init; }
    public string? ExternalId { get; init; }
    public string? Url { get; init; }

    /// <summary>See <see cref="SweepEffects"/>; none where only a review or decision has to be looked at.</summary>
    public required int Effects { get; set; }

    /// <summary>What differs, as JSON; null where nothing is known but that something does.</summary>
    public string? Differences { get; set; }

    public required int Round { get; set; }

    /// <summary>A word of <see cref="SweepResultState"/>.</summary>
    public required string State { get; set; }
}

/// <summary>Rules, exceptions and day as they were in force from a moment on.</summary>
internal sealed class RuleStateRow
{
    public long Seq { get; init; }

    /// <summary>Two nodes with one stamp decide alike.</summary>
    public required string Stamp { get; init; }

    public required string Ruleset { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>See <see cref="Reviews.RememberedRow.Stamp"/>.</summary>
    public required long RememberedStamp { get; init; }

    /// <summary>The files of the rules, as <see cref="RuleFilesRow"/>.</summary>
    public required string Files { get; init; }

    /// <summary>The rest, as <see cref="RuleStateRest"/>.</summary>
    public required string Rest { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The files of one set of rules, so that any node can tell later what changed and how it was before.</summary>
internal sealed class RuleFilesRow
{
    public required string Hash { get; init; }

    /// <summary>Content by path, JSON as <c>PackedJson</c> keeps it.</summary>
    public required byte[] Content { get; init; }
}
