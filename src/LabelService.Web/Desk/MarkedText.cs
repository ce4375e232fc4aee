using System.Collections.Immutable;
using LabelService.Engine.Reading;

namespace LabelService.Web.Desk;

/// <summary>A field of the article with the places marked that something was found at. Plain text throughout: whatever markup it had is gone.</summary>
internal static class MarkedText
{
    /// <summary>The field's blocks in order; a field without blocks is one.</summary>
    /// <param name="places">Ranges of the field's text, with the number of what was found there; they may overlap.</param>
    public static ImmutableArray<MarkedBlock> Of(ReadField field, IReadOnlyList<MarkedPlace> places)
    {
        IEnumerable<(int Start, int End, BlockKind Kind)> blocks = field.Blocks.IsDefaultOrEmpty
            ? [(0, field.Text.Length, BlockKind.Paragraph)]
            : field.Blocks.Select(b => (b.Start, b.End, b.Kind));
        return [.. blocks.Where(b => b.End > b.Start).Select(b => new MarkedBlock(b.Kind, Pieces(field.Text, b.Start, b.End, places)))];
    }

    private static ImmutableArray<MarkedPiece> Pieces(string text, int start, int end, IReadOnlyList<MarkedPlace> places)
    {
        var here = places.Where(p => p.Start < end && p.End > start && p.End > p.Start).ToList();
        var cuts = new SortedSet<int> { start, end };
        foreach (var place in here)
        {
            cuts.Add(Math.Max(start, place.Start));
            cuts.Add(Math.Min(end, place.End));
        }

        var pieces = ImmutableArray.CreateBuilder<MarkedPiece>();
        foreach (var (from, to) in cuts.Zip(cuts.Skip(1)))
        {
            var covering = here.Where(p => p.Start <= from && p.End >= to).ToList();
            pieces.Add(new MarkedPiece(
                text[from..to], [.. covering.Select(p => p.Number).Distinct().Order()],
                [.. covering.Where(p => Math.Min(p.End, end) == to).Select(p => p.Number).Distinct().Order()], covering.Exists(p => p.IsAsked)));
        }

        return pieces.ToImmutable();
    }
}

/// <param name="IsAsked">Whether a moderator is asked about it.</param>
internal readonly record struct MarkedPlace(string Field, int Start, int End, int Number, bool IsAsked);

internal sealed record MarkedBlock(BlockKind Kind, ImmutableArray<MarkedPiece> Pieces);

/// <param name="Numbers">What covers the piece; empty for text alone.</param>
/// <param name="Ending">Of those, what ends with it: there its number is written.</param>
internal sealed record MarkedPiece(string Text, ImmutableArray<int> Numbers, ImmutableArray<int> Ending, bool IsAsked);
