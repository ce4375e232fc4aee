namespace LabelService.Engine.Naming;

/// <summary>Finds names that are sequences of words: organisations, media, aliases, pseudonyms.</summary>
internal readonly ref struct TitleSearch(NameSearch search)
{
    /// <summary>Bearers of one title that one place is given to: more are no more help to whoever decides.</summary>
    private const int MostBearers = 16;

    private readonly NameSearch _search = search;

    public void At(int word, int lexeme)
    {
        var before = _search.Hits.Count;
        foreach (var title in _search.Index.Titles(lexeme))
        {
            Add(title, word, before);
        }

        if (word + 1 >= _search.Words.Length || !(Joins(word) || JoinsMarked(word)))
        {
            return;
        }

        foreach (ref readonly var next in _search.Index.Forms.Of(_search.Words[word + 1].Hash))
        {
            foreach (var title in _search.Index.Titles(lexeme, next.Lexeme))
            {
                if (Stands(title, word - title.Anchor))
                {
                    Add(title, word - title.Anchor, before);
                }
            }
        }
    }

    private bool Stands(TitleEntry title, int first)
    {
        if (first < 0 || first + title.Words.Length > _search.Words.Length)
        {
            return false;
        }

        for (var i = 0; i < title.Words.Length; i++)
        {
            var isJoined = i == 0 || Joins(first + i - 1) || (title.Writing.HasMark(i - 1) && JoinsMarked(first + i - 1));
            if (!isJoined || _search.Index.Forms.CasesOf(_search.Words[first + i].Hash, title.Words[i]) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool Joins(int word) => Gaps.JoinsTitle(_search.Gap(word), _search.Words[word].Length);

    private bool JoinsMarked(int word) => TitleGaps.JoinsMarked(_search.Gap(word), _search.Words[word].Length);

    private void Add(TitleEntry title, int first, int before)
    {
        if (_search.Hits.Count - before >= MostBearers)
        {
            return;
        }

        var last = first + title.Words.Length - 1;
        _search.Hits.Add(new NameHit(
            title.Entity, title.Kind, _search.Words[first].Start, _search.Words[last].End, first, last, Reason(title, first, last), _search.IsDisguised(first, last)));
    }

    private NameReason Reason(TitleEntry title, int first, int last)
    {
        if (_search.IsTied(first, last))
        {
            return NameReason.LongerWord;
        }

        if (TitlePlace.IsInAddress(_search.Text, _search.Words[first].Start, _search.Words[last].End))
        {
            return NameReason.InAddress;
        }

        var named = new TitleEvidence(_search, title, first).Reason();
        return NameReasons.CertaintyOf(named) != Certainty.Rejected && _search.IsDisguised(first, last) ? NameReason.Disguised : named;
    }
}
