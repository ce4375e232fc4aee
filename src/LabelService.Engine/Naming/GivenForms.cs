using System.Collections.Frozen;
using LabelService.Engine.Grammar;
using LabelService.Engine.Matching;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>Given names in all cases, by the hash of the word: by them another person's name beside a surname is known.</summary>
internal static class GivenForms
{
    private static readonly FrozenDictionary<ulong, ushort> Forms = Build();

    /// <summary>The cases in which a word is a known given name; 0 where it is none.</summary>
    public static ushort CasesOf(ulong key) => Forms.GetValueOrDefault(key);

    private static FrozenDictionary<ulong, ushort> Build()
    {
        var forms = new Dictionary<ulong, ushort>();
        foreach (var name in RussianGivenNames.All)
        {
            foreach (var (form, cases) in PersonDeclension.Recognise(name, NamePart.Given, RussianGivenNames.GenderOf(name), isLast: true))
            {
                Add(forms, form, (ushort)cases);
            }

            foreach (var spelling in Transliteration.Spell(name))
            {
                Add(forms, spelling, CaseBits.Latin);
            }
        }

        return forms.ToFrozenDictionary();
    }

    private static void Add(Dictionary<ulong, ushort> forms, string form, ushort cases)
    {
        var key = WordScanner.HashOfWord(form);
        forms[key] = (ushort)(forms.GetValueOrDefault(key) | cases);
    }
}
