using System.Globalization;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.Reconciling;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Labelling;

/// <summary>
/// The reasons of an answer, one plain sentence each, in English or Russian. No sentence says that somebody is something: a register
/// includes them since a day.
/// </summary>
internal sealed class Explanations(string language, AskedDay day, Ruleset ruleset)
{
    private bool Russian => language == "ru";

    public string Why(ReconciledDisclosure disclosure)
    {
        var demand = disclosure.Demand!;
        var because = demand.Subject is { } subject ? Listed(subject) : RuleName(demand.Rule);
        var law = Law(demand.Rule);
        return Russian
            ? $"{because}{(law.Length > 0 ? $", и нужна эта отметка ({law})" : "")}; {Status(disclosure)}."
            : $"{because}{(law.Length > 0 ? $", so {law} asks for this notice" : "")}; {Status(disclosure)}.";
    }

    public string WhyUnneeded(NoticeFact notice)
    {
        var entity = notice.Subjects.FirstOrDefault();
        if (entity is null)
        {
            return Russian
                ? $"Отметка в статье есть, но ни одно загруженное правило не требует её {OnDay}."
                : $"The article carries this notice, and no loaded rule asks for it {OnDay}.";
        }

        var listing = entity.Listings.OrderByDescending(l => l.From).First();
        return Russian
            ? $"Отметка в статье есть, но ни одно загруженное правило не требует её {OnDay}: {Register(entity.Registry)} включает «{Plain(entity.Name)}» {Period(listing)}."
            : $"The article carries this notice, and no loaded rule asks for it {OnDay}: {Register(entity.Registry)} includes {EnglishName(entity)} {Period(listing)}.";
    }

    public string WhyAge(ReconciledAge age)
    {
        var law = age.Demands.IsEmpty ? "" : Law(age.Demands[0].Rule);
        return age.Status switch
        {
            DisclosureStatus.Present when age.Demands.IsEmpty => Russian
                ? $"Статья несёт отметку {age.Declared}; ни одно правило не требует более строгой."
                : $"The article carries the mark {age.Declared}; no rule asks for a stricter one.",
            DisclosureStatus.Present => Russian
                ? $"Требуется {age.Required}{By(law)}, статья несёт отметку {age.Declared}."
                : $"{age.Required} is required{By(law)}, and the article carries {age.Declared}.",
            DisclosureStatus.Incorrect => Russian
                ? $"Требуется {age.Required}{By(law)}, а статья несёт более слабую отметку {age.Declared}."
                : $"{age.Required} is required{By(law)}, and the article carries the weaker mark {age.Declared}.",
            DisclosureStatus.Pending => Russian
                ? $"Нужна ли отметка {age.Required}, решает модератор: день неизвестен или неясно, о ком речь."
                : $"Whether {age.Required} is needed is for a moderator: the day, or who is meant, is not certain.",
            _ => Russian
                ? $"Требуется {age.Required}{By(law)}, а отметки в статье нет."
                : $"{age.Required} is required{By(law)}, and the article carries no mark.",
        };
    }

    private string By(string law) => law.Length == 0 ? "" : Russian ? $" ({law})" : $" by {law}";

    private string Listed(SubjectMatch subject)
    {
        var (fact, listing) = (subject.Fact, subject.Listing);
        return Russian
            ? $"{Capital(Register(fact.Entity.Registry))} включает «{Plain(fact.Entity.Name)}» {Period(listing)}, {RussianRole(fact.Role)}"
            : $"{Capital(Register(fact.Entity.Registry))} includes {EnglishName(fact.Entity)} {Period(listing)}, and the article {EnglishRole(fact.Role)}";
    }

