namespace LabelService.Web.ApiDocs;

/// <summary>Statuses of this action's own refusals, for the OpenAPI document; those of keys, bodies and limits are added by themselves.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RefusesAttribute(params int[] statuses) : Attribute
{
    public IReadOnlyList<int> Statuses => statuses;
}
