using System.Collections.Immutable;
using LabelService.Workflow.DryRuns;

namespace LabelService.Workflow.Workshop;

/// <summary>The packs released in the workshop at one moment.</summary>
/// <param name="Stamp">Differs whenever one of them changed.</param>
internal sealed record ReleasesInForce(long Stamp, ImmutableArray<ReleasedPack> Packs)
{
    private const int Everybody = 100;
    public static readonly ReleasesInForce None = new(0, []);

    /// <summary>The shares below a hundred to which something is shown; the smallest first.</summary>
    public IEnumerable<int> Shares => Packs.Select(p => p.Share).Where(s => s < Everybody).Distinct().Order();

    /// <summary>The folder's files with every release over them that an article in this share sees.</summary>
    /// <param name="share">A hundred: only what everybody sees.</param>
    public IReadOnlyDictionary<string, string> Over(IReadOnlyDictionary<string, string> files, int share) => Packs.IsEmpty
        ? files
        : CandidateRules.Replace(files, Packs.Where(p => p.Share >= share).OrderBy(p => p.Number).Select(p => p.Files));
}

internal sealed record ReleasedPack(long Number, PackFiles Files, int Share);
