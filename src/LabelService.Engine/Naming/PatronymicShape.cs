namespace LabelService.Engine.Naming;

/// <summary>Whether a word has the shape of a Russian patronymic, in any case.</summary>
internal static class PatronymicShape
{
    private static readonly string[] Stems = ["ович", "евич", "ьич", "ич", "овн", "евн", "ичн", "иничн"];
    private static readonly string[] Endings = ["", "а", "у", "ем", "ом", "е", "ой", "ою", "ы"];
    private const int Shortest = 6;

    public static bool Fits(ReadOnlySpan<char> word)
    {
        if (word.Length < Shortest || !char.IsUpper(word[0]))
        {
            return false;
        }

        foreach (var ending in Endings)
        {
            if (!word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var stem = word[..^ending.Length];
            foreach (var shape in Stems)
            {
                if (stem.EndsWith(shape, StringComparison.OrdinalIgnoreCase) && (ending.Length > 0 || stem[^1] is 'ч' or 'Ч'))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
