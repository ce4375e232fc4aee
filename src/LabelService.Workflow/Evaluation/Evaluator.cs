using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Naming;

namespace LabelService.Workflow.Evaluation;

/// <summary>Runs a matcher over gold texts and measures what it finds.</summary>
/// <param name="refused">Told of each text that cannot be read; nothing counts as found in it.</param>
internal sealed class Evaluator(Func<MatchRequest, MatchAnswer> match, Action<string, CheckRefusedException>? refused = null)
{
    private readonly Groups<Tally> _all = new((one, other) => one + other);
    private readonly Groups<Tally> _certain = new((one, other) => one + other);
    private readonly Groups<Hits> _kinds = new((one, other) => one + other);
    private readonly Groups<NoticeScore> _notices = new((one, other) => one + other);
    private readonly List<Mistake> _mistakes = [];

    /// <param name="worst">How many mistakes the report shows.</param>
    public async Task<EvaluationReport> RunAsync(GoldSet set, IAsyncEnumerable<GoldText> texts, int worst)
    {
        await foreach (var text in texts)
        {
            Add(text, Match(text));
        }

        return new EvaluationReport(
            set, _all.ToGroups(), _certain.ToGroups(), _kinds.ToGroups(), _notices.ToGroups(), [.. WorstMistakes.Of(_mistakes, worst)], _mistakes.Count);
    }

    private MatchAnswer Match(GoldText text)
    {
        try
        {
            return match(text.Request);
        }
        catch (CheckRefusedException refusal) when (refused is not null)
        {
            refused(text.Id, refusal);
            return new MatchAnswer([], [], [], null, null);
        }
    }

    private void Add(GoldText text, MatchAnswer answer)
    {
        if (text.Notices is { } notices)
        {
            AddNotices(text, notices, answer);
            return;
        }

        var score = MentionScore.Of(text, answer.Matches);
        _all.Add(text.Groups, score.Tally(text));
        _certain.Add(text.Groups, MentionScore.Of(text, answer.Matches.Where(m => m.Certainty == Certainty.Certain)).Tally(text));
        for (var i = 0; i < text.Mentions.Length; i++)
        {
            _kinds.Add(text.Mentions[i].Kind, Hits.Of(score.FoundGold.Contains(i)));
        }

        _mistakes.AddRange(Mistakes.In(text, score));
    }

    private void AddNotices(GoldText text, GoldNotices notices, MatchAnswer answer)
    {
        var score = NoticeScore.Of(notices, answer);
        _all.Add(text.Groups, score.Notices);
        _notices.Add(text.Groups, score);
        _mistakes.AddRange(Mistakes.In(text, notices, answer));
    }
}
