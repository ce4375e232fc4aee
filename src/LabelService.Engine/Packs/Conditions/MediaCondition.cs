using System.Collections.Immutable;
using System.Globalization;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds for articles with a media item of a kind and length. An item of unknown length meets no limit.</summary>
/// <param name="Kinds">Empty means any kind.</param>
internal sealed record MediaCondition(ImmutableArray<MediaKind> Kinds, double? MinSeconds, double? MaxSeconds) : Condition
{
    private const double Week = 7 * 24 * 3600;
    private static readonly string[] Keys = ["kind", "minSeconds", "maxSeconds"];

    public static Condition? Read(Node node, PackScope scope)
    {
        if (ConditionReader.Map(node, "media", Keys, scope) is not { } map)
        {
            return null;
        }

        var (least, most) = (map.Number("minSeconds", 0, Week), map.Number("maxSeconds", 0, Week));
        if (least > most)
        {
            scope.Errors.Add(map.At("maxSeconds"), "range", $"maxSeconds {most} is less than minSeconds {least}; no item can meet both");
        }

        return new MediaCondition(map.WordList<MediaKind>("kind"), least, most);
    }

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context)
    {
        var media = facts.Request.Article.Media is { IsDefault: false } given ? given : [];
        for (var i = 0; i < media.Length; i++)
        {
            if (media[i] is { } item && Fits(item))
            {
                var evidence = new Evidence { Field = $"media[{i}]", Kind = EvidenceKind.Attribute, Text = Kebab<MediaKind>.Word(item.Kind) };
                return new Outcome(true) { Evidence = [evidence], Because = $"the article has {Kebab<MediaKind>.Word(item.Kind)} of that sort" };
            }
        }

        return Outcome.No with { Because = media.IsEmpty ? "the article has no media" : "none of its media is of that sort" };
    }

    private bool Fits(MediaItem item) =>
        (Kinds.IsEmpty || Kinds.Contains(item.Kind))
        && (MinSeconds is not { } least || item.DurationSeconds >= least)
        && (MaxSeconds is not { } most || item.DurationSeconds <= most);
}
