using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Web.Playground;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Corrections;
using LabelService.Workflow.Reviews;

namespace LabelService.Web.Newsroom;

/// <summary>A page around the queue.</summary>
internal abstract record NewsroomPage(PageLook Look) : ToldPage(Look, NewsroomPage.Texts)
{
    public const string Texts = "newsroom";
}

/// <param name="Entity">The one that the form is about; null where nobody chose one.</param>
/// <param name="Sites">For which the person may begin a dispute; <c>*</c> for every site.</param>
/// <param name="Typed">What somebody wrote into a form that was refused.</param>
internal sealed record HoldsPage(
    PageLook Look, Person Person, ImmutableArray<EntityHoldRow> Holds, EntityChoice? Entity, ImmutableArray<string> Sites, string? Typed) : NewsroomPage(Look)
{
    public string? TypedSite { get; init; }

    public bool MayLift(EntityHoldRow hold) => EntityHolds.MayHold(Person, hold.Site);

    public string SiteName(string? site) => site is null or Person.EverySite ? Text("newsroom.holds.everySite") : Text("newsroom.corrections.site", ("site", site));
}

internal sealed record EntityChoice(string Id, string Name, string Registry, string RegistryTitle)
{
    public string Address => $"/registries/{Uri.EscapeDataString(Registry)}/{Uri.EscapeDataString(Id)}";
}

internal sealed record RoutingPage(PageLook Look, ImmutableArray<Routed> People, ImmutableArray<string> Rules, string? FaultOf, string? TypedLanguages, string? TypedRules) : NewsroomPage(Look)
{
    public string LanguagesOf(Routed person) => FaultOf == person.AccountId ? TypedLanguages ?? "" : string.Join(", ", person.Languages);

    public string RulesOf(Routed person) => FaultOf == person.AccountId ? TypedRules ?? "" : string.Join(", ", person.Rules);
}

/// <param name="FaultOf">The number of the correction that was refused; null where those that were marked are.</param>
internal sealed record CorrectionsPage(PageLook Look, bool IsClosed, CorrectionList List, long? FaultOf, string? Typed) : NewsroomPage(Look)
{
    /// <summary>Numbers that were marked when the form was refused.</summary>
    public ImmutableArray<long> Marked { get; init; } = [];

    public string? Next => List.Next is { } next ? $"/queue/corrections?{(IsClosed ? "view=closed&" : "")}after={next}" : null;

    public static readonly ImmutableArray<string> Outcomes = [.. Enum.GetValues<CorrectionOutcome>().Select(Kebab<CorrectionOutcome>.Word)];

    public static bool IsLink(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
