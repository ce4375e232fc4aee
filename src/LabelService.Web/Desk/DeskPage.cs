using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;

namespace LabelService.Web.Desk;

/// <summary>One review with everything that it is decided by.</summary>
internal sealed record DeskPage(
    PageLook Look, Person Person, DeskKeys Keys, DateTimeOffset Now, DeskView View, ImmutableArray<DeskQuestion> Questions, int LeaseSeconds)
    : ModerationPage(Look, Person, Keys, Now)
{
    public ReviewRow Review => View.Review;

    /// <summary>Why whoever looks cannot work on it, where that is so.</summary>
    public Refusal? Unclaimed { get; init; }

    public TypedDecision Typed { get; init; } = TypedDecision.Nothing;

    /// <summary>It was their decision that is appealed, or they were the first of two, or left it to seniors: somebody else must decide, and looking at it keeps nobody from it.</summary>
    public bool IsForAnother =>
        Review.AppealedAt is not null && Mine.Any() || Open.Any() && Open.All(IsProposedByMe) || Person.Is(PersonRoles.Senior) && Review.Persons > 1 && View.IsForSeniors && (HasEscalated || Mine.Any(d => d.State is "proposed" or "disputed"));

    /// <summary>What they can do besides deciding: words of the forms under "more".</summary>
    public ImmutableArray<string> Acts =>
    [
        .. IsMine ? ["escalate", "ask"] : Array.Empty<string>(), .. MayDecide ? ["comment"] : Array.Empty<string>(),
        .. Review.State == "decided" && (MayDecide || Person.Is(PersonRoles.Editor)) ? ["appeal"] : Array.Empty<string>(),
    ];

    /// <summary>Whether what they typed has no form any more in which it could stand.</summary>
    public bool IsTypedKept => Typed.HasWords && !(Typed.DisclosureId is null ? Acts.Contains(Typed.Action ?? "") : Questions.Any(q => q.Item.DisclosureId == Typed.DisclosureId && MayAnswer(q)));

    public bool IsMine => MayDecide && Review.Waiting && Review.IsLeasedTo(Person.Id, Now);

    public string Address => $"/queue/{Review.Id}";

    public IEnumerable<DeskQuestion> Open => Questions.Where(q => q.Item.Waiting);

    /// <summary>What rules found besides what is asked.</summary>
    public ImmutableArray<(int No, DisclosureReport Report)> Besides { get; init; } = [];

    public ImmutableArray<MarkedPlace> Places { get; init; } = [];

    public ImmutableArray<MarkedBlock> Blocks(string field) =>
        View.Text?.Field(field) is { } read ? MarkedText.Of(read, [.. Places.Where(p => p.Field == field)]) : [];

    public IEnumerable<string> OtherFields => View.Text?.Fields.Select(f => f.Path).Where(p => p is not ("title" or "lead" or "body")) ?? [];

    public static string AddressOf(SubjectReport subject) => $"/registries/{Uri.EscapeDataString(subject.Registry)}/{Uri.EscapeDataString(subject.EntityId)}";

    public static bool IsLink(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <summary>For what a decision can be remembered, the narrowest first.</summary>
    public ImmutableArray<string> Scopes =>
    [
        .. Review is { ExternalId: null, Url: null } ? Array.Empty<string>() : ["article"], .. Review.Author is null ? Array.Empty<string>() : ["author"], "site",
    ];

    public bool MayAnswer(DeskQuestion question) => IsMine && question.Item.Waiting && !IsForAnother && !IsProposedByMe(question);

    public bool IsProposedByMe(DeskQuestion question) => question.Decision is { State: "proposed" } first && first.ById == Person.Id;

    /// <summary>What was decided on the article and its names, what stands at its question already aside.</summary>
    public ImmutableArray<DecisionRow> Earlier => [.. View.Earlier.Where(d => Questions.All(q => q.Decision?.Id != d.Id))];

    public override string Words(Refusal refusal) => refusal.Code switch
    {
        "review-decided" when Review.DecidedByName is { } who => Text("desk.told.review-decided", ("who", who)),
        "review-claimed" when Review.IsLeasedToOther(Person.Id, Now) => Text("desk.told.review-claimed", ("who", Review.ClaimedByName ?? "")),
        _ => base.Words(refusal),
    };

    private bool HasEscalated => View.Notes.Any(n => n.Kind == "escalation" && n.ById == Person.Id);

    private IEnumerable<DecisionRow> Mine => View.Earlier.Where(d => d.ReviewId == Review.Id && (d.ById == Person.Id || d.SecondById == Person.Id));

    public bool CanUndo => View.Earlier.Any(d => d.ReviewId == Review.Id && (d.SecondById ?? d.ById) == Person.Id && d.State is "binding" or "proposed");
}
