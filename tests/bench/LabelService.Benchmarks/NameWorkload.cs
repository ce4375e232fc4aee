using System.Text;
using LabelService.Engine.Registries;

namespace LabelService.Benchmarks;

/// <summary>Invented two-word Cyrillic names and Russian-like articles that hold some of them; the same for the same size and seed.</summary>
internal static class NameWorkload
{
    private const string Consonants = "бвгджзклмнпрстфхцчш";
    private const string Vowels = "аеиоуыэюя";
    private static readonly string[] Endings = ["ов", "ова", "ский", "ская", "енко", "ич", "ин", "ина", "ук", "ян"];
    private static readonly string[] GivenEndings = ["ий", "ан", "ор", "ла", "на", "я"];
    private static readonly string[] Small = ["и", "в", "на", "не", "что", "по", "с", "за", "из", "о", "для", "как", "это", "от"];

    public static List<Entity> Persons(int count)
    {
        var random = new Random(2026);
        var given = Distinct(600, () => Capital(Word(random, 2, 3) + Pick(random, GivenEndings)));
        var surnames = Distinct(Math.Max(400, count / 2), () => Capital(Word(random, 2, 3) + Pick(random, Endings)));
        return Distinct(count, () => $"{Pick(random, given)} {Pick(random, surnames)}").Select((name, i) => Person(i, name)).ToList();
    }

    /// <summary>An article of <paramref name="bytes"/> bytes of UTF-8 at most, a title and paragraphs, a listed name in each six kilobytes.</summary>
    public static string Article(int bytes, IReadOnlyList<Entity> persons, int seed = 7)
    {
        var random = new Random(seed);
        var words = Distinct(4_000, () => Word(random, 1, 4) + Pick(random, ["ть", "ный", "ого", "ами", "ение", "ости", "л", "ла", ""]));
        var text = new StringBuilder("Порты просят продлить навигацию\n\n");
        var left = bytes - Encoding.UTF8.GetByteCount(text.ToString()) - 60;
        for (var n = 0; left > 0; n++)
        {
            var word = n % 480 == 240 ? persons[random.Next(persons.Count)].Name : random.Next(3) == 0 ? Pick(random, Small) : Pick(random, words);
            word += n % 14 == 13 ? n % 56 == 55 ? ".\n\n" : ". " : " ";
            text.Append(n % 14 == 0 ? Capital(word) : word);
            left -= Encoding.UTF8.GetByteCount(word);
        }

        return text.Append("\n\nИсточник: Портовый вестник").ToString();
    }

    private static Entity Person(int number, string name) => new() { Id = $"bench:{number}", Registry = "bench", Kind = EntityKind.Person, Name = name, Listings = [new Listing(new DateOnly(2022, 1, 1), null, null, null)] };

    private static string Word(Random random, int least, int most)
    {
        var word = new StringBuilder();
        for (var i = random.Next(least, most + 1); i > 0; i--)
        {
            word.Append(Consonants[random.Next(Consonants.Length)]).Append(Vowels[random.Next(Vowels.Length)]);
            if (random.Next(3) == 0)
            {
                word.Append(Consonants[random.Next(Consonants.Length)]);
            }
        }

        return word.ToString();
    }

    private static List<string> Distinct(int count, Func<string> make)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Count < count)
        {
            seen.Add(make());
        }

        return [.. seen];
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Pick(Random random, IReadOnlyList<string> of) => of[random.Next(of.Count)];
}
