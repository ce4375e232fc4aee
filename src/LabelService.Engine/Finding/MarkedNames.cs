using LabelService.Engine.Registries;

namespace LabelService.Engine.Finding;

/// <summary>The names behind which a footnote's mark stands, read as far as the footnotes of a text have asked.</summary>
internal sealed class MarkedNames
{
    public List<Entity> Entities { get; } = [];

    /// <summary>The first name as the text writes it, or the same one in full; empty where the mark stands nowhere before.</summary>
    public string Named { get; private set; } = "";

    /// <summary>How far the text was searched for the mark, in UTF-16 units.</summary>
    public int ReadTo { get; set; }

    /// <summary>Takes a further name: «Луниной¹» of a headline is «Ольги Луниной¹» in the text.</summary>
    public void Name(string name)
    {
        if (Named.Length == 0 || (name.Length > Named.Length && !Named.Contains(' ', StringComparison.Ordinal) && SharesSurname(name)))
        {
            Named = name;
        }
    }

    private bool SharesSurname(string name)
    {
        var last = name.AsSpan(name.LastIndexOf(' ') + 1);
        return Named.Length > 4 && last.Length > 4 && last[..4].SequenceEqual(Named.AsSpan(0, 4));
    }
}
