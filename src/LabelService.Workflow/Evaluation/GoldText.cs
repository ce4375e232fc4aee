using System.Collections.Immutable;
using LabelService.Engine.Checking;

namespace LabelService.Workflow.Evaluation;

/// <summary>A text and what is to be found in it. All positions are UTF-16 units, ends exclusive.</summary>
/// <param name="Groups">What the text counts to besides all, such as <c>lang:ru</c> or <c>tier:core</c>.</param>
internal sealed record GoldText(string Id, MatchRequest Request, ImmutableArray<string> Groups)
{
    public ImmutableArray<GoldMention> Mentions { get; init; } = [];
    public ImmutableArray<IgnoreZone> Ignored { get; init; } = [];
    public GoldNotices? Notices { get; init; }
}

/// <summary>A place of a text.</summary>
internal readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>Units in both; negative where they do not touch.</summary>
    public int Shared(Span other) => Math.Min(End, other.End) - Math.Max(Start, other.Start);

    /// <summary>Whether half of the longer one lies in the other.</summary>
    public bool Fits(Span other) => Shared(other) > 0 && 2 * Shared(other) >= Math.Max(Length, other.Length);
}

internal sealed record GoldMention(string EntityId, Span Span, string Surface, string Kind);

/// <summary>Where a find is neither right nor wrong: of one entity, of one kind, or any.</summary>
internal sealed record IgnoreZone(Span Span, string? EntityId, string? Only);

internal sealed record GoldNotices(ImmutableArray<GoldNotice> Spans, string? AgeRating, ImmutableArray<string> Sources);

/// <param name="AgentNames">The name and other ways to write it; empty where the notice names nobody.</param>
internal sealed record GoldNotice(Span Span, ImmutableArray<string> AgentNames);
