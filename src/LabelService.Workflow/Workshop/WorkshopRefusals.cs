namespace LabelService.Workflow.Workshop;

/// <summary>Why something is not done in the workshop.</summary>
internal static class WorkshopRefusals
{
    public static readonly Refusal Unknown = Refusal.NotFound("There is no such draft; it may have been closed.");

    public static readonly Refusal UnknownRelease = Refusal.NotFound("There is no such release in force; somebody may have taken it back already.");

    public static readonly Refusal SamePerson = new(
        RefusalKind.Forbidden, "second-person", "Who wrote or proposed a change cannot approve it; somebody else must.");

    public static readonly Refusal Closed = new(
        RefusalKind.Forbidden, "workshop-closed", "Rules__Workshop does not allow this here: the files in git are the source of truth. Download the pack and put it there.");

    public static Refusal Stale(string by) => new(
        RefusalKind.Conflict, "stale-draft", $"{by} has changed this draft in the meantime; open it again to see it. What you typed is still in your editor.");

    public static Refusal WrongState(DraftState state, string doing) => new(
        RefusalKind.Conflict, "wrong-state", $"The draft is in the state '{state.ToString().ToLowerInvariant()}'; {doing}.");

    public static readonly Refusal BaseMoved = new(
        RefusalKind.Conflict, "base-moved", "The pack in force has changed since this draft was begun; compare the two, take the change over into the draft and save it as based on the new one.");

    public static readonly Refusal Unproven = new(
        RefusalKind.Conflict, "unproven", "Errors, failing cases or gaps stand against it; the editor lists them. A rule goes on only when it proves itself.");
}
