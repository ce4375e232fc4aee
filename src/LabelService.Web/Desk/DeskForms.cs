using System.Collections.Immutable;
using System.Globalization;
using LabelService.Engine.Model;
using LabelService.Workflow;
using LabelService.Workflow.Reviews;

namespace LabelService.Web.Desk;

/// <summary>The forms by which something is decided, read.</summary>
internal static class DeskForms
{
    /// <summary>Bytes: as many as the same takes by the API.</summary>
    public const int Largest = 256 << 10;

    private const string TextPrefix = "text.";

    public static TypedDecision Read(IFormCollection form) => new(
        Value(form, "disclosureId"), Value(form, "action"), Value(form, "reason"), Value(form, "remember"), Value(form, "until"),
        form.Keys.Where(k => k.StartsWith(TextPrefix, StringComparison.Ordinal)).ToDictionary(k => k[TextPrefix.Length..], k => form[k].ToString(), StringComparer.Ordinal));

    /// <returns>The decision; null where the form says none.</returns>
    public static DisclosureDecision? Decision(TypedDecision typed, string disclosure)
    {
        if (!Kebab<DecisionAction>.TryParse(typed.Action ?? "", out var action))
        {
            return null;
        }

        RememberScope? scope = Kebab<RememberScope>.TryParse(typed.Remember ?? "", out var given) ? given : null;
        return new DisclosureDecision
        {
            DisclosureId = disclosure,
            Action = action,
            Reason = typed.Reason,
            Text = action != DecisionAction.Edit ? null
                : typed.Texts.ToImmutableSortedDictionary(t => t.Key, t => t.Value.ReplaceLineEndings("\n").Trim(), StringComparer.Ordinal),
            Remember = scope,
            RememberUntil = scope is null ? null : Day(typed.Until),
        };
    }

    /// <summary>A day that was typed and is none.</summary>
    public static Refusal? Fault(TypedDecision typed) => typed.Until is null || Day(typed.Until) is not null ? null : ReviewRefusals.CannotRemember("until", "must be a day.");

    public static int Revision(IFormCollection form) => int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Value(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } value ? value : null;
}
