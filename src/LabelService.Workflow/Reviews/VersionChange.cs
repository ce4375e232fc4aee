using System.Collections.Immutable;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Reviews;

/// <summary>What changed in an article since a moderator last decided on it.</summary>
internal static class VersionChange
{
    private const int Most = 200;

    public static ImmutableArray<ChangedLine> Of(ReviewArticle article)
    {
        if (article.Request is null || article.Row.DecidedOn is not { } decided || CheckRequestReader.Read(PackedJson.Unpack(decided)) is not { IsRefused: false } before)
        {
            return [];
        }

        try
        {
            var lines = InlineDiffBuilder.Diff(TextOf(before.Value), TextOf(article.Request)).Lines;
            return [.. lines.Where(l => l.Type is ChangeType.Inserted or ChangeType.Deleted).Take(Most).Select(l => new ChangedLine(l.Type == ChangeType.Inserted, l.Text))];
        }
        catch (CheckRefusedException)
        {
            return [];
        }
    }

    private static string TextOf(CheckRequest request) => string.Join('\n', ArticleReader.Read(request).Fields.Select(f => f.Text));
}

internal sealed record ChangedLine(bool IsNew, string Text);
