namespace LabelService.Engine.Matching;

/// <summary>A word of a field's text: where it stands and what it is equal to.</summary>
/// <param name="Hash">Of the folded letters of the whole word.</param>
/// <param name="Stem">Of the first <see cref="WordScanner.StemLength"/> folded letters; 0 for a shorter word.</param>
/// <param name="Marks">What its letters have in common, see <see cref="LetterMarks"/>.</param>
internal readonly record struct Word(int Start, int End, ulong Hash, uint Stem, LetterMarks Marks)
{
    public int Length => End - Start;

    public bool Has(LetterMarks mark) => (Marks & mark) != 0;
}
