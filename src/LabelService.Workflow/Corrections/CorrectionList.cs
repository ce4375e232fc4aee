using System.Collections.Immutable;

namespace LabelService.Workflow.Corrections;

/// <param name="Next">Where the next page begins; null on the last.</param>
internal sealed record CorrectionList(ImmutableArray<OpenCorrection> Corrections, string? Next);

/// <param name="Reviews">Of the article, the newest first, without those that were overtaken.</param>
internal sealed record OpenCorrection(CorrectionRow Row, ImmutableArray<CorrectedReview> Reviews);

internal sealed record CorrectedReview(long ArticleId, string Id, string State, string? DecidedByName);
