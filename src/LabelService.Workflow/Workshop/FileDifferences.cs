using System.Collections.Immutable;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using LabelService.Workflow.DryRuns;

namespace LabelService.Workflow.Workshop;

/// <summary>What differs between two states of a pack, line by line.</summary>
internal static class FileDifferences
{
    /// <summary>Unchanged lines shown around a change.</summary>
    private const int Around = 3;

    /// <param name="before">Null where the pack is new.</param>
    public static ImmutableArray<FileDifference> Of(PackFiles? before, PackFiles after)
    {
        var old = before?.Files ?? ImmutableSortedDictionary<string, string>.Empty;
        return
        [
            .. old.Keys.Union(after.Files.Keys).Order(StringComparer.Ordinal)
                .Where(path => old.GetValueOrDefault(path) != after.Files.GetValueOrDefault(path))
                .Select(path => new FileDifference(path, Lines(old.GetValueOrDefault(path, ""), after.Files.GetValueOrDefault(path, "")))),
        ];
    }

    private static ImmutableArray<LineDifference> Lines(string before, string after)
    {
        var pieces = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false).Lines;
        var shown = new bool[pieces.Count];
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Type != ChangeType.Unchanged)
            {
                Array.Fill(shown, true, Math.Max(0, i - Around), Math.Min(pieces.Count, i + Around + 1) - Math.Max(0, i - Around));
            }
        }

        var lines = ImmutableArray.CreateBuilder<LineDifference>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (shown[i])
            {
                lines.Add(new LineDifference(Kind(pieces[i].Type), pieces[i].Text ?? ""));
            }
            else if (lines.Count > 0 && lines[^1].Kind != LineKind.LeftOut)
            {
                lines.Add(new LineDifference(LineKind.LeftOut, ""));
            }
        }

        return lines.ToImmutable();
    }

    private static LineKind Kind(ChangeType type) => type switch
    {
        ChangeType.Inserted => LineKind.Added,
        ChangeType.Deleted => LineKind.Removed,
        _ => LineKind.Same,
    };
}

internal sealed record FileDifference(string Path, ImmutableArray<LineDifference> Lines);

internal sealed record LineDifference(LineKind Kind, string Text);

internal enum LineKind { Same, Added, Removed, LeftOut }
