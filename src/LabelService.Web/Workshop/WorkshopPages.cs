using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Workshop;

namespace LabelService.Web.Workshop;

/// <summary>What all pages of the workshop share.</summary>
internal abstract record WorkshopPage(PageLook Look) : SitePage(Look)
{
    /// <summary>What was just refused, to be told above the page.</summary>
    public Refusal? Refused { get; init; }

    /// <summary>The key of what was just done, to be told above the page.</summary>
    public string? Done { get; init; }

    /// <summary>The contract's word of a value.</summary>
    public string Word<T>(T value) where T : struct, Enum => Kebab<T>.Word(value);

    public string State(DraftState state) => Text($"workshop.state.{Kebab<DraftState>.Word(state)}");

    /// <summary>A refusal in the page's language; its own words where the page has none for its code.</summary>
    public string Words(Refusal refusal) =>
        PlaygroundTexts.Strings(Language).TryGetValue($"workshop.refused.{refusal.Code}", out var words) ? words : refusal.Detail;
}

/// <param name="HasFolderMoved">Whether the files beneath a release are no longer those over which it was approved.</param>
internal sealed record WorkshopIndex(
    PageLook Look, ImmutableArray<DraftRow> Drafts, ImmutableArray<ReleaseRow> Releases, ImmutableArray<(string Id, string Title)> Packs, WorkshopMode Mode,
    Func<ReleaseRow, bool> HasFolderMoved) : WorkshopPage(Look)
{
    public IEnumerable<DraftRow> Of(params DraftState[] states) => Drafts.Where(d => states.Contains(d.Is));
}

/// <param name="IsOwn">Whoever looks wrote a part of it, so somebody else must approve.</param>
/// <param name="HasMoved">The pack in force changed since the draft was begun.</param>
internal sealed record DraftPage(
    PageLook Look, DraftRow Draft, PackFiles Files, DryRunReport? Effect, DryRunReport? Shadow, ReleaseRow? Release, bool IsOwn, bool HasMoved, WorkshopMode Mode,
    ImmutableArray<HistoryLine> History) : WorkshopPage(Look);

internal sealed record InspectionPart(PageLook Look, Inspection Inspection, Refusal? SampleRefused, string Folder) : WorkshopPage(Look)
{
    /// <summary>The file as the author knows it: within the pack's folder.</summary>
    public string File(RuleFileError error) => Short(error.File);

    public string Short(string file) => file.StartsWith(Folder, StringComparison.Ordinal) ? file[Folder.Length..] : file;
}

internal sealed record EffectPart(PageLook Look, DryRunReport Report) : WorkshopPage(Look);

internal sealed record HistoryPage(PageLook Look, string Pack, ImmutableArray<HistoryLine> Lines) : WorkshopPage(Look);

internal sealed record ReportsPage(PageLook Look, ImmutableArray<WrongFinding> Findings) : WorkshopPage(Look);
