namespace LabelService.Web.Desk;

/// <summary>What somebody typed into a form that was refused; nothing of it is lost.</summary>
/// <param name="DisclosureId">The question that it answers; null for what is said without deciding.</param>
/// <param name="Action">What was to be done: a decision's word, or that of a form under "more".</param>
internal sealed record TypedDecision(string? DisclosureId, string? Action, string? Reason, string? Remember, string? Until, IReadOnlyDictionary<string, string> Texts)
{
    private static readonly Dictionary<string, string> NoTexts = new(StringComparer.Ordinal);

    public static readonly TypedDecision Nothing = new(null, null, null, null, null, NoTexts);

    public bool HasWords => Reason is not null || Texts.Count > 0;

    public static TypedDecision Said(string act, string? reason) => new(null, act, string.IsNullOrWhiteSpace(reason) ? null : reason, null, null, NoTexts);
}
