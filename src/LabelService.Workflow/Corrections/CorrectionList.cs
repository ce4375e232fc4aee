using System.Collections.Immutable;
using System.Globalization;

namespace LabelService.Workflow.Corrections;

/// <param name="Next">Where the next page begins; null on the last.</param>
internal sealed record CorrectionList(ImmutableArray<OpenCorrection> Corrections, string? Next);

/// <param name="Reviews">Of the article, the newest first, without those that were overtaken.</param>
internal sealed record OpenCorrection(CorrectionRow Row, ImmutableArray<CorrectedReview> Reviews);

internal sealed record CorrectedReview(long ArticleId, string Id, string State, string? DecidedByName);

/// <summary>The last row of a page: its number, and when it was closed.</summary>
internal readonly record struct CorrectionCursor(long Number, DateTimeOffset? At)
{
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static string Write(CorrectionRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Number}-{row.ClosedAt?.ToUnixTimeMilliseconds() ?? 0}");

    public static CorrectionCursor Read(string? text) =>
        text?.Split('-') is [var number, var at]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var closed) && closed <= Latest
            ? new CorrectionCursor(last, closed == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(closed))
            : default;
}
