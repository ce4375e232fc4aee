using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LabelService.Web.ApiDocs;

/// <summary>Describes what the generator cannot see through: words, days and times that converters of ours write.</summary>
internal sealed class ContractSchemas : IOpenApiSchemaTransformer
{
    private const string NoticeCodes =
        "Stable. pack-broken, registry-unavailable: it has no usable version, the verdict is needs-review and the coverage partial. pack-kept, registry-kept: it has errors "
        + "and served in its last good state. registry-stale: retrieved too long before the day asked; the coverage is partial. day-unknown and unknown-field are of the request, "
        + "wording-unverified of a rule.";

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var nullable = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type);
        var type = nullable ?? context.JsonTypeInfo.Type;
        var text = nullable is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        if (type.IsEnum)
        {
            schema.Type = text;
            schema.Enum = [.. Words(type).Select(word => (JsonNode)word)];
        }
        else if (type == typeof(DateOnly))
        {
            (schema.Type, schema.Format) = (text, "date");
        }
        else if (type == typeof(Moment))
        {
            schema.Type = text;
            schema.Description = "ISO 8601: with an offset, without one (then in the ruleset's time zone), or a bare day.";
            schema.Examples = ["2023-02-07T09:00:00Z"];
        }
        else if (type == typeof(Notice) && schema.Properties?["code"] is OpenApiSchema code)
        {
            code.Description = NoticeCodes;
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string> Words(Type type)
    {
        var camel = type == typeof(DayOrigin);
        var policy = camel ? System.Text.Json.JsonNamingPolicy.CamelCase : System.Text.Json.JsonNamingPolicy.KebabCaseLower;
        return Enum.GetNames(type).Select(policy.ConvertName);
    }
}
