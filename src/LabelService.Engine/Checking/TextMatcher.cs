using System.Collections.Immutable;
using LabelService.Engine.Finding;
using LabelService.Engine.Model;
using LabelService.Engine.Naming;
using LabelService.Engine.Reading;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Checking;

/// <summary>A text to be searched for names; where it brings no entities, the loaded registries count.</summary>
public sealed record MatchRequest(string Text, string? Language = null, IReadOnlyList<Entity>? Entities = null);

/// <summary>What was found; all positions are UTF-16 units of the text as given.</summary>
public sealed record MatchAnswer(
    ImmutableArray<NameMatch> Matches, ImmutableArray<NameMatch> NearMisses, ImmutableArray<NoticeMatchAnswer> Notices, string? AgeRating, string? Source);

public sealed record NameMatch(Entity Entity, int Start, int End, NameKind Kind, Certainty Certainty, double Confidence, NameReason Reason);

/// <param name="AgentName">The name in the notice, in the nominative; null where the notice names nobody.</param>
public sealed record NoticeMatchAnswer(int Start, int End, string? AgentName);

/// <summary>Finds names, notices, age marks and the source in bare texts, as a check does: for measuring and for looking.</summary>
public sealed class TextMatcher(Ruleset ruleset)
{
    /// <summary>The type, and the beginning of the types, of the notices that name an agent; an advertising mark is none.</summary>
    private const string AgentNotices = "foreign-agent";

    private readonly NameIndex _loaded = ruleset.Index.Names;

    public MatchAnswer Match(MatchRequest request)
    {
        var names = request.Entities is { } own ? NameIndexBuilder.Build(own) : _loaded;
        var field = Read(request).Body;
        var hits = NameFinder.Find(field.Text, names);
        var facts = FactFinder.Find(Read(request), ruleset.Index);
        var agents = new AgentName(facts.Article);
        return new MatchAnswer(
            [.. hits.Where(h => h.Certainty != Certainty.Rejected).Select(h => ToMatch(field, h))],
            [.. hits.Where(h => h.Certainty == Certainty.Rejected).Select(h => ToMatch(field, h))],
            [.. facts.Notices.Where(n => n.Form.Type.StartsWith(AgentNotices, StringComparison.Ordinal)).Select(n => new NoticeMatchAnswer(n.Evidence.Start!.Value, n.Evidence.End!.Value, agents.Of(n)))],
            facts.AgeMarks.Select(m => m.Value).FirstOrDefault(), facts.Source?.Name);
    }

    /// <summary>A text with tags or character references is read as HTML, so that neither parts a name.</summary>
    private static ReadArticle Read(MatchRequest request)
    {
        var format = Markup.IsIn(request.Text) ? ArticleFormat.Html : ArticleFormat.Text;
        return ArticleReader.Read(new CheckRequest { Article = new Article { Body = request.Text, Format = format, Language = request.Language } });
    }

    private static NameMatch ToMatch(ReadField field, NameHit hit) => new(
        hit.Entity, field.Map.SourceStart(hit.Start), field.Map.SourceEnd(hit.End), hit.Kind, hit.Certainty, NameReasons.Confidence(hit.Reason), hit.Reason);
}
