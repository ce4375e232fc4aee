using System.Globalization;
using System.Text;
using QRCoder;

namespace LabelService.Web.Accounts;

/// <summary>A QR code as the one path of an SVG, so that no image is fetched and no style is needed.</summary>
/// <param name="Side">How many modules wide and high, the quiet zone included.</param>
internal sealed record QrPath(int Side, string Path)
{
    public static QrPath Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrPath(rows.Count, path.ToString());
    }
}
