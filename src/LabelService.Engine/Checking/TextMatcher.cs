using System.Collections.Immutable;
using LabelService.Engine.Finding;
using LabelService.Engine.Matching;
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

    /// <exception cref="CheckRefusedException">The text cannot be read, as an article of it could not be checked.</exception>
    public MatchAnswer Match(MatchRequest request)
    {
        var names = request.Entities is { } own ? NameIndexBuilder.Build(own) : _loaded;
        var article = Read(request);
        var hits = Find(article.Body, names);
        var facts = FactFinder.Find(article, ruleset.Index);
        var agents = new AgentName(facts.Article);
        return new MatchAnswer(
            [.. hits.Where(h => h.Certainty != Certainty.Rejected)],
            [.. hits.Where(h => h.Certainty == Certainty.Rejected)],
            [.. facts.Notices.Where(n => n.Form.Type.StartsWith(AgentNotices, StringComparison.Ordinal)).Select(n => new NoticeMatchAnswer(n.Evidence.Start!.Value, n.Evidence.End!.Value, agents.Of(n)))],
            facts.AgeMarks.Select(m => m.Value).FirstOrDefault(), facts.Source?.Name);
    }

    /// <summary>
    /// As a check has it, a surname or an acronym alone, or a name inside another, counts only where the text names its bearer by more. No check knows the
    /// entities that a text brings: of them every form is shown that may mean them.
    /// </summary>
    private List<NameMatch> Find(ReadField field, NameIndex names)
    {
        var hits = new List<NameHit>();
        using (var words = WordScanner.Scan(field.Text))
        {
            NameFinder.Find(field.Text, words, names, hits, field.LinesAreBlocks);
        }

        var named = hits.Where(h => h.Certainty != Certainty.Rejected && (names != _loaded || !NameReasons.IsHint(h.Reason)))
            .Select(h => h.Entity).ToHashSet<Entity>(ReferenceEqualityComparer.Instance);
        return hits.ConvertAll(h => ToMatch(field, h, counts: named.Contains(h.Entity)));
    }

    /// <summary>A text with tags or character references is read as HTML, so that neither parts a name.</summary>
    private static ReadArticle Read(MatchRequest request)
    {
        var format = Markup.IsIn(request.Text) ? ArticleFormat.Html : ArticleFormat.Text;
        return ArticleReader.Read(new CheckRequest { Article = new Article { Body = request.Text, Format = format, Language = request.Language } });
    }

    private static NameMatch ToMatch(ReadField field, NameHit hit, bool counts) => new(
        hit.Entity, field.Map.SourceStart(hit.Start), field.Map.SourceEnd(hit.End), hit.Kind, counts ? hit.Certainty : Certainty.Rejected, NameReasons.Confidence(hit.Reason), hit.Reason);
}
