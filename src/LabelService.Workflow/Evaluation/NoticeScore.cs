using System.Text;
using LabelService.Engine.Checking;

namespace LabelService.Workflow.Evaluation;

/// <summary>Holds the notices, the age mark and the source found in one text against its gold.</summary>
/// <param name="Agents">Names given by the notices found, of all that gold notices name.</param>
/// <param name="NoSource">Texts without a source that were left without one.</param>
internal sealed record NoticeScore(Tally Notices, Hits Agents, Hits AgeMark, Hits Source, Hits NoSource)
{
    public static readonly NoticeScore Zero = new(default, default, default, default, default);

    public static NoticeScore Of(GoldNotices gold, MatchAnswer answer)
    {
        var taken = new HashSet<int>();
        var agents = default(Hits);
        foreach (var notice in gold.Spans)
        {
            var found = Find(notice, answer, taken);
            agents += notice.AgentNames.IsEmpty ? default : Hits.Of(found is { } i && IsName(answer.Notices[i].AgentName, notice.AgentNames));
        }

        var (wrong, missed) = (answer.Notices.Length - taken.Count, gold.Spans.Length - taken.Count);
        return new NoticeScore(
            new Tally(taken.Count, wrong, missed, 1, wrong > 0 ? 1 : 0), agents, Hits.Of(Given(answer.AgeRating) == gold.AgeRating),
            gold.Sources.IsEmpty ? default : Hits.Of(IsName(answer.Source, gold.Sources)),
            gold.Sources.IsEmpty ? Hits.Of(Given(answer.Source) is null) : default);
    }

    public static NoticeScore operator +(NoticeScore one, NoticeScore other) => new(
        one.Notices + other.Notices, one.Agents + other.Agents, one.AgeMark + other.AgeMark, one.Source + other.Source, one.NoSource + other.NoSource);

    /// <summary>Whether two names are the same but for capitals, ё, quotes and other marks.</summary>
    public static bool IsName(string? given, IEnumerable<string> right) => Given(given) is { } name && right.Any(one => Plain(one) == Plain(name));

    private static int? Find(GoldNotice notice, MatchAnswer answer, HashSet<int> taken)
    {
        for (var i = 0; i < answer.Notices.Length; i++)
        {
            if (!taken.Contains(i) && new Span(answer.Notices[i].Start, answer.Notices[i].End).Fits(notice.Span))
            {
                taken.Add(i);
                return i;
            }
        }

        return null;
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            plain.Append(char.IsLetterOrDigit(c) || c == '.' ? char.ToLowerInvariant(c) is var lowered && lowered == 'ё' ? 'е' : lowered : ' ');
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
    }
}
