using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>Reads again what hides a name: spaced letters, tags, masks, words broken at a line's end.</summary>
internal static class DisguiseSearch
{
    public static void Run(ReadOnlySpan<char> text, in WordList words, NameIndex index, List<NameHit> hits)
    {
    }
}
