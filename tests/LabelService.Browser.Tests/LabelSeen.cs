namespace LabelService.Browser.Tests;

/// <summary>A label as the browser shows it.</summary>
internal sealed class LabelSeen
{
    public string Text { get; set; } = "";
    public string Placement { get; set; } = "";
    public string Wanted { get; set; } = "";
    public bool IsStrong { get; set; }
    public bool IsInline { get; set; }
    public bool IsVisible { get; set; }
    public bool IsWhole { get; set; }
    public bool IsBeforeBody { get; set; }
    public double Ratio { get; set; }
    public double Contrast { get; set; }
    public double LinkContrast { get; set; }

    /// <summary>Contrast as WCAG 2.2 defines it, from the colours that the browser computed.</summary>
    public const string Colours = """
        const channels = (css) => css.match(/[\d.]+/g).map(Number);
        const luminance = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
        const behind = (e) => { for (; e; e = e.parentElement) { const c = channels(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] === 1) return c; } return [255, 255, 255]; };
        const contrast = (e) => { const [a, b] = [luminance(channels(getComputedStyle(e).color)), luminance(behind(e))]; return (Math.max(a, b) + .05) / (Math.min(a, b) + .05); }
        """;

    public const string Script = $$"""
        () => {
          {{Colours}};
          const body = [...document.querySelectorAll('article p')].find((p) => !/ls-/.test(p.className));
          const shown = (e) => { for (let up = e; up; up = up.parentElement) { const s = getComputedStyle(up); if (s.display === 'none' || s.visibility !== 'visible' || Number(s.opacity) < 1) return false; } return e.getBoundingClientRect().width > 0; };
          return [...document.querySelectorAll('.ls-disclosure, .ls-age-mark, .ls-source')].map((label) => {
            const words = label.querySelector('.ls-text') ?? label;
            const link = label.querySelector('.ls-about');
            const box = words.getBoundingClientRect();
            return {
              text: words.textContent, placement: label.dataset.placement ?? '', wanted: label.dataset.fontRatio ?? '1', isStrong: label.dataset.contrast === 'high',
              isInline: label.localName === 'span', isVisible: shown(words), isWhole: box.right <= innerWidth && label.scrollWidth <= Math.max(label.clientWidth, 1) + 1 && label.getBoundingClientRect().bottom <= (label.nextElementSibling?.getBoundingClientRect().top ?? Infinity) + 1,
              isBeforeBody: Boolean(label.compareDocumentPosition(body) & Node.DOCUMENT_POSITION_FOLLOWING),
              ratio: parseFloat(getComputedStyle(words).fontSize) / parseFloat(getComputedStyle(body).fontSize), contrast: contrast(words), linkContrast: link ? contrast(link) : 21,
            };
          });
        }
        """;

    public void MustHoldItsForm(string where)
    {
        var what = $"{where}: «{Text}»";
        Assert.True(IsVisible, $"{what} is not visible");
        Assert.True(IsInline || IsWhole, $"{what} is cut off or lies over what follows");
        Assert.True(Ratio >= double.Parse(Wanted, System.Globalization.CultureInfo.InvariantCulture) - .001, $"{what} is {Ratio} of the text's size, not {Wanted}");
        Assert.True(Contrast >= (IsStrong ? 7 : 4.5), $"{what} has the contrast {Contrast}");
        Assert.True(LinkContrast >= 4.5, $"{what} has a link of the contrast {LinkContrast}");
        Assert.True(Placement is not ("before-body" or "before-title" or "on-media") || IsBeforeBody, $"{what} does not stand before the text");
    }
}
