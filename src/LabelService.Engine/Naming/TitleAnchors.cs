namespace LabelService.Engine.Naming;

/// <summary>
/// By which two words each title is found: those that fewest others share, so that no text meets thousands of titles at once where all
/// of them begin with «Общество с ограниченной ответственностью».
/// </summary>
internal static class TitleAnchors
{
    public static List<TitleEntry> Choose(List<TitleEntry> titles)
    {
        var sharing = new Dictionary<(int, int), int>();
        foreach (var title in titles)
        {
            for (var i = 0; i + 1 < title.Words.Length; i++)
            {
                var pair = (title.Words[i], title.Words[i + 1]);
                sharing[pair] = sharing.GetValueOrDefault(pair) + 1;
            }
        }

        return titles.ConvertAll(title => Rarest(title, sharing) is var anchor && anchor > 0 ? title with { Anchor = anchor } : title);
    }

    private static int Rarest(TitleEntry title, Dictionary<(int, int), int> sharing)
    {
        var (rarest, fewest) = (0, int.MaxValue);
        for (var i = 0; i + 1 < title.Words.Length; i++)
        {
            if (sharing[(title.Words[i], title.Words[i + 1])] is var count && count < fewest)
            {
                (rarest, fewest) = (i, count);
            }
        }

        return rarest;
    }
}
