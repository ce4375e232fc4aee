using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LabelService.Engine.Model;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;

namespace LabelService.Web.Desk;

/// <summary>What the pages of moderators share.</summary>
/// <param name="Keys">The keys of whoever looks.</param>
internal abstract record ModerationPage(PageLook Look, Person Person, DeskKeys Keys, DateTimeOffset Now) : SitePage(Look)
{
    /// <summary>What was just refused, to be told above the page.</summary>
    public Refusal? Refused { get; init; }

    /// <summary>What was just done, in a word.</summary>
    public string? Done { get; init; }

    /// <summary>The review that it was done to, so that it can be undone.</summary>
    public string? DoneTo { get; init; }

    /// <summary>The title of its article.</summary>
    public string? DoneTitle { get; init; }

    /// <summary>The queue's query that led here, as an address carries it.</summary>
    public string From { get; init; } = "";

    /// <summary>How rules and registers are called in the page's language.</summary>
    public required NamesIn Names { get; init; }

    /// <summary>The first day until which something can be remembered, as a field takes it.</summary>
    public string Tomorrow => DateOnly.FromDateTime(Now.UtcDateTime).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public bool MayDecide => Person.Is(PersonRoles.Moderator) || Person.Is(PersonRoles.Senior);

    public string FromPart => From.Length == 0 ? "" : $"?from={Uri.EscapeDataString(From)}";

    public string QueueLink => From.Length == 0 ? "/queue" : $"/queue?{From}";

    /// <summary>A refusal in the page's language; its own words where the page has none for its code.</summary>
    public virtual string Words(Refusal refusal) =>
        PlaygroundTexts.Strings(Language).TryGetValue($"desk.refused.{refusal.Code}", out var words) ? words : refusal.Detail;

    /// <summary>A refusal's own words beside the page's: where they say more, or are in the page's language.</summary>
    public string? Detail(Refusal refusal) => refusal.Code is "text-out-of-bounds" or "cannot-remember" || Language == "en" && Words(refusal) != refusal.Detail ? refusal.Detail : null;

    /// <summary>A contract's word in the page's language; the word itself where the page has none.</summary>
    public string Said(string area, string word) => PlaygroundTexts.Strings(Language).TryGetValue($"desk.{area}.{word}", out var words) ? words : word;

    public static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>"in 12 min", "18 min overdue".</summary>
    public string Due(DateTimeOffset at) => at >= Now
        ? Text("desk.due.in", ("time", Length(at - Now)))
        : Text("desk.due.over", ("time", Length(Now - at)));

    public bool IsPressing(DateTimeOffset at) => at <= Now.AddMinutes(30);

