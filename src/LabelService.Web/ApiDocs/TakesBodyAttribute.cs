namespace LabelService.Web.ApiDocs;

/// <summary>Says in the OpenAPI document what body an action reads; the actions read the bytes themselves.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesBodyAttribute(Type type, string mediaType = "application/json") : Attribute
{
    public Type Type => type;
    public string MediaType => mediaType;
}
