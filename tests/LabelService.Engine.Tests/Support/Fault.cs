using LabelService.Engine.Model;

namespace LabelService.Engine.Tests.Support;

/// <summary>A text with one fault, whose place a mark shows; the mark is taken out before anybody reads the text.</summary>
internal sealed record Fault(string File, string Text, int Line, int Column)
{
    public const string Mark = "‸";

    public static Fault In(string file, string marked)
    {
        var at = marked.IndexOf(Mark, StringComparison.Ordinal);
        Assert.True(at >= 0 && at == marked.LastIndexOf(Mark, StringComparison.Ordinal), $"one {Mark} shows where the error stands: {marked}");
        var before = marked[..at];
        return new Fault(file, before + marked[(at + 1)..], before.Count(c => c == '\n') + 1, at - before.LastIndexOf('\n'));
    }

    /// <param name="words">Parts that the message must hold, separated by <c>|</c>.</param>
    public void IsReportedBy(IReadOnlyCollection<RuleFileError> errors, string code, string words)
    {
        var error = Assert.Single(errors);
        Assert.Equal((code, $"{File}:{Line}:{Column}"), (error.Code, $"{error.File}:{error.Line}:{error.Column}"));
        Assert.All(words.Split('|'), part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.Matches("[а-яё]", error.Told.In("ru"));
    }
}
