using System.Globalization;
using Fluid;
using Fluid.Values;
using LabelService.Engine.Grammar;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Packs.Templates;

/// <summary>The subject of a notice inside its template: written bare it is the registered name, and the filters of case decline it.</summary>
internal sealed class SubjectValue(Entity entity, Listing? listing, string language) : NoticeValue
{
    public static readonly string[] Members = ["name", "nameEn", "kind", "listedFrom", "listedUntil"];

    private bool IsRussian => language == "ru" || language.StartsWith("ru-", StringComparison.Ordinal);

    /// <summary>The name in a case; only Russian declines it.</summary>
    public string InCase(GrammaticalCase @case) => IsRussian
        ? RussianNames.Inflect(entity.Name, entity.Kind, entity.Gender, @case)
        : ToStringValue();

    public override string ToStringValue() => IsRussian ? entity.Name : entity.NameEn ?? entity.Name;

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => name switch
    {
        "name" => StringValue.Create(entity.Name),
        "nameEn" => StringValue.Create(entity.NameEn ?? entity.Name),
        "kind" => StringValue.Create(Kebab<EntityKind>.Word(entity.Kind)),
        "listedFrom" => Day(listing?.From),
        "listedUntil" => Day(listing?.Until),
        _ => NilValue.Instance,
    };

    /// <summary>Days as the notice's language writes them.</summary>
    private FluidValue Day(DateOnly? day) => day is not { } known
        ? NilValue.Instance
        : StringValue.Create(known.ToString(IsRussian ? "dd.MM.yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
