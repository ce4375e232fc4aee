using System.Diagnostics;
using System.Globalization;
using LabelService.Workflow.Archive.Importing;

namespace LabelService.Cli.Output;

/// <summary>How an import goes, a line a second, and how it went.</summary>
internal sealed class ArchiveText(TextWriter error)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private long? _startedAt;
    private long _startPosition;
    private long _told = Stopwatch.GetTimestamp();

    public void Tell(ImportProgress progress)
    {
        if (_startedAt is null)
        {
            (_startedAt, _startPosition) = (progress.Began, progress.Position);
        }

        if (Stopwatch.GetElapsedTime(_told) < Every)
        {
            return;
        }

        _told = Stopwatch.GetTimestamp();
        var seconds = Stopwatch.GetElapsedTime(progress.Began).TotalSeconds;
        var counts = progress.Counts;
        error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Records:N0} articles, {(counts.Records - progress.Before) / seconds:N0}/s, {counts.Rejected:N0} refused{Left(progress, seconds)}"));
    }

    public static string Summary(ImportProgress done, ImportOrder order)
    {
        var counts = done.Counts;
        var seconds = Stopwatch.GetElapsedTime(done.Began).TotalSeconds;
        var verdicts = string.Join(", ", done.Verdicts.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Value:N0} {v.Key}")));
        var reviews = counts.Pending == 0 || order.OpenReviews ? "" : ", for which no review was opened (--open-reviews does)";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {(order.DryRun ? "would take in" : "taken in")}: {counts.Added:N0} new, {counts.Changed:N0} changed, {counts.Known:N0} known already, {counts.Rejected:N0} refused, in {seconds:N0} s ({(counts.Records - done.Before) / seconds:N0}/s)
            today's verdicts: {(verdicts.Length > 0 ? verdicts : "none")}; {counts.Pending:N0} leave something to a moderator{reviews}
            """);
    }

    private string Left(ImportProgress progress, double seconds)
    {
        var done = progress.Position - _startPosition;
        if (progress.End is not { } end || done <= 0)
        {
            return "";
        }

        var left = TimeSpan.FromSeconds(Math.Min(1e8, seconds * (end - progress.Position) / done));
        return string.Create(CultureInfo.InvariantCulture, $", {100.0 * progress.Position / end:F1} %, {left:d\\.hh\\:mm\\:ss} left").Replace(" 0.", " ", StringComparison.Ordinal);
    }
}
