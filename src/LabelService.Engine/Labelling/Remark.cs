using System.Collections.Immutable;

namespace LabelService.Engine.Labelling;

/// <summary>What is said behind one name: every status of the body in one bracket, parted by semicolons, as newsrooms write it.</summary>
/// <param name="At">Where it stands, in the body's text.</param>
/// <param name="IsJoined">A remark is there already and these follow within its bracket.</param>
internal sealed record Remark(int At, bool IsJoined, ImmutableArray<NoticeText> Parts)
{
    public string Text => IsJoined ? "; " + Joined(p => p.Text) : $" ({Joined(p => p.Text)})";

    /// <param name="mayLink">Not where the name itself is a link: links do not nest.</param>
    public string Html(bool mayLink)
    {
        var parts = Parts.Select(p => mayLink ? p.Part : p.PartWithoutLink);
        return IsJoined ? "; " + string.Join("; ", parts) : " " + LabelMarkup.Remark(parts, Parts[0].Language);
    }

    private string Joined(Func<NoticeText, string> of) => string.Join("; ", Parts.Select(of));
}
