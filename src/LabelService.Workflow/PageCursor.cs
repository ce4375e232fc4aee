using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace LabelService.Workflow;

/// <summary>Where a page of rows that are ordered by a time, and then by their number, ended.</summary>
internal readonly record struct PageCursor(DateTimeOffset At, long Number)
{
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}.{Number}")));

    public static bool TryParse(string? text, out PageCursor cursor)
    {
        cursor = default;
        if (text is null || text.Length > 100 || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
        if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || at is < -62_135_596_800_000 or > 253_402_300_799_999)
        {
            return false;
        }

        cursor = new PageCursor(DateTimeOffset.FromUnixTimeMilliseconds(at), number);
        return true;
    }
}
