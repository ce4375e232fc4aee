using System.Collections.Immutable;
using System.Text;

namespace LabelService.Engine.Naming;

/// <summary>A person's registered name without what stands in quotes or brackets, be it a pseudonym or a further surname.</summary>
internal static class BracketedName
{
    private const string Opening = "«\"“„([";
    private const string Closing = "»\"”“)]";

    /// <summary>The words outside, joined; what no mark closes goes to the end.</summary>
    public static string Outside(string name) => Cut(name).Outside;

    /// <summary>
    /// The names that one registered name gives: «Травкин (Лужин) Пётр Ильич» is also «Лужин Пётр Ильич», and in «Луг (Травкин Пётр Ильич)» the name
    /// stands in the brackets. One word that is left over is a surname or a pseudonym that anybody may bear, so it is only a part.
    /// </summary>
    public static IEnumerable<(string Name, NameKind Kind)> All(string name)
    {
        var (outside, inside) = Cut(name);
        var isWhole = inside.IsEmpty || outside.Contains(' ', StringComparison.Ordinal);
        yield return (outside, isWhole ? NameKind.Registered : NameKind.QuotedPart);
        foreach (var (before, words) in inside)
        {
            if (!isWhole && words.Contains(' ', StringComparison.Ordinal))
            {
                yield return (words, NameKind.Registered);
            }
            else if (isWhole && before.Length > 0 && outside.Length > before.Length && !before.Contains(' ', StringComparison.Ordinal))
            {
                foreach (var surname in words.Split([' ', ',', ';', '/'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0])))
                {
                    yield return (surname + outside[before.Length..], NameKind.Registered);
                }
            }
        }
    }

    /// <summary>What stands outside, and in brackets each piece with the words before it.</summary>
    private static (string Outside, ImmutableArray<(string Before, string Words)> Inside) Cut(string name)
    {
        var outside = new StringBuilder(name.Length);
        var inside = ImmutableArray.CreateBuilder<(string, string)>();
        for (var i = 0; i < name.Length; i++)
        {
            var mark = Opening.IndexOf(name[i], StringComparison.Ordinal);
            if (mark < 0)
            {
                outside.Append(name[i]);
                continue;
            }

            var end = name.IndexOf(Closing[mark], i + 1);
            end = end < 0 ? name.Length : end;
            inside.Add((Tidy(outside.ToString()), name[(i + 1)..end].Trim()));
            outside.Append(' ');
            i = end;
        }

        return (Tidy(outside.ToString()), inside.ToImmutable());
    }

    private static string Tidy(string words) => string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal).Trim(' ', ',', ';');
}
