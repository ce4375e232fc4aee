using System.Security.Cryptography;
using System.Text;

namespace LabelService.Web.Labels;

/// <summary>The style sheet of labels and what is made of it, read once from the build.</summary>
internal sealed class LabelStyles
{
    /// <summary>The sheet as it is, for web pages.</summary>
    public LabelStyle Sheet { get; }

    /// <summary>
    /// For <c>&lt;style amp-custom&gt;</c>, which allows no <c>!important</c> and 75,000 bytes: there the page's author writes all other style too.
    /// </summary>
    public LabelStyle Amp { get; }

    public LabelStyles()
    {
        using var stream = typeof(LabelStyles).Assembly.GetManifestResourceStream("labels.css") ?? throw new InvalidOperationException("The labels' style sheet is not in the build.");
        using var reader = new StreamReader(stream);
        var sheet = reader.ReadToEnd();
        Sheet = LabelStyle.Of(sheet);
        Amp = LabelStyle.Of(sheet.Replace(" !important", "", StringComparison.Ordinal));
    }
}

/// <param name="Version">Changes with the content: what <c>?v=</c> of a page that wants to keep it for ever must be.</param>
internal sealed record LabelStyle(byte[] Content, string Version)
{
    public string ETag => $"\"{Version}\"";

    public static LabelStyle Of(string css)
    {
        var content = Encoding.UTF8.GetBytes(css);
        return new LabelStyle(content, Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6)));
    }
}
