using System.Globalization;
using LabelService.Engine.Model;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Documenting;

/// <summary>A condition in plain words, as a part of a sentence that begins with "when" («когда»).</summary>
/// <param name="registries">The loaded registries, for their titles.</param>
internal sealed class ConditionWords(Tongue tongue, IReadOnlyDictionary<string, Registry> registries)
{
    public string Of(Condition condition) => condition switch
    {
        AllCondition all => List(all.Conditions, tongue.Say(" and ", " и ")),
        AnyCondition any => List(any.Conditions, tongue.Say(" or ", " или ")),
        NotCondition not => tongue.Say($"it is not so that {Inner(not.Inner)}", $"неверно, что {Inner(not.Inner)}"),
        AlwaysCondition => tongue.Say("in every article", "в любой статье"),
        EntityCondition entity => Entity(entity),
        FormerCondition former => Former(former),
        TermsCondition terms => Terms(terms),
        PatternCondition pattern => tongue.Say($"words of this form stand in the article: `{pattern.Regex}`", $"в статье есть слова такого вида: `{pattern.Regex}`") + Where(pattern.Scope),
        KindCondition kind => tongue.Say($"the article is {tongue.Or(kind.Kinds.Select(tongue.Kind))}", $"материал — {tongue.Or(kind.Kinds.Select(tongue.Kind))}"),
        FormatCondition format => tongue.Say($"the article was sent as {tongue.Or(format.Formats.Select(Kebab<ArticleFormat>.Word))}", $"материал прислан в формате {tongue.Or(format.Formats.Select(Kebab<ArticleFormat>.Word))}"),
        SectionCondition section => tongue.Say($"the article's section is {tongue.Or(section.Sections.Select(tongue.Quote))}", $"раздел статьи — {tongue.Or(section.Sections.Select(tongue.Quote))}"),
        TagCondition tag => tongue.Say($"the article has the tag {tongue.Or(tag.Tags.Select(tongue.Quote))}", $"у статьи есть метка {tongue.Or(tag.Tags.Select(tongue.Quote))}"),
        LanguageCondition language => tongue.Say($"the article is in {tongue.Or(language.Tags)}", $"язык статьи — {tongue.Or(language.Tags)}"),
        MediaCondition media => Media(media),
        AttributeCondition attribute => Attribute(attribute),
        DaysCondition days => tongue.Say($"the day {(days.OfPublication ? "of publication" : "asked about")} is", days.OfPublication ? "день публикации —" : "день, на который спрашивают, —") + tongue.Period(days.From, days.Until),
        AgeCondition age => Age(age),
        RuleCondition rule => rule.Fired
            ? tongue.Say($"the rule `{rule.Rule}` speaks too", $"говорит и правило `{rule.Rule}`")
            : tongue.Say($"the rule `{rule.Rule}` does not speak", $"правило `{rule.Rule}` молчит"),
        _ => throw new NotSupportedException($"No words for {condition.GetType().Name}."),
    };

    private string List(IEnumerable<Condition> conditions, string between) => string.Join(between, conditions.Select(Inner));

    /// <summary>Brackets keep an "or" inside an "and" apart.</summary>
    private string Inner(Condition condition) => condition is AllCondition { Children.Length: > 1 } or AnyCondition { Children.Length: > 1 } ? $"({Of(condition)})" : Of(condition);

    private string Entity(EntityCondition entity)
    {
        var who = entity.Kinds.IsEmpty ? tongue.Say("somebody", "кто-то") : tongue.Or(entity.Kinds.Select(tongue.Kind));
        var only = entity.Ids.Count == 0 ? "" : tongue.Say($" ({tongue.Or(entity.Ids.Order(StringComparer.Ordinal))})", $" ({tongue.Or(entity.Ids.Order(StringComparer.Ordinal))})");
        var material = entity.Material switch
        {
            Facts.MaterialKind.Own => tongue.Say(", in an article of its own", ", и это собственный материал"),
            Facts.MaterialKind.Repost => tongue.Say(", in an article that another publisher reposts", ", и это перепечатка другим изданием"),
            _ => "",
        };
        return tongue.Say(
            $"{who}{only} whom {Titles(entity.Registries)} includes on that day is the article's {Roles(entity.Roles)}{material}",
            $"{who}{only} из тех, кого на этот день включает {Titles(entity.Registries)}, — {Roles(entity.Roles)}{material}");
    }

