namespace LabelService.Engine.Matching;

/// <summary>A word of a field's text: where it stands and what it is equal to.</summary>
/// <param name="Hash">Of the folded letters of the whole word.</param>
/// <param name="Stem">Of the first <see cref="WordScanner.StemLength"/> folded letters; 0 for a shorter word.</param>
internal readonly record struct Word(int Start, int End, uint Hash, uint Stem)
{
    public int Length => End - Start;
}
