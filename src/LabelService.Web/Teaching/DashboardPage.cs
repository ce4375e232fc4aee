using System.Collections.Immutable;
using System.Globalization;
using LabelService.Engine.Rulesets;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Teaching;

namespace LabelService.Web.Teaching;

/// <summary>What moderators' decisions teach: volume, verdicts, the queue, rules and how often they were right.</summary>
/// <param name="Period">How many days, today included.</param>
/// <param name="Brakes">Those in force.</param>
internal sealed record DashboardPage(
    PageLook Look, Person Person, int Period, TeachingFigures Figures, ImmutableArray<BrakeRow> Brakes, Ruleset? Rules, ReviewOptions Options) : SitePage(Look)
{
    public static readonly ImmutableArray<int> Periods = [7, 30, 90];

    private readonly NumberFormatInfo _numbers = new() { NumberGroupSeparator = Look.Language == PageLanguages.Russian ? "\u00a0" : ",", NumberDecimalSeparator = Look.Language == PageLanguages.Russian ? "," : "." };

    public Refusal? Refused { get; init; }

    /// <summary>The brake that a refused form was about, and what was typed.</summary>
    public (string Id, string? Reason) Typed { get; init; }

    public bool IsDone { get; init; }

    public bool MayLift => Person.Is(PersonRoles.RuleAuthor);

    public ImmutableArray<Figure> Tables => [.. DayFigures.Of(this), .. RuleFigures.Of(this), RegistryFigure.Of(this)];

    public static string LinkTo(int period) => $"/dashboard?days={period}";

    public string Number(double number, string format = "#,0") => number.ToString(format, _numbers);

    public string Percent(double share) => Text("teaching.percent", ("number", Number(100 * share, "0")));

    public string Span((double Lower, double Upper) range) => Text("teaching.span", ("from", Number(100 * range.Lower, "0")), ("to", Number(100 * range.Upper, "0")));

    /// <summary>"40 s", "12 min", "5 h", "3 d".</summary>
    public string Length(double seconds) => seconds < 120 ? Text("teaching.seconds", ("count", Number(seconds)))
        : seconds < 7200 ? Text("teaching.minutes", ("count", Number(Math.Round(seconds / 60))))
        : seconds < 172_800 ? Text("teaching.hours", ("count", Number(Math.Round(seconds / 3600))))
        : Text("teaching.days", ("count", Number(Math.Round(seconds / 86_400))));

    public string Words(Refusal refusal) =>
        PlaygroundTexts.Strings(Language).TryGetValue($"teaching.refused.{refusal.Code}", out var words) ? words : refusal.Detail;

    /// <summary>"Moderators upheld 4 of 25 hits (16%), and the rule's limit is 60%."</summary>
    public string Why(BrakeRow brake) => BrakeWords.Why(this, brake);

    public string RuleTitle(string rule) => Rules?.Rules.FirstOrDefault(r => r.Id == rule)?.Title is { } title
        ? title.GetValueOrDefault(Language) ?? title.Values.FirstOrDefault() ?? rule : rule;
}

internal sealed record DashboardTroublePage(PageLook Look) : SitePage(Look);
