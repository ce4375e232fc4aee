using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LabelService.Benchmarks;

/// <summary>
/// Invented Russian-like articles of about six kilobytes, an article a line: words as often as a language has them, four listed names and four
/// that only resemble them in each, a fifth of them in capitals. Fifty more names stand in articles that are known.
/// </summary>
internal sealed class ArchiveWorkload
{
    public const int Planted = 50;

    /// <summary>A planted name stands in one of so many articles.</summary>
    public const int PlantedEvery = 997;

    /// <summary>Of ten planted names the one whose given name no list knows: of it the register makes one, and so it tells more of other texts.</summary>
    public const int Strange = 9;

    private const int WordsOfArticle = 480;
    private const string Consonants = "бвгджзклмнпрстфхцчш";
    private const string Vowels = "аеиоуыэюя";
    private static readonly string[] Endings = ["ова", "ову", "ове", "овой", "овым", "ский", "ского", "скому", "ским", "ская", "скую", "енко", "евич", "евича"];
    private static readonly string[] GivenEndings = ["й", "н", "р", "ла", "на", "я"];
    private static readonly string[] KnownGiven = ["Пётр", "Олег", "Игорь", "Николай", "Андрей", "Сергей", "Виктор", "Павел"];
    private static readonly string[] WordEndings = ["", "ть", "ный", "ого", "ами", "ение", "ости", "л", "ла"];
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Random _random = new(20260);
    private readonly List<string> _given;
    private readonly List<string> _surnames;
    private readonly List<string> _words;
    private readonly double[] _weights;

    public ArchiveWorkload()
    {
        _given = Distinct(600, () => Capital(Word(2, 3) + Pick(GivenEndings)));
        _surnames = Distinct(45_000, () => Capital(Word(2, 3) + Pick(Endings)));
        _words = [.. "и в на не что по с за из о для как это от".Split(' '), .. Distinct(20_000, () => Word(1, 4) + Pick(WordEndings))];
        _weights = new double[_words.Count];
        for (var i = 0; i < _weights.Length; i++)
        {
            _weights[i] = (1 / (i + 2.7)) + (i == 0 ? 0 : _weights[i - 1]);
        }

        Names = [.. Distinct(Planted, () => Capital(Word(3, 4)) + "ов").Select((surname, i) => $"{(i % 10 == Strange ? Pick(_given) : Pick(KnownGiven))} {surname}")];
    }

    /// <summary>Words of the texts, the commonest first.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The planted names.</summary>
    public IReadOnlyList<string> Names { get; }

    public static bool Holds(int article, int name) => article % PlantedEvery == name * 19;

    public void Write(string file, int count)
    {
        using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false), 1 << 20);
        for (var i = 0; i < count; i++)
        {
            writer.WriteLine(JsonSerializer.Serialize(new { externalId = $"a{i}", title = "Порты просят продлить навигацию", publishedAt = "2024-03-01", body = Article(i) }, Readable));
        }
    }

    private string Article(int number)
    {
        var names = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            names.Add($"{Pick(_given)} {_surnames[_random.Next(_surnames.Count - 3_000)]}");
            names.Add($"{Pick(_given)} {_surnames[^_random.Next(1, 3_000)]}");
        }

        for (var i = 0; i < Planted; i++)
        {
            if (Holds(number, i))
            {
                names.Add(Names[i]);
            }
        }

        var places = names.ToLookup(_ => _random.Next(WordsOfArticle));
        var text = new StringBuilder(4_000);
        for (int i = 0, left = 0; i < WordsOfArticle; i++)
        {
            var opens = left-- == 0;
            left = opens ? _random.Next(6, 18) : left;
            text.Append(opens && i > 0 ? ". " : i > 0 ? _random.Next(12) == 0 ? ", " : " " : "");
            foreach (var name in places[i])
            {
                text.Append(_random.Next(5) == 0 ? name.ToUpperInvariant() : name).Append(' ');
            }

            var word = Common();
            text.Append(opens ? Capital(word) : word);
        }

        return text.Append('.').ToString();
    }

    private string Common()
    {
        var at = Array.BinarySearch(_weights, _random.NextDouble() * _weights[^1]);
        return _words[Math.Min(at < 0 ? ~at : at, _words.Count - 1)];
    }

    private string Word(int least, int most)
    {
        var word = new StringBuilder();
        for (var i = _random.Next(least, most + 1); i > 0; i--)
        {
            word.Append(Consonants[_random.Next(Consonants.Length)]).Append(Vowels[_random.Next(Vowels.Length)]);
            if (_random.Next(3) == 0)
            {
                word.Append(Consonants[_random.Next(Consonants.Length)]);
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

    private string Pick(IReadOnlyList<string> of) => of[_random.Next(of.Count)];
}