    private string Status(ReconciledDisclosure disclosure) => disclosure.Reason switch
    {
        StatusReason.NotFound => Russian ? "в статье её нет" : "it is not in the article",
        StatusReason.NotFoundEndedOnly => Russian
            ? "день неизвестен, а запись или правило уже не действует, поэтому решает модератор"
            : "the day is unknown and the listing or rule has ended, so a moderator decides",
        StatusReason.UncertainWho => Russian
            ? $"та ли это запись реестра, решает модератор ({disclosure.Demand!.Subject?.Fact.Why})"
            : $"whether this is the listed entity is for a moderator to say ({disclosure.Demand!.Subject?.Fact.Why})",
        StatusReason.RuleBraked => Russian ? "правило в последнее время часто ошибалось, поэтому решает модератор" : "the rule was often wrong lately, so a moderator decides",
        StatusReason.RuleAsksForReview => Russian ? "правило оставляет решение модератору" : "the rule leaves it to a moderator",
        StatusReason.Found => Russian ? "она в статье есть" : "it is in the article",
        StatusReason.FoundTranslated => Russian
            ? $"она есть в статье в переводе; официальный язык — {OfficialLanguage(disclosure)}"
            : $"it is in the article as a translation, the official language being {OfficialLanguage(disclosure)}",
        StatusReason.WrongWording => Russian ? $"отметка есть, но её текст не тот, что действует {OnDay}" : $"a notice is there, but not in the wording in force {OnDay}",
        StatusReason.WrongSubject => Russian
            ? $"отметка есть, но называет другое лицо: {disclosure.Notices[0].SubjectText}"
            : $"a notice is there, but it names another body: {disclosure.Notices[0].SubjectText}",
        StatusReason.WrongPlace => Russian ? "отметка есть, но не перед текстом" : "the notice is there, but not before the text",
        _ => Russian ? "правило не требует её" : "no rule asks for it",
    };

    private string OfficialLanguage(ReconciledDisclosure disclosure) => (disclosure.Demand!.What.OfficialLanguage, Russian) switch
    {
        ("ru", true) => "русский",
        ("ru", false) => "Russian",
        ("en", true) => "английский",
        ("en", false) => "English",
        ("de", true) => "немецкий",
        ("de", false) => "German",
        ("fr", true) => "французский",
        ("fr", false) => "French",
        var (code, _) => code ?? "",
    };

    private string OnDay => day.Date is { } date
        ? Russian ? $"на {Date(date)}" : $"on {Date(date)}"
        : Russian ? "ни на какой день" : "on any day";

    private string Register(string id)
    {
        var title = ruleset.Registries.TryGetValue(id, out var registry)
            ? registry.Title.GetValueOrDefault(language) ?? registry.Title.Values.FirstOrDefault() ?? id
            : id;
        return Russian ? $"«{title}»" : $"the \"{title}\"";
    }

    private string Period(Registries.Listing listing) => listing.Until is { } until
        ? Russian ? $"с {Date(listing.From)} до {Date(until)}" : $"from {Date(listing.From)} until {Date(until)}"
        : Russian ? $"с {Date(listing.From)}" : $"since {Date(listing.From)}";

    private string Date(DateOnly date) => date.ToString(Russian ? "dd.MM.yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string RuleName(Rule rule) => Russian
        ? $"Действует правило «{rule.Title.GetValueOrDefault("ru") ?? rule.Id}»"
        : $"The rule \"{rule.Title.GetValueOrDefault("en") ?? rule.Id}\" applies";

    private string Law(Rule rule)
    {
        if (rule.Basis.IsDefaultOrEmpty)
        {
            return "";
        }

        var (act, article) = (rule.Basis[0].In(language).Act, rule.Basis[0].Article);
        return article is null ? act : Russian ? $"{act}, ст. {article}" : $"{act}, article {article}";
    }

    private static string EnglishName(Registries.Entity entity) => entity.NameEn ?? entity.Name;

    // A name that holds quotes needs none around it.
    private static string Plain(string name) => name.Replace('«', '"').Replace('»', '"');

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string EnglishRole(Role role) => role switch
    {
        Role.Author => "names them as an author",
        Role.Publisher => "names them as its publisher",
        Role.Source => "names them as its source",
        Role.Quoted => "cites them",
        Role.Mentioned => "mentions them",
        _ => "links to them",
    };

    private static string RussianRole(Role role) => role switch
    {
        Role.Author => "статья называет автором",
        Role.Publisher => "статья называет издателем",
        Role.Source => "статья называет источником",
        Role.Quoted => "статья на них ссылается",
        Role.Mentioned => "статья их упоминает",
        _ => "статья даёт на них ссылку",
    };
}
