using LabelService.Engine.Model;

namespace LabelService.Workflow.Corrections;

/// <summary>Why something about a correction is not done. Pages have a text for each code, in both languages.</summary>
internal static class CorrectionRefusals
{
    public static Refusal BadUrl => Refusal.Invalid("url", "must be the article's address, beginning with https:// or http://.") with { Code = "bad-url" };

    public static Refusal BadText => Refusal.Invalid("text", $"must say what is wrong, in 10 to {CorrectionBook.LongestText} characters.") with { Code = "bad-text" };

    public static Refusal Full => new(RefusalKind.Unavailable, "corrections-full", "So many corrections wait that none can be taken now; try again tomorrow.");

    public static Refusal Unknown => Refusal.NotFound("There is no such correction.");

    public static Refusal Closed => new(RefusalKind.Conflict, "correction-closed", "Somebody closed this correction already; nothing was changed.");

    public static Refusal SamePerson => new(RefusalKind.Forbidden, "same-person", "That a label stands is for somebody to say who did not decide it.");

    public static Refusal NoneChosen => Refusal.Invalid("numbers", "must name at least one correction.") with { Code = "none-chosen" };
}
