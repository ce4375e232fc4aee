using System.Text.Json;
using Fluid;
using Fluid.Values;
using LabelService.Engine.Model;
using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Packs.Templates;

/// <summary>An article's attributes inside a template: <c>article.attributes.advertiser.name</c>.</summary>
/// <param name="path">What was named so far; null for <c>article</c> itself, empty for its attributes.</param>
internal sealed class AttributeValues(Article article, string? path) : NoticeValue
{
    /// <summary>A place that only leads to others reads as nothing.</summary>
    public override string ToStringValue() => "";

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => path switch
    {
        null when name == "attributes" => new AttributeValues(article, ""),
        null => NilValue.Instance,
        "" => Of(name),
        _ => Of($"{path}.{name}"),
    };

    private FluidValue Of(string found) => AttributePath.Find(article.Attributes, found) is not { } value ? NilValue.Instance : value.ValueKind switch
    {
        JsonValueKind.Object => new AttributeValues(article, found),
        JsonValueKind.String => StringValue.Create(value.GetString()!),
        JsonValueKind.True => BooleanValue.True,
        JsonValueKind.False => BooleanValue.False,
        JsonValueKind.Number when value.TryGetDecimal(out var number) => NumberValue.Create(number),
        _ => StringValue.Create(value.GetRawText()),
    };
}
