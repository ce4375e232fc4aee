using System.Collections.Immutable;
using LabelService.Engine.Checking;
using LabelService.Engine.Naming;
using LabelService.Engine.Rulesets;

namespace LabelService.Web.Lookup;

/// <summary>A text that was tried, and what the matcher found in it.</summary>
/// <param name="Places">Numbered from 1 in the order of the text.</param>
internal sealed record TryPage(string Text, ImmutableArray<TriedPlace> Places, ImmutableArray<TriedPiece> Pieces)
{
    public const int LongestText = 2000;

    public IEnumerable<TriedPlace> Found => Places.Where(p => !p.IsNearMiss);

    public IEnumerable<TriedPlace> NearMisses => Places.Where(p => p.IsNearMiss);

    public static TryPage Of(Ruleset ruleset, string text)
    {
        var answer = new TextMatcher(ruleset).Match(new MatchRequest(text));
        ImmutableArray<TriedPlace> places =
        [
            .. answer.Matches.Concat(answer.NearMisses).GroupBy(m => (m.Start, m.End))
                .OrderBy(g => g.Key.Start).ThenByDescending(g => g.Key.End)
                .Select((g, i) => new TriedPlace(i + 1, g.Key.Start, g.Key.End, text[g.Key.Start..g.Key.End], Once(g))),
        ];
        return new TryPage(text, places, [.. Cut(text, places)]);
    }

    /// <summary>Each entity once, the surest first.</summary>
    private static ImmutableArray<NameMatch> Once(IEnumerable<NameMatch> matches) =>
        [.. matches.OrderBy(m => m.Certainty).ThenByDescending(m => m.Confidence).DistinctBy(m => (m.Entity.Registry, m.Entity.Id))];

    /// <summary>The text in a row of plain and marked pieces; of places that overlap one is marked, rather a find than a near miss.</summary>
    private static IEnumerable<TriedPiece> Cut(string text, ImmutableArray<TriedPlace> places)
    {
        var marked = new List<TriedPlace>();
        foreach (var place in places.OrderBy(p => p.IsNearMiss))
        {
            if (place.End > place.Start && !marked.Exists(m => m.Start < place.End && place.Start < m.End))
            {
                marked.Add(place);
            }
        }

        var at = 0;
        foreach (var place in marked.OrderBy(m => m.Start))
        {
            yield return new TriedPiece(text[at..place.Start], null);
            yield return new TriedPiece(place.Quote, place);
            at = place.End;
        }

        yield return new TriedPiece(text[at..], null);
    }
}

/// <summary>A place of the text and the entities that it may mean.</summary>
internal sealed record TriedPlace(int Number, int Start, int End, string Quote, ImmutableArray<NameMatch> Matches)
{
    public Certainty Certainty => Matches[0].Certainty;

    public bool IsNearMiss => Certainty == Certainty.Rejected;
}

internal sealed record TriedPiece(string Text, TriedPlace? Place);
