using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>A place where words may mean a registered entity.</summary>
/// <param name="Start">In UTF-16 units of the text, as <paramref name="End"/>.</param>
/// <param name="First">Index of the first word.</param>
/// <param name="Last">Index of the last word.</param>
/// <param name="IsDisguised">Some letters are hidden, masked or only look like what they stand for.</param>
internal readonly record struct NameHit(Entity Entity, NameKind Kind, int Start, int End, int First, int Last, NameReason Reason, bool IsDisguised = false)
{
    public int Length => End - Start;

    public Certainty Certainty => NameReasons.CertaintyOf(Reason);

    public bool Contains(NameHit other) => Start <= other.Start && other.End <= End;
}
