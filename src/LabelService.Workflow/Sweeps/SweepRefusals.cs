namespace LabelService.Workflow.Sweeps;

internal static class SweepRefusals
{
    public static readonly Refusal Unknown = new(RefusalKind.NotFound, "no-sweep", "There is no sweep of this id; GET /v1/sweeps lists those of the last 90 days.");

    public static readonly Refusal NothingChanged = new(RefusalKind.Conflict, "nothing-changed", "The rules have not changed since they were first loaded; with \"scope\": \"all\" every stored article is looked at.");

    public static readonly Refusal OtherSites = new(RefusalKind.Forbidden, "other-sites", "The sweep is about articles of sites that are not given to you; somebody who has all of them must do this, or give the sweep one of your sites.");

    public static Refusal Not(string what, string state) => new(RefusalKind.Conflict, "sweep-state", $"A sweep that is {state} cannot be {what}.");
}
