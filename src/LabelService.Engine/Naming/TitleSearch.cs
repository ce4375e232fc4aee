using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>Finds names that are sequences of words: organisations, media, aliases, pseudonyms.</summary>
internal readonly ref struct TitleSearch(NameSearch search)
{
    private readonly NameSearch _search = search;

    public void At(int word, int lexeme)
    {
        foreach (var title in _search.Index.Titles(lexeme))
        {
            Add(title, word, word);
        }

        if (word + 1 >= _search.Words.Length || !Joins(word))
        {
            return;
        }

        foreach (ref readonly var next in _search.Index.Forms.Of(_search.Words[word + 1].Hash))
        {
            foreach (var title in _search.Index.Titles(lexeme, next.Lexeme))
            {
                if (GoesOn(title, word))
                {
                    Add(title, word, word + title.Words.Length - 1);
                }
            }
        }
    }

    private bool GoesOn(TitleEntry title, int first)
    {
        if (first + title.Words.Length > _search.Words.Length)
        {
            return false;
        }

        for (var i = 2; i < title.Words.Length; i++)
        {
            if (!Joins(first + i - 1) || _search.Index.Forms.CasesOf(_search.Words[first + i].Hash, title.Words[i]) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool Joins(int word) => Gaps.JoinsTitle(_search.Gap(word), _search.Words[word].Length);

    private void Add(TitleEntry title, int first, int last) => _search.Hits.Add(new NameHit(
        title.Entity, title.Kind, _search.Words[first].Start, _search.Words[last].End, first, last, Reason(title, first, last), _search.IsDisguised(first, last)));

    private NameReason Reason(TitleEntry title, int first, int last)
    {
        if (_search.IsTied(first, last))
        {
            return NameReason.LongerWord;
        }

        var (start, end) = (_search.Words[first].Start, _search.Words[last].End);
        if (TitlePlace.IsInAddress(_search.Text, start, end))
        {
            return NameReason.InAddress;
        }

        var named = ByKind(title, first, last);
        return NameReasons.CertaintyOf(named) != Certainty.Rejected && _search.IsDisguised(first, last) ? NameReason.Disguised : named;
    }

    private NameReason ByKind(TitleEntry title, int first, int last)
    {
        var (start, end) = (_search.Words[first].Start, _search.Words[last].End);
        switch (title.Kind)
        {
            case NameKind.QuotedPart:
                return NameReason.QuotedPartOnly;
            case NameKind.QuotedAlias:
                return TitlePlace.IsQuoted(_search.Text, start, end) || TitlePlace.FollowsClassWord(_search.Text, start) ? NameReason.InQuotes : NameReason.OrdinaryWord;
            case NameKind.Acronym:
                return IsInCapitals(first) ? NameReason.AcronymOnly : NameReason.OrdinaryWord;
        }

        if (title.HasCapital && !AnyCapital(first, last))
        {
            // One word in small letters is a word, not a name; several together are not met by chance.
            return first == last ? NameReason.OrdinaryWord : NameReason.SmallLetters;
        }

        return title.IsAcronym && !IsInCapitals(first) ? NameReason.OrdinaryWord
            : title.Kind == NameKind.Registered ? NameReason.AsRegistered : NameReason.KnownAlias;
    }

    private bool AnyCapital(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            foreach (var c in _search.Text[_search.Words[i].Start.._search.Words[i].End])
            {
                if (char.IsUpper(c))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Acronyms are names in capitals only; an ending may be small: «СИБУРа».</summary>
    private bool IsInCapitals(int word)
    {
        var capitals = 0;
        foreach (var c in _search.Text[_search.Words[word].Start.._search.Words[word].End])
        {
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals >= 2;
    }
}