    /// <summary>"likely (0.82)".</summary>
    public string Confidence(double confidence) => Text("desk.confidence.is",
        ("word", Text(confidence >= 0.8 ? "desk.confidence.likely" : confidence >= 0.5 ? "desk.confidence.possible" : "desk.confidence.unlikely")),
        ("number", confidence.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', Language == PageLanguages.Russian ? ',' : '.')));

    /// <summary>"flagged 3 h ago".</summary>
    public string Since(DateTimeOffset at) => Text("desk.since", ("time", Length(Now - at)));

    private string Length(TimeSpan span) => span.TotalMinutes < 120
        ? Text("desk.minutes", ("count", Number(Math.Ceiling(span.TotalMinutes))))
        : span.TotalHours < 48 ? Text("desk.hours", ("count", Number(Math.Floor(span.TotalHours))))
        : Text("desk.days", ("count", Number(Math.Floor(span.TotalDays))));

    private static string Number(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}

/// <param name="Counts">How much a view holds, of those that were counted.</param>
/// <param name="Groups">How often a question waits, by question.</param>
internal sealed record QueuePageModel(
    PageLook Look, Person Person, DeskKeys Keys, DateTimeOffset Now, QueueQuery Query, QueuePage Page, IReadOnlyDictionary<QueueView, int> Counts,
    IReadOnlyDictionary<string, int> Groups, IReadOnlyDictionary<string, string> Filters) : ModerationPage(Look, Person, Keys, Now)
{
    public static readonly ImmutableArray<QueueView> Views =
        [QueueView.Mine, QueueView.Waiting, QueueView.Claimed, QueueView.Escalated, QueueView.Appealed, QueueView.Decided];

    public static readonly ImmutableArray<string> Reasons = [.. Enum.GetValues<PendingReason>().Select(Kebab<PendingReason>.Word)];

    /// <returns>Null where it was not counted.</returns>
    public string? Count(QueueView view) => !Counts.TryGetValue(view, out var count) ? null
        : count > ReviewQueue.CountedAtMost ? Text("desk.queue.thousand") : count.ToString(CultureInfo.InvariantCulture);

    public string LinkTo(QueueView view) => QueueAddress.Of(Query with { View = view, Cursor = null });

    public bool IsFiltered => Query.HasItemFilter || Query.Site is not null || Query.Language is not null || Query.DueWithin is not null || Query.OlderThan is not null || Query.Text is not null;

    public bool IsHeldByOther(QueueLine line) => line.ClaimedById is { } who && who != Person.Id && line.LeaseUntil > Now;

    public bool IsMine(QueueLine line) => line.ClaimedById == Person.Id && line.LeaseUntil > Now;

    public int Others(QueueItem item) => Groups.GetValueOrDefault(item.Question) - 1;
}

internal sealed record QueueTroublePage(PageLook Look) : SitePage(Look);

/// <param name="No">Its number among the places marked in the text.</param>
/// <param name="Report">What the rules say of it today; null where they no longer say anything, or for an age mark.</param>
/// <param name="Others">In how many other articles the same question waits.</param>
internal sealed record DeskQuestion(int No, ReviewItemRow Item, DisclosureReport? Report, AgeRatingReport? Age, int Others)
{
    /// <summary>The report with its reasons in the reader's language.</summary>
    public DisclosureReport? Told { get; init; }

    /// <summary>What was decided, or proposed, about it here.</summary>
    public DecisionRow? Decision { get; init; }

    /// <summary>The wording that was decided or proposed, by language: a second person agrees to it by sending the same.</summary>
    public IReadOnlyDictionary<string, string> DecidedTexts =>
        Decision?.Text is { } json ? JsonSerializer.Deserialize(json, ReviewJson.Default.ImmutableSortedDictionaryStringString)! : ImmutableSortedDictionary<string, string>.Empty;

    public string? Why => Told?.Why ?? Age?.Why;

    /// <summary>Whom words mean can be remembered, nothing else.</summary>
    public bool CanRemember => Item.EntityId is not null && Item.Reason == Kebab<PendingReason>.Word(PendingReason.WhoIsMeant);
}

internal sealed record NearMissPage(PageLook Look, string Review, string From, NearMissList List) : SitePage(Look);

internal sealed record DeskMissingPage(PageLook Look) : SitePage(Look);

internal sealed record GroupPage(
    PageLook Look, Person Person, DeskKeys Keys, DateTimeOffset Now, string Question, ImmutableArray<GroupedQuestion> Found, IReadOnlyDictionary<string, WordsInContext> Contexts)
    : ModerationPage(Look, Person, Keys, Now)
{
    public GroupOutcome? Outcome { get; init; }

    /// <summary>Whether there are articles whose words were not read, because that takes its time.</summary>
    public bool HasMore { get; init; }

    /// <summary>What became of which, by the review's title.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public TypedDecision Typed { get; init; } = TypedDecision.Nothing;

    public bool CanRemember => Found is [var first, ..] && first.Item.EntityId is not null && first.Item.Reason == Kebab<PendingReason>.Word(PendingReason.WhoIsMeant);
}

/// <summary>The words that a question is about, and what stands around them.</summary>
internal sealed record WordsInContext(string Before, string Words, string After);

/// <param name="Shown">The keys as they stand in the form.</param>
internal sealed record KeysPage(PageLook Look, DeskKeys Shown, string? Fault, string? FaultKey, bool IsSaved) : SitePage(Look);
