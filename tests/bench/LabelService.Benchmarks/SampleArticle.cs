using System.Text;

namespace LabelService.Benchmarks;

/// <summary>An English article of an exact size, with a title, a notice, an age mark, a cited agency and a source line.</summary>
internal static class SampleArticle
{
    private const string Head =
        "Harbour towns ask for a longer ferry season\n\n" +
        "This material (information) was produced, distributed and (or) sent by foreign agent RS-Balt JSC " +
        "or concerns the activity of foreign agent RS-Balt JSC. 18+\n\n";

    private const string Tail = "\n\nSource: Rosbalt\n";

    private static readonly string[] Words = (
        "the ferry harbour council season winter Marta Lindqvist engineer budget island letter says that a new of in and to for with " +
        "passengers signed September report Northern Line company would remain open until spring because storms closed quay twice " +
        "residents agreed repair twelve vessels however minister Pavel Dorn answered questions about timetable tickets price rises").Split(' ');

    /// <summary>The article in <paramref name="bytes"/> bytes of UTF-8, all of them ASCII; the same for the same size.</summary>
    public static string Make(int bytes)
    {
        var random = new Random(6000);
        var text = new StringBuilder(Head, bytes + 200);
        var end = bytes - Tail.Length;
        for (var sentence = 0; text.Length < end; sentence++)
        {
            if (sentence % 11 == 5)
                text.Append("As TASS explains, ");
            for (var word = 0; word < 14; word++)
                text.Append(Words[random.Next(Words.Length)]).Append(word < 13 ? " " : sentence % 4 == 3 ? ".\n\n" : ". ");
        }
        text.Length = end;
        return text.Append(Tail).ToString();
    }
}
