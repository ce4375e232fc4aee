using LabelService.Engine.Checking;
using LabelService.Engine.Naming;
using LabelService.Workflow.Evaluation;

namespace LabelService.Workflow.Tests.Support;

/// <summary>Valid objects for tests; every name in them is invented.</summary>
internal static class Some
{
    private const string Text = "Порт открыла Вера Снегирёва, а Егор Лугинин не пришёл.";

    /// <summary>A matcher that finds nothing.</summary>
    public static MatchAnswer Nothing(MatchRequest request) => new([], [], [], null, null);

    public static GoldText GoldText(IEnumerable<GoldMention> mentions, params IgnoreZone[] ignored) =>
        new("t1", new MatchRequest(Text, "ru", [GivenEntities.Of("A", "person", "Вера Снегирёва", []), GivenEntities.Of("B", "org", "Тихая гавань", [])]), [])
        {
            Mentions = [.. mentions],
            Ignored = [.. ignored],
        };

    public static GoldMention Mention(int start, int end, string entity = "A") => new(entity, new Span(start, end), "", "full");

    public static NameMatch Find(int start, int end, string entity = "A", Certainty certainty = Certainty.Certain) => new(
        GivenEntities.Of(entity, entity == "B" ? "org" : "person", "Вера Снегирёва", []), start, end, NameKind.Registered, certainty, 1, NameReason.AsRegistered);
}
