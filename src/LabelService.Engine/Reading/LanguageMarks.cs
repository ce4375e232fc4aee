using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LabelService.Engine.Reading;

/// <summary>
/// What gives a language away: words that stand in nearly every paragraph of it, and letters that few others have.
/// Sets of languages are bits, in the order of <see cref="Languages"/>.
/// </summary>
internal static class LanguageMarks
{
    private static readonly (string Language, string Words, string Letters)[] Marks =
    [
        ("ru", "и в во не на что с со как по к но за от из у о об для это его был была были того также после она они или при если", "ыэё"),
        ("en", "the of and to in a is that for on was with as by at be from it his are has have had an this were which not but who will", ""),
        ("uk", "і й та в у на не що з із як до за від про для це його був була було були також після вона вони або при якщо є", "іїєґ"),
        ("be", "і ў у на не што з як да за ад пра для гэта яго быў была былі таксама пасля яна яны або пры калі", "ўі"),
        ("bg", "и в във не на че с със като по към но за от из у е са се да това беше бяха след тя те или при ако ще който която", "ъ"),
        ("sr", "и у на не да са као по али за од из је се су то био била после она они или при ако који која", "јљњђћџ"),
        ("kk", "және мен бұл үшін деп де да бойынша болып туралы кейін қазақстан еді екен емес", "әғқңұһ"),
        ("de", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach", "ßäöü"),
        ("fr", "le la les de des et un une du que en est dans pour qui sur pas par au avec il elle ce ne se sont plus a été aux", "çœèêù"),
        ("es", "el la los las de y en que un una del por con para se no es al lo como más su fue ha pero sus sobre este", "ñ¿¡"),
        ("it", "il la i gli le di e che un una del della in per con non è si dei al da come sono nel alla ha anche più", "ìò"),
        ("pt", "o a os as de e que um uma do da em por com para não é se no na dos das ao mais foi como pelo", "ãõ"),
        ("pl", "i w we z na nie że się do to jest o po jak za od przez dla przy był była było oraz także ale po", "ąęłńśźż"),
        ("cs", "a v ve z na že se do to je o po jak za od pro při byl byla bylo nebo také ale jsou který která", "ěřů"),
        ("nl", "de het een en van in is dat op te zijn met voor niet aan er om ook als bij door naar uit over maar", ""),
        ("tr", "ve bir bu da de için ile olarak olan çok daha gibi kadar ne sonra ama var değil", "ğışç"),
        ("lt", "ir kad iš su į buvo yra tai kaip apie po bet ne nuo iki taip pat jis už", "ėįųūšž"),
        ("lv", "un ir ka no ar par uz kas bija tika arī kā pēc bet lai tas nav viņš", "āēīūļķņģ"),
        ("et", "ja on ei et ta oli mis kui ka see oma aga kes pärast veel", "õäöü"),
        ("el", "", "αβγδεζηθλμνξπρστφχψω"),
        ("he", "", "אבגדהוזחטילמנסעפצקרשת"),
        ("ka", "", "აბგდევზთილმნოპრსტუფქშჩცძხ"),
        ("hy", "", "աբգդեզէըթլխկհձղճմյնշոչպռսվտրցւփք"),
    ];

    public static readonly ImmutableArray<string> Languages = [.. Marks.Select(m => m.Language)];

    private static readonly FrozenDictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> Words =
        Collect(m => m.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>By code unit; all letters here are below this size.</summary>
    private static readonly uint[] Letters = LetterTable();

    public static uint OfWord(ReadOnlySpan<char> word) => Words.TryGetValue(word, out var languages) ? languages : 0;

    public static uint OfLetter(char letter) => letter < 'z' || letter >= Letters.Length ? 0 : Letters[letter];

    private static FrozenDictionary<string, uint> Collect(Func<(string Language, string Words, string Letters), IEnumerable<string>> keys)
    {
        var sets = new Dictionary<string, uint>(StringComparer.Ordinal);
        for (var i = 0; i < Marks.Length; i++)
        {
            foreach (var key in keys(Marks[i]).Distinct())
            {
                sets[key] = sets.GetValueOrDefault(key) | (1u << i);
            }
        }

        return sets.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static uint[] LetterTable()
    {
        var sets = Collect(m => m.Letters.Select(c => c.ToString()));
        var table = new uint[sets.Keys.Max(k => k[0]) + 1];
        foreach (var (letter, languages) in sets)
        {
            table[letter[0]] = languages;
        }

        return table;
    }
}
