using System.Collections.Immutable;

namespace LabelService.Engine.Grammar;

/// <summary>Puts the forms of a name's pieces together.</summary>
internal static class FormProduct
{
    /// <summary>More combinations than this are not worth recognising; names with so many doubtful words are not real.</summary>
    private const int MostForms = 16;

    /// <summary>Every combination of the pieces' forms, at most 16; the first is made of the first forms.</summary>
    public static ImmutableArray<string> Join(IEnumerable<ImmutableArray<string>> pieces, string separator = "")
    {
        ImmutableArray<string> joined = [];
        foreach (var forms in pieces)
            joined = joined.IsEmpty
                ? forms
                : [.. joined.SelectMany(head => forms.Select(form => head + separator + form)).Take(MostForms)];
        return joined.IsEmpty ? [""] : joined;
    }
}
