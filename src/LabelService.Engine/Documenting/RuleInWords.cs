using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Documenting;

/// <summary>A rule in plain words, for a journalist: when it speaks and what it asks.</summary>
/// <param name="When">A sentence.</param>
/// <param name="Asks">A sentence for each outcome.</param>
public sealed record RuleInWords(string Title, string When, ImmutableArray<string> Asks)
{
    public static RuleInWords Of(Rule rule, string language, IReadOnlyDictionary<string, Registry> registries)
    {
        var tongue = Tongue.In(language);
        var when = new ConditionWords(tongue, registries).Of(rule.When);
        var day = rule.Day == DayBasis.Published ? tongue.Say("The law looks at the day of publication.", "Закон смотрит на день публикации.") : tongue.Say("The law looks at the day asked about.", "Закон смотрит на день, на который спрашивают.");
        return new RuleInWords(tongue.Of(rule.Title) ?? rule.Id, tongue.Say($"It speaks when {when}. {day}", $"Говорит, когда {when}. {day}"), [.. rule.Require.Select(r => Ask(r, tongue))]);
    }

    private static string Ask(Requirement requirement, Tongue tongue) => requirement switch
    {
        DisclosureRequirement text => Ask(text, tongue),
        AgeRequirement age => tongue.Say($"At least the age mark {age.Value}.", $"Возрастной знак не мягче {age.Value}."),
        FlagRequirement { Action: FlagAction.Block } flag => tongue.Say($"Publication is held: {tongue.Of(flag.Why)}", $"Публикация задерживается: {tongue.Of(flag.Why)}"),
        FlagRequirement { Action: FlagAction.Suggest } flag => tongue.Say($"A moderator is asked to look: {tongue.Of(flag.Why)}", $"Модератора просят посмотреть: {tongue.Of(flag.Why)}"),
        FlagRequirement flag => tongue.Say($"It is noted: {tongue.Of(flag.Why)}", $"Отмечается: {tongue.Of(flag.Why)}"),
        _ => throw new NotSupportedException($"No words for {requirement.GetType().Name}."),
    };

    private static string Ask(DisclosureRequirement text, Tongue tongue)
    {
        var language = text.OfficialLanguage is { } official ? tongue.Say($", in the language {official}", $", на языке {official}") : "";
        var needs = text.Needs.IsDefaultOrEmpty ? "" : tongue.Say($" The newsroom must give {string.Join(", ", text.Needs.Select(n => $"`{n}`"))}.", $" Редакция должна дать {string.Join(", ", text.Needs.Select(n => $"`{n}`"))}.");
        var review = text.Review ? tongue.Say(" A moderator decides even where all is certain.", " Решает модератор, даже когда всё ясно.") : "";
        return tongue.Say($"A notice {tongue.Place(text.Placement)}{language}.", $"Пометка {tongue.Place(text.Placement)}{language}.") + Form(text.Presentation, tongue) + needs + review;
    }

    private static string Form(Presentation? form, Tongue tongue)
    {
        var size = form?.MinFontRatio is { } ratio
            ? tongue.Say(FormattableString.Invariant($" Its type is at least {ratio} times as large as the text's."), FormattableString.Invariant($" Шрифт не меньше чем в {ratio} раза крупнее шрифта текста."))
            : "";
        var contrast = form?.Contrast == true ? tongue.Say(" In a contrasting colour.", " Контрастным цветом.") : "";
        return size + contrast;
    }
}
