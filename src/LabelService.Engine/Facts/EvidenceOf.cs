using System.Text.Json;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;

namespace LabelService.Engine.Facts;

/// <summary>Makes evidence: the place in what was submitted, the very substring, its reading, and what stands around it.</summary>
internal static class EvidenceOf
{
    /// <summary>UTF-16 units of context on each side: enough to find the place again after an edit elsewhere.</summary>
    private const int Context = 32;

    public static Evidence Range(ReadField field, int start, int end, EvidenceKind kind)
    {
        var (sourceStart, sourceEnd) = (field.Map.SourceStart(start), field.Map.SourceEnd(end));
        return new Evidence
        {
            Field = field.Path,
            Start = sourceStart,
            End = sourceEnd,
            Quote = field.Source[sourceStart..sourceEnd],
            Text = field.Text[start..end],
            Prefix = field.Text[Whole(field.Text, Math.Max(0, start - Context))..start],
            Suffix = field.Text[end..Whole(field.Text, Math.Min(field.Text.Length, end + Context))],
            Kind = kind,
            InText = (start, end),
        };
    }

    /// <summary>A place in a submitted string that is no field of text, such as an address.</summary>
    public static Evidence Address(string path, string address, int start, int length, EvidenceKind kind) => new()
    {
        Field = path,
        Start = start,
        End = start + length,
        Quote = address.Substring(start, length),
        Text = address.Substring(start, length),
        Prefix = address[..start],
        Suffix = address[(start + length)..],
        Kind = kind,
    };

    public static Evidence Attribute(string name, JsonElement value) => new()
    {
        Field = "attributes." + name,
        Text = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(),
        Kind = EvidenceKind.Attribute,
    };

    // A context never begins or ends in the middle of a surrogate pair.
    private static int Whole(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]) ? index - 1 : index;
}
