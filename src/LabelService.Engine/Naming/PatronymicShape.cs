namespace LabelService.Engine.Naming;

/// <summary>Whether a word has the shape of a Russian patronymic, in any case, or spelt in Latin letters.</summary>
internal static class PatronymicShape
{
    private static readonly string[] Stems = ["ович", "евич", "ьич", "ич", "овн", "евн", "ичн", "иничн"];
    private static readonly string[] Endings = ["", "а", "у", "ем", "ом", "е", "ой", "ою", "ы"];
    private static readonly string[] Latin = ["ovich", "evich", "yich", "ovna", "evna", "ichna"];
    private static readonly string[] Short = ["Ильич", "Лукич", "Фомич"];
    private const int Shortest = 6;

    public static bool Fits(ReadOnlySpan<char> word)
    {
        if (word.Length < Shortest || !char.IsUpper(word[0]))
        {
            return IsShort(word);
        }

        if (word[^1] <= 'z')
        {
            return FitsLatin(word);
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

    private static bool IsShort(ReadOnlySpan<char> word)
    {
        foreach (var name in Short)
        {
            if (word.Length == name.Length && char.IsUpper(word[0]) && word.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public static bool FitsLatin(ReadOnlySpan<char> word)
    {
        foreach (var ending in Latin)
        {
            if (word.Length >= Shortest && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
