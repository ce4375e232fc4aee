using LabelService.Engine.Registries;

namespace LabelService.Engine.Finding;

/// <summary>The names behind which a footnote's mark stands, read as far as the footnotes of a text have asked.</summary>
internal sealed class MarkedNames
{
    public List<Entity> Entities { get; } = [];

    /// <summary>The first name as the text writes it; empty where the mark stands nowhere before.</summary>
    public string Named { get; set; } = "";

    /// <summary>How far the text was searched for the mark, in UTF-16 units.</summary>
    public int ReadTo { get; set; }
}
