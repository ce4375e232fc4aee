namespace LabelService.Engine.Naming;

/// <summary>
/// Whether the words of a title stand as a title: in quotes, with capitals that no sentence's start explains, not as part of a longer
/// name. What only might be meant is left to a moderator, what any text says is nothing.
/// </summary>
internal readonly ref struct TitleEvidence(NameSearch search, TitleEntry title, int first)
{
    /// <summary>Words that together are not met by chance, even where one of them alone has a capital.</summary>
    private const int LongTitle = 4;

    /// <summary>Words that in the plural are seldom met by chance.</summary>
    private const int FewTogether = 3;

    private readonly NameSearch _search = search;
    private readonly TitleEntry _title = title;
    private readonly int _first = first;
    private readonly int _last = first + title.Words.Length - 1;

    private int Start => _search.Words[_first].Start;

    private int End => _search.Words[_last].End;

    private ReadOnlySpan<char> FirstWord => _search.Text[Start.._search.Words[_first].End];

    private NameReason Sure => _title.Kind switch
    {
        NameKind.QuotedAlias => NameReason.InQuotes,
        NameKind.Registered => NameReason.AsRegistered,
        _ => NameReason.KnownAlias,
    };

    public NameReason Reason() => _title.Kind switch
    {
        NameKind.QuotedPart => NameReason.QuotedPartOnly,
        NameKind.Acronym => IsInCapitals() ? NameReason.AcronymOnly : NameReason.OrdinaryWord,
        _ when _title.Writing.IsAcronym && !IsInCapitals() => NameReason.OrdinaryWord,
        NameKind.QuotedAlias => OfQuotedAlias(),
        _ => OfWords(),
    };

    private NameReason OfQuotedAlias()
    {
        var stands = IsQuoted() || (TitlePlace.FollowsClassWord(_search.Text, Start) && !IsInLongerName());
        if (!stands)
        {
            return NameReason.OrdinaryWord;
        }

        return !IsSingular() ? NameReason.PluralForm : _title.Writing.HasCapital && WithCapitals() == 0 ? NameReason.SmallLetters : Sure;
    }

    private NameReason OfWords()
    {
        var capitals = WithCapitals();
        if (capitals == 0 || !_title.Writing.HasCapital)
        {
            return OfSmallLetters(isSure: IsQuoted() && !_title.Writing.HasCapital);
        }

        if (IsQuoted())
        {
            return IsSingular() ? Sure : NameReason.PluralForm;
        }

        if ((_title.Writing.Capitals & ~capitals & _title.Writing.Particles) != 0)
        {
            return NameReason.OrdinaryWord;
        }

        if (_title.Writing.IsOrdinary && IsInLongerName())
        {
            return _title.IsSingle ? NameReason.LongerWord : NameReason.InsideName;
        }

        return IsEvidence(capitals) ? OfCapitals(capitals) : OfOpening();
    }

    private NameReason OfSmallLetters(bool isSure)
    {
        if (isSure)
        {
            return Sure;
        }

        // One word in small letters is a word, not a name; several rare ones together are not met by chance.
        return _title.IsSingle || _title.Writing.IsOrdinary || !IsSingular() ? NameReason.OrdinaryWord : NameReason.SmallLetters;
    }

    private NameReason OfCapitals(ulong capitals)
    {
        if (!IsSingular())
        {
            return NameReason.PluralForm;
        }

        // «Это голос Америки»: the place has its capital anyway.
        if ((_title.Writing.Capitals & ~capitals & 1) != 0 && (capitals & ~_title.Writing.Places) == 0 && !TitlePlace.IsClassWord(FirstWord))
        {
            return NameReason.SmallLetters;
        }

        // The noun before a title is written small inside a sentence: «группа «Луг и поле»».
        return _title.Writing.IsOrdinary && (_title.Writing.Capitals & ~capitals & ~1UL) != 0 ? NameReason.OpeningCapital : Sure;
    }

    private NameReason OfOpening()
    {
        if (_title.IsSingle)
        {
            return !_title.Writing.IsOrdinary ? Sure : MayBeValue() ? NameReason.OpeningCapital : NameReason.OrdinaryWord;
        }

        if (_title.Words.Length < FewTogether && !IsSingular())
        {
            return NameReason.OrdinaryWord;
        }

        return _title.Words.Length >= LongTitle && IsSingular() && !_title.Writing.IsOrdinary && !IsShouted() ? Sure : NameReason.OpeningCapital;
    }

    /// <summary>Whether a capital tells something: not the one with which a sentence begins, nor those of a heading in capitals.</summary>
    private bool IsEvidence(ulong capitals)
    {
        var isOpening = (capitals & ~1UL) == 0 && TitlePlace.OpensSentence(_search.Text, Start);
        return !isOpening && !IsShouted();
    }

    /// <summary>A word that is all of its line is a name in a list or a signature as well as a heading.</summary>
    private bool MayBeValue() => IsSingular() && !IsShouted() && TitlePlace.FillsLine(_search.Text, Start, End);

    private bool IsShouted()
    {
        if (_title.Writing.IsShouted)
        {
            return false;
        }

        foreach (var c in _search.Text[Start..End])
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsQuoted() => TitlePlace.IsQuoted(_search.Text, Start, End);

    private bool IsInLongerName() => new TitleNeighbours(_search, _first, _last).AreOneName();

    /// <summary>Whether no word is the plural of what the register writes in the singular.</summary>
    private bool IsSingular()
    {
        for (var i = 0; i < _title.Words.Length; i++)
        {
            if ((_search.Index.Forms.CasesOf(_search.Words[_first + i].Hash, _title.Words[i]) & CaseBits.Any) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The words that have a capital, as bits.</summary>
    private ulong WithCapitals()
    {
        ulong capitals = 0;
        for (var i = 0; i < Math.Min(_title.Words.Length, 64); i++)
        {
            var word = _search.Words[_first + i];
            capitals |= Capitals.AreIn(_search.Text[word.Start..word.End]) ? 1UL << i : 0;
        }

        return capitals;
    }

    /// <summary>Acronyms are names in capitals only; an ending may be small: «СИБУРа».</summary>
    private bool IsInCapitals()
    {
        var capitals = 0;
        foreach (var c in _search.Text[Start..End])
        {
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals >= 2;
    }
}
