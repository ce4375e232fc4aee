namespace LabelService.Engine.Grammar;

/// <summary>A nominative that a form may come from.</summary>
/// <param name="Evidence">How much speaks for it: twice the letters of the form that its row of endings explains.</param>
internal readonly record struct Restored(string Word, int Evidence);
