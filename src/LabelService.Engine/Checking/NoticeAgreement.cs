using System.Collections.Immutable;
using LabelService.Engine.Grammar;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Checking;

/// <summary>What a remark behind a name shows of it by agreeing with it: «признана» a woman, «признанному» the dative of a man.</summary>
internal static class NoticeAgreement
{
    private static readonly string[] Stems = ["признан", "внес", "внёс", "включ", "объявлен", "назван"];

    /// <summary>Endings of short participles, by which a remark begins: they stand to the subject of a clause of their own.</summary>
    private static readonly (string Ending, Gender Gender)[] Short =
    [
        ("ан", Gender.Masculine), ("ен", Gender.Masculine), ("ён", Gender.Masculine), ("ана", Gender.Feminine), ("ена", Gender.Feminine),
    ];

    /// <summary>The gender, where it decides; of a body it says nothing that its noun does not.</summary>
    public static Gender GenderIn(string remark)
    {
        var word = Participle(remark);
        foreach (var (ending, gender) in Short)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return gender;
            }
        }

        return Readings(word).Select(reading => reading.Class).Distinct().ToArray() switch
        {
            [NounClass.Feminine] => Gender.Feminine,
            [NounClass.Masculine] or [NounClass.Masculine, NounClass.Neuter] => Gender.Masculine,
            _ => Gender.Unknown,
        };
    }

    /// <summary>The cases in which the name can stand; null where the remark does not decline with it.</summary>
    public static ImmutableArray<GrammaticalCase>? CasesIn(string remark)
    {
        var cases = Readings(Participle(remark)).Select(reading => reading.Case).Distinct().Order().ToImmutableArray();
        if (cases.IsEmpty)
        {
            return null;
        }

        // The table is of things; of people the accusative is the genitive.
        return cases.Contains(GrammaticalCase.Genitive) && !cases.Contains(GrammaticalCase.Accusative) ? cases.Add(GrammaticalCase.Accusative) : cases;
    }

    private static (NounClass Class, GrammaticalCase Case)[] Readings(string word) =>
    [
        .. from @class in new[] { NounClass.Masculine, NounClass.Feminine, NounClass.Neuter }
           from @case in Enum.GetValues<GrammaticalCase>()
           where RussianNounTables.Adjectives.Nominatives(word, @class, @case).Any(found => IsParticiple(found.Word))
           select (@class, @case),
    ];

    private static bool IsParticiple(string word) =>
        word.EndsWith("нный", StringComparison.Ordinal) || word.EndsWith("нная", StringComparison.Ordinal) || word.EndsWith("нное", StringComparison.Ordinal);

    /// <summary>The first word of the remark that begins in a participle of «признать», «внести», «включить» and their like.</summary>
    private static string Participle(string remark) =>
        remark.ToLowerInvariant().Split((char[])[' ', '(', ')', ',', '*', '—', '–', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(word => Stems.Any(stem => word.StartsWith(stem, StringComparison.Ordinal))) ?? "";
}
