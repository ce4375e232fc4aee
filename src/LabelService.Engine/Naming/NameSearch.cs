using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>One text with its words, and the places found in it so far.</summary>
internal readonly ref struct NameSearch(ReadOnlySpan<char> text, ReadOnlySpan<Word> words, NameIndex index, List<NameHit> hits)
{
    public ReadOnlySpan<char> Text { get; } = text;

    public ReadOnlySpan<Word> Words { get; } = words;

    public NameIndex Index { get; } = index;

    public List<NameHit> Hits { get; } = hits;

    /// <summary>Whether a line end ends a block, as in text that was read from markup; in plain text it may be a wrapped line's.</summary>
    public bool LinesAreBlocks { get; init; }

    public void Run()
    {
        var forms = Index.Forms;
        for (var i = 0; i < Words.Length; i++)
        {
            if (forms.MayBegin(in Words[i]))
            {
                At(i, forms.Of(Words[i].Hash));
            }
        }
    }

    public ReadOnlySpan<char> Gap(int before) => Text[Words[before].End..Words[before + 1].Start];

    /// <summary>Whether a person's name can go on from one word to the next; it never does from one block into another.</summary>
    public bool JoinsPerson(int before) =>
        Gaps.JoinsPerson(Gap(before), out var lines) && (lines == 0 || (!LinesAreBlocks && WrappedLine.EndsAt(Text, Words[before].End, Words[before + 1].Length)));

    public bool IsCapital(int word) => char.IsUpper(Text[Words[word].Start]);

    /// <summary>Whether a hyphen ties the words to a further one: «Газпром-медиа» is not «Газпром».</summary>
    public bool IsTied(int first, int last) => HyphenTies.Tie(Text, Words[first].Start, Words[last].End);

    public bool IsDisguised(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (Words[i].Has(LetterMarks.Hidden) || Letters.IsMixed((uint)Words[i].Marks))
            {
                return true;
            }
        }

        return false;
    }

    private void At(int word, ReadOnlySpan<FormEntry> forms)
    {
        foreach (ref readonly var form in forms)
        {
            var kinds = Index.KindsOf(form.Lexeme);
            if ((kinds & LexemeKinds.Surname) != 0)
            {
                new PersonSearch(this, word, form).Run();
            }

            if ((kinds & LexemeKinds.TitleAnchor) != 0)
            {
                new TitleSearch(this).At(word, form.Lexeme);
            }
        }
    }
}
