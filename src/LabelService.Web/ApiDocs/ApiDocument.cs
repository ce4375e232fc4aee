using LabelService.Engine.Model;
using LabelService.Web.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace LabelService.Web.ApiDocs;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c> and the page to browse it at <c>/docs</c>; neither needs a key.</summary>
internal static class ApiDocument
{
    /// <summary>The browsing page brings its script itself; it sets styles on elements and fetches nothing from elsewhere.</summary>
    private const string PagePolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static void AddApiDocument(this IServiceCollection services)
    {
        // The schemas are those of the contract's own serialization.
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ContractJson.Default);
            json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        });
        services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = call => call.RelativePath is { } path && (path.StartsWith("v1/", StringComparison.Ordinal) || path.StartsWith("health/", StringComparison.Ordinal));
            options.AddSchemaTransformer<ContractSchemas>();
            options.AddOperationTransformer<CallDescriber>();
            options.AddDocumentTransformer(Describe);
        });
    }

    public static void MapApiDocument(this WebApplication app)
    {
        // One document, by its whole address: with a place for its name the framework answers an unknown one in plain text.
        app.MapOpenApi("/openapi/v1.json");
        app.MapScalarApiReference("/docs", page => page
            .WithTitle("LabelService")
            .WithOpenApiRoutePattern("/openapi/{documentName}.json")
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp());
    }

    /// <summary>Gives the browsing page its own policy.</summary>
    public static void UseApiDocumentPolicy(this WebApplication app) =>
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/docs"))
            {
                context.Response.Headers.ContentSecurityPolicy = PagePolicy;
            }

            return next(context);
        });

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new OpenApiInfo
        {
            Title = "LabelService",
            Version = "1",
            Description = "A CMS submits an article; the answer says which disclosures it must carry, with evidence and legal basis.",
        };

        // Relative: whoever reads the document reaches the service by the same address.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[CallDescriber.KeyScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A site key: live_… or test_… (stores nothing).",
        };
        return Task.CompletedTask;
    }
}
