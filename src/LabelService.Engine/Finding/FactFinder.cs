using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Matching;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Finding;

/// <summary>Finds everything in an article that a rule can ask about. Each field is searched once.</summary>
internal static class FactFinder
{
    /// <summary>Headlines and the standfirst under them run to this many UTF-16 units; a longer block is text.</summary>
    private const int LongestStandfirst = 300;

    /// <exception cref="CheckRefusedException">Comparing the article with the wordings of notices takes too much work.</exception>
    public static ArticleFacts Find(
        ReadArticle article, FactIndex index, Exceptions? exceptions = null, WordingBudget? budget = null)
    {
        var wordings = budget ?? new WordingBudget();
        var scans = article.Fields.Select(f => FieldScan.Of(f, index)).ToArray();
        var notices = scans.SelectMany(s => NoticeFinder.Find(s, index, wordings)).ToList();
        var ageMarks = new List<AgeMarkFact>();
        foreach (var scan in scans)
        {
            AgeMarkFinder.Find(scan, index, ageMarks);
        }

        AgeMarkFinder.FindAttribute(article.Request, index, ageMarks);
        var parts = new PartsFinder(article, notices, ageMarks).Find();
        var decided = new DecidedNames(exceptions ?? Exceptions.None, article.Article);
        var entities = new EntityFinder(article, parts, index, decided);
        var found = entities.Find(scans);
        var bodyStart = BodyStart(article, parts);
        return new ArticleFacts
        {
            Article = article,
            Parts = parts,
            Entities = found,
            Notices = [.. notices.Where(n => IsInArticle(n, article, parts)).Select(n => ToFact(n, article, bodyStart))],
            AgeMarks = [.. ageMarks],
            Terms = Terms(scans, article, parts),
            Source = WithEntity(SourceFinder.Find(article, parts), found),
            Quoted = Quoted(scans, article, parts, found),
            NearMisses = entities.NearMisses,
            UsedExceptions = [.. decided.Used],
        };
    }

    private static bool IsInArticle(RawNotice notice, ReadArticle article, ArticleParts parts) =>
        notice.Scan.Field.Path != article.Body.Path || parts.IsArticle(notice.Block);

    private static NoticeFact ToFact(RawNotice notice, ReadArticle article, int bodyStart) => new(
        notice.Form, notice.SubjectText, [.. notice.Subjects], IsBeforeBody(notice, article, bodyStart),
        notice.Scan.Evidence(notice.Start, notice.End, EvidenceKind.Notice), notice.Scan.Field.Path, notice.Start, notice.End);

    /// <summary>Under the headline or at the start: before the first block of text that is neither standfirst nor headline.</summary>
    private static bool IsBeforeBody(RawNotice notice, ReadArticle article, int bodyStart) =>
        notice.Scan.Field.Path != article.Body.Path
        || (notice.Block <= bodyStart && notice.Start - article.Body.Blocks[notice.Block].Start <= LongestStandfirst);

    /// <summary>The first block of the text proper: at most a standfirst that no field of its own gives, and a headline that was not told from text, stand before it.</summary>
    private static int BodyStart(ReadArticle article, ArticleParts parts)
    {
        var allowed = (parts.Title is null ? 2 : 1) - (parts.Lead is null ? 0 : 1);
        for (var i = 0; i < parts.Body.Length; i++)
        {
            var block = article.Body.Blocks[i];
            if (parts.Body[i] == PartKind.Text && (allowed-- == 0 || block.End - block.Start > LongestStandfirst))
            {
                return i;
            }
        }

        return parts.Body.Length;
    }

    private static SourceReport? WithEntity(SourceReport? source, ImmutableArray<EntityFact> entities)
    {
        var fact = entities.FirstOrDefault(e => e.Role == Role.Source && e.Certain);
        return source is null || fact is null ? source : source with { EntityId = fact.Entity.Id };
    }

    private static ImmutableArray<TermFact> Terms(FieldScan[] scans, ReadArticle article, ArticleParts parts) =>
    [
        .. from scan in scans
           from hit in scan.Hits
           where hit.Phrase.Meaning is TermName
               && (scan.Field.Path != article.Body.Path || scan.BlockAt(hit.Start) is var b && (b < 0 || parts.IsArticle(b)))
           let term = (TermName)hit.Phrase.Meaning
           select new TermFact(term.Owner, term.Phrase, scan.Evidence(hit.Start, hit.End, EvidenceKind.Term)),
    ];

    private static ImmutableArray<QuotedReport> Quoted(
        FieldScan[] scans, ReadArticle article, ArticleParts parts, ImmutableArray<EntityFact> entities)
    {
        var quoted = ImmutableArray.CreateBuilder<QuotedReport>();
        foreach (var fact in entities.Where(e => e.Role == Role.Quoted))
        {
            quoted.Add(new QuotedReport(fact.Entity.Name, fact.Entity.Id, fact.Evidence[0]));
        }

        var names = quoted.Select(q => q.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var scan in scans.Where(s => s.Field.Path is "title" or "lead" or "body"))
        {
            foreach (var hit in scan.Hits)
            {
                var named = Cited(scan, hit);
                if (named is { } n && IsText(scan, n.Start, article, parts) && names.Add(n.Name))
                {
                    quoted.Add(new QuotedReport(n.Name, null, scan.Evidence(n.Start, n.End, EvidenceKind.Mention)));
                }
            }
        }

        return quoted.ToImmutable();
    }

    private static (string Name, int Start, int End)? Cited(FieldScan scan, Matching.PhraseHit hit)
    {
        if (hit.Phrase.Meaning is OutletName outlet)
        {
            // Acronyms are names in capitals only: "ap" and "mena" are not.
            var written = scan.Field.Text.AsSpan(hit.Start, hit.End - hit.Start);
            return char.IsUpper(written[0]) && (outlet.Spelling.Any(char.IsLower) || !written.ContainsAnyInRange('a', 'z')) && QuotedFinder.IsCited(scan, hit.Start, hit.End)
                ? (outlet.Name, hit.Start, hit.End)
                : null;
        }

        return QuotedFinder.Acronym(scan.Field, hit) is { } a ? (scan.Field.Text[a.Start..a.End], a.Start, a.End) : null;
    }

    private static bool IsText(FieldScan scan, int position, ReadArticle article, ArticleParts parts) =>
        scan.Field.Path != article.Body.Path || scan.BlockAt(position) is var block && block >= 0 && parts.IsArticle(block);
}
