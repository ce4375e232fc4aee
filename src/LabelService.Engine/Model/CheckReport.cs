using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace LabelService.Engine.Model;

/// <summary>The answer to a check. The record is the wire shape; the engine leaves <see cref="Id"/> and <see cref="Review"/> to its host.</summary>
public sealed record CheckReport
{
    public string Id { get; init; } = "";
    public required Verdict Verdict { get; init; }
    public required AskedDay AsOf { get; init; }
    public required ArticleSummary Article { get; init; }
    public SourceReport? Source { get; init; }
    public ImmutableArray<QuotedReport> Quoted { get; init; } = [];
    public AgeRatingReport? AgeRating { get; init; }

    /// <summary>Ratings on further scales, where more than one applies.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<AgeRatingReport>? AgeRatings { get; init; }

    /// <summary>The ratings on all scales.</summary>
    [JsonIgnore]
    public IEnumerable<AgeRatingReport> AllAges => AgeRating is null ? [] : [AgeRating, .. AgeRatings ?? []];

    public ImmutableArray<DisclosureReport> Disclosures { get; init; } = [];
    public ImmutableArray<FlagReport> Flags { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LabelledArticle? Labelled { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<TraceLine>? Trace { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<NearMiss>? NearMisses { get; init; }

    public ReviewReference? Review { get; init; }
    public Coverage Coverage { get; init; } = Coverage.Full;
    public ImmutableArray<Notice> Notices { get; init; } = [];
    public required RulesetReference Ruleset { get; init; }

    /// <summary>Rules in shadow that fired: for the host to count, never shown.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Shadow { get; init; } = [];

    /// <summary>Ids of the exceptions that decided whom words mean: for the host to count, never shown.</summary>
    [JsonIgnore]
    public ImmutableArray<string> UsedExceptions { get; init; } = [];

    /// <summary>Rules that had to be checked could not be: what it does not ask for may be asked for all the same.</summary>
    [JsonIgnore]
    public bool IsIncomplete { get; init; }
}

[JsonConverter(typeof(KebabEnumConverter<Verdict>))]
public enum Verdict { Compliant, ActionRequired, NeedsReview }

[JsonConverter(typeof(KebabEnumConverter<Coverage>))]
public enum Coverage { Full, Partial }

/// <summary>The day an answer is about, and where it came from. An unknown day has no date.</summary>
public sealed record AskedDay(DateOnly? Date, DayOrigin Origin)
{
    public static readonly AskedDay Unknown = new(null, DayOrigin.Unknown);
}

[JsonConverter(typeof(CamelEnumConverter<DayOrigin>))]
public enum DayOrigin { Request, PublishedAt, Today, Unknown }

/// <param name="ContentHash"><c>sha256:</c> and the hash, in lower-case hex, of everything in the article that a rule can read.</param>
public sealed record ArticleSummary(string? ExternalId, string ContentHash, string? Title, string? Language);

/// <summary>Where the article says that it comes from.</summary>
public sealed record SourceReport(string Name, string? Url, string? EntityId, SourceOrigin Origin, Evidence Evidence);

[JsonConverter(typeof(KebabEnumConverter<SourceOrigin>))]
public enum SourceOrigin { Field, SourceLine, Byline, CanonicalLink }

/// <summary>An agency or outlet that the text cites.</summary>
public sealed record QuotedReport(string Name, string? EntityId, Evidence Evidence);

/// <summary>The age mark that is required or declared on one scale.</summary>
public sealed record AgeRatingReport(
    string Value, string Scale, DisclosureStatus Status, ImmutableArray<string> Rules, ImmutableArray<Evidence> Evidence)
{
    /// <summary>The mark found in the article or its attributes, where there is one.</summary>
    public string? Declared { get; init; }

    public string? Why { get; init; }

    /// <summary>The mark as a labelled article shows it, by language; there where one is to be added.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Html { get; init; }
}

[JsonConverter(typeof(KebabEnumConverter<DisclosureStatus>))]
public enum DisclosureStatus { Missing, Present, Incorrect, Unneeded, Pending }

/// <summary>A text that the article must carry, carries wrongly, or carries without need.</summary>
public sealed record DisclosureReport
{
    public required string Id { get; init; }
    public required string Type { get; init; }

    /// <summary>The rule that asks for it; <c>null</c> where a notice was found and no rule asks for it.</summary>
    public string? Rule { get; init; }

    public required string Jurisdiction { get; init; }
    public required DisclosureStatus Status { get; init; }
    public ImmutableArray<SubjectReport> Subjects { get; init; } = [];
    public string? OfficialLanguage { get; init; }
    public IReadOnlyDictionary<string, string> Text { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
    public IReadOnlyDictionary<string, string> Html { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The same for places where HTML with a style sheet is not at hand; there where a request includes <c>forms</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DisclosureForms? Forms { get; init; }

    /// <summary>Paths of what only the newsroom can supply; while any is named, no text is inserted.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    public Placement? Placement { get; init; }
    public Presentation? Presentation { get; init; }
    public ImmutableArray<LegalBasis> LegalBasis { get; init; } = [];
    public double Confidence { get; init; }
    public required string Why { get; init; }
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>Why a moderator decides, where one does: for the host's queue, no part of the answer.</summary>
    [JsonIgnore]
    public PendingReason? Pending { get; init; }
}

/// <summary>Why rules alone cannot decide.</summary>
[JsonConverter(typeof(KebabEnumConverter<PendingReason>))]
public enum PendingReason
{
    /// <summary>The words may mean somebody else.</summary>
    WhoIsMeant,

    /// <summary>The rule wants a person to decide, however certain the evidence.</summary>
    RuleAsks,

    /// <summary>The day is unknown, and only a rule or listing that has ended asks for it.</summary>
    DayUnknown,

    /// <summary>Whether an age mark is needed.</summary>
    AgeMark,

    /// <summary>The rule was too often wrong lately.</summary>
    RuleBraked,
}

[JsonConverter(typeof(KebabEnumConverter<Placement>))]
public enum Placement { BeforeTitle, BeforeBody, AfterBody, AtMention, OnMedia }

/// <summary>The party a disclosure speaks of. <see cref="Name"/> is in the language of the answer where the register or its keeper gives one.</summary>
public sealed record SubjectReport(
    string EntityId, string Registry, string Name, Role Role, DateOnly ListedFrom, DateOnly? ListedUntil)
{
    /// <summary>The name as the register writes it.</summary>
    public required string RegisteredName { get; init; }
}

/// <summary>What an entity is to an article, strongest first.</summary>
[JsonConverter(typeof(KebabEnumConverter<Role>))]
public enum Role { Author, Publisher, Source, Quoted, Mentioned, Linked }

/// <summary>Form rules that the law or practice sets; <see cref="MinFontRatio"/> is to the body's type size.</summary>
public sealed record Presentation
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? MinFontRatio { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Contrast { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? MinSeconds { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? MinScreenShare { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>The note by language, of which an answer shows one.</summary>
    [JsonIgnore]
    internal ImmutableSortedDictionary<string, string> Notes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal Presentation In(string language) => Notes.TryGetValue(language, out var note) ? this with { Note = note } : this;
}

public sealed record LegalBasis(string Act, string? Article, string? Url)
{
    /// <summary>The act's name by language, of which an answer shows one.</summary>
    [JsonIgnore]
    internal ImmutableSortedDictionary<string, string> Acts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal LegalBasis In(string language) => Acts.TryGetValue(language, out var act) ? this with { Act = act } : this;
}

/// <summary>
/// The exact place that made a rule fire. <see cref="Start"/> and <see cref="End"/> count UTF-16 code units in the submitted
/// string of <see cref="Field"/>; <see cref="Quote"/> is that very substring and <see cref="Text"/> its decoded reading.
/// Evidence that is not text has neither offsets nor quote.
/// </summary>
public sealed record Evidence
{
    public required string Field { get; init; }
    public int? Start { get; init; }
    public int? End { get; init; }
    public string? Quote { get; init; }
    public string? Text { get; init; }
    public string? Prefix { get; init; }
    public string? Suffix { get; init; }
    public required EvidenceKind Kind { get; init; }

    /// <summary>The same range in the field's decoded text, for the stages and pages that work there; not part of the wire shape.</summary>
    [JsonIgnore]
    public (int Start, int End) InText { get; init; }
}

[JsonConverter(typeof(KebabEnumConverter<EvidenceKind>))]
public enum EvidenceKind { Mention, Source, Author, Publisher, Domain, Term, Notice, AgeMark, Attribute }

/// <summary>An outcome that is not a text.</summary>
public sealed record FlagReport(string Rule, FlagAction Action, string Why, ImmutableArray<Evidence> Evidence);

[JsonConverter(typeof(KebabEnumConverter<FlagAction>))]
public enum FlagAction { Track, Block, Suggest }

/// <summary>The article alone, with what it must carry. <see cref="LeftOut"/> holds the ids of disclosures that wait for a person or for data.</summary>
public sealed record LabelledArticle(string Html, string Text, JsonObject JsonLd, ImmutableArray<string> LeftOut)
{
    /// <summary>As Markdown; this and the following there where a request includes <c>forms</c> too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Markdown { get; init; }

    /// <summary>As HTML that an AMP page may hold, with the style of <c>/labels/labels.amp.css</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Amp { get; init; }

    /// <summary>As HTML with its style in place, for e-mail.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Email { get; init; }
}

/// <summary>A disclosure in further forms, each by language.</summary>
public sealed record DisclosureForms(
    IReadOnlyDictionary<string, string> Markdown, IReadOnlyDictionary<string, string> Amp, IReadOnlyDictionary<string, string> Email);

/// <summary>What one rule came to, for whoever asks why it fired or did not.</summary>
public sealed record TraceLine(string Rule, string Pack, string Jurisdiction, string Status, bool Fired, string Why);

/// <summary>Something that nearly counted as a listed entity, and what spoke against it.</summary>
public sealed record NearMiss(string EntityId, string Name, string Why, Evidence Evidence);

public sealed record ReviewReference(string Id, string State, string Url);

/// <summary>Something the reader of the answer should know.</summary>
/// <param name="Code">Stable; the API's description lists them all.</param>
public sealed record Notice(string Code, string Message);

public sealed record RulesetReference(
    string Version, string Exceptions, ImmutableArray<string> Packs, ImmutableArray<RegistryReference> Registries);

public sealed record RegistryReference(string Id, DateOnly? Retrieved);
