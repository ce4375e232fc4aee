using System.Globalization;
using LabelService.Web.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace LabelService.Web.ApiDocs;

/// <summary>Adds to each call what its attributes say: the key and scope it needs, its body, its errors, and examples.</summary>
internal sealed class CallDescriber : IOpenApiOperationTransformer
{
    public const string KeyScheme = "siteKey";
    private const string ProblemName = "Problem";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var examples = ApiExamples.Of(context.Description.HttpMethod!, "/" + context.Description.RelativePath);
        var scope = metadata.OfType<ScopeAttribute>().FirstOrDefault();
        var person = metadata.OfType<PersonOnlyAttribute>().LastOrDefault();
        var body = metadata.OfType<TakesBodyAttribute>().FirstOrDefault();
        if (body is not null)
        {
            var schema = await ReferenceAsync(context, body.Type, cancellationToken);
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { [body.MediaType] = new() { Schema = schema, Example = examples.Request } },
            };
        }

        foreach (var media in operation.Responses?.Where(r => r.Key.StartsWith('2')).SelectMany(r => r.Value.Content?.Values ?? []) ?? [])
        {
            (media as OpenApiMediaType)!.Example = examples.Response;
        }

        if (scope is not null)
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }];
            operation.Description = $"{operation.Description} Needs {(scope.Scope is null ? "any key" : $"a key with the scope `{scope.Scope}`")}.".Trim();
        }

        if (person is not null)
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }];
            operation.Description = $"{operation.Description} Needs a person: a personal key or a session{(person.Roles.Count == 0 ? "" : $", with one of the roles {string.Join(", ", person.Roles)}")}; an administrator has all.".Trim();
        }

        await AddProblemsAsync(operation, context, Statuses(scope, person, body, metadata.OfType<RefusesAttribute>().FirstOrDefault()), cancellationToken);
    }

    private static SortedSet<int> Statuses(ScopeAttribute? scope, PersonOnlyAttribute? person, TakesBodyAttribute? body, RefusesAttribute? own)
    {
        var statuses = new SortedSet<int>(own?.Statuses ?? []);
        statuses.UnionWith(body is null ? [] : [400, 413, 415]);
        statuses.UnionWith(scope is null ? [] : [401, 429]);
        statuses.UnionWith(person is null ? [] : [401, 403, 429]);
        statuses.UnionWith(scope?.Scope is null ? [] : [403]);
        return statuses;
    }

    private static async Task AddProblemsAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, IEnumerable<int> statuses, CancellationToken cancel)
    {
        operation.Responses ??= [];
        foreach (var status in statuses)
        {
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = ReasonPhrases.GetReasonPhrase(status),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new()
                    {
                        Schema = await ReferenceAsync(context, typeof(Problem), cancel, ProblemName),
                        Example = ApiExamples.Problem(status),
                    },
                },
            };
        }
    }

    private static async Task<IOpenApiSchema> ReferenceAsync(
        OpenApiOperationTransformerContext context, Type type, CancellationToken cancel, string? name = null)
    {
        var schema = await context.GetOrCreateSchemaAsync(type, null, cancel);
        name ??= type.Name;
        context.Document!.AddComponent(name, schema);
        return new OpenApiSchemaReference(name, context.Document);
    }
}