    private string Former(FormerCondition former) => tongue.Say(
        $"somebody whom {Titles(former.Registries)} once included and no longer does on that day is the article's {Roles(former.Roles)}",
        $"кто-то, кого {Titles(former.Registries)} включал раньше и на этот день уже не включает, — {Roles(former.Roles)}");

    private string Roles(IReadOnlyCollection<Role> roles) => roles.Count == 0 ? tongue.Say("author, source or anybody named", "автор, источник или любой названный") : tongue.Or(roles.Select(tongue.Role));

    private string Titles(IEnumerable<string> ids) => tongue.Or(ids.Order(StringComparer.Ordinal).Select(id =>
        tongue.Quote(registries.TryGetValue(id, out var registry) ? tongue.Of(registry.Title) ?? id : id)));

    private string Terms(TermsCondition terms)
    {
        const int Shown = 12;
        var any = terms.Phrases.Except(terms.All, StringComparer.Ordinal).ToList();
        var more = any.Count > Shown ? tongue.Say($" and {any.Count - Shown} more", $" и ещё {any.Count - Shown}") : "";
        var words = any.Count == 0 ? "" : tongue.Say("one of the words ", "одно из слов: ") + string.Join(", ", any.Take(Shown).Select(tongue.Quote)) + more;
        var all = terms.All.IsEmpty ? "" : tongue.Say("each of the words ", "каждое из слов: ") + string.Join(", ", terms.All.Take(Shown).Select(tongue.Quote));
        var often = terms.AtLeast > 1 ? tongue.Say($", in at least {terms.AtLeast} places", $", не меньше чем в {terms.AtLeast} местах") : "";
        return tongue.Say("the article has ", "в статье есть ") + string.Join(tongue.Say(" and ", " и "), new[] { words, all }.Where(w => w.Length > 0)) + often + Where(terms.Scope);
    }

    private string Where(FieldScope scope) => scope.Parts.IsEmpty ? "" : " (" + tongue.Or(scope.Parts.Select(tongue.Part)) + ")";

    private string Media(MediaCondition media)
    {
        var kind = media.Kinds.IsEmpty ? tongue.Say("pictures, sound or video", "картинка, звук или видео") : tongue.Or(media.Kinds.Select(tongue.Kind));
        var least = media.MinSeconds is { } min ? tongue.Say($" of at least {min.ToString(CultureInfo.InvariantCulture)} seconds", $" не короче {min.ToString(CultureInfo.InvariantCulture)} с") : "";
        var most = media.MaxSeconds is { } max ? tongue.Say($" of at most {max.ToString(CultureInfo.InvariantCulture)} seconds", $" не длиннее {max.ToString(CultureInfo.InvariantCulture)} с") : "";
        return tongue.Say($"the article has {kind}{least}{most}", $"в статье есть {kind}{least}{most}");
    }

    private string Attribute(AttributeCondition attribute)
    {
        var name = $"`{attribute.Name}`";
        string[] parts =
        [
            .. attribute.Values.IsEmpty ? [] : new[] { tongue.Say($"is {tongue.Or(attribute.Values.Select(tongue.Quote))}", $"— {tongue.Or(attribute.Values.Select(tongue.Quote))}") },
            .. attribute.Exists switch { true => [tongue.Say("is given", "задан")], false => [tongue.Say("is not given", "не задан")], _ => Array.Empty<string>() },
            .. attribute.Above is { } above ? [tongue.Say($"is above {above.ToString(CultureInfo.InvariantCulture)}", $"больше {above.ToString(CultureInfo.InvariantCulture)}")] : Array.Empty<string>(),
            .. attribute.Below is { } below ? [tongue.Say($"is below {below.ToString(CultureInfo.InvariantCulture)}", $"меньше {below.ToString(CultureInfo.InvariantCulture)}")] : Array.Empty<string>(),
        ];
        return tongue.Say($"the attribute {name} ", $"атрибут {name} ") + string.Join(tongue.Say(" and ", " и "), parts);
    }

    private string Age(AgeCondition age)
    {
        string[] parts =
        [
            .. age.MoreThanYears is { } years ? [tongue.Say($"more than {years} years", $"больше {years} лет")] : Array.Empty<string>(),
            .. age.MoreThanDays is { } more ? [tongue.Say($"more than {more} days", $"больше {more} дней")] : Array.Empty<string>(),
            .. age.LessThanDays is { } less ? [tongue.Say($"less than {less} days", $"меньше {less} дней")] : Array.Empty<string>(),
        ];
        return tongue.Say("the article is ", "статье ") + string.Join(tongue.Say(" and ", " и "), parts) + tongue.Say(" old", "");
    }
}
