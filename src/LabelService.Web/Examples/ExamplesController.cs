using System.Collections.Immutable;
using System.Text.Json;
using LabelService.Engine.Model;
using LabelService.Web.Http;
using LabelService.Workflow.Examples;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Examples;

/// <summary>What a test key can ask for by an article's <c>externalId</c>.</summary>
[ApiController]
[Route("v1/examples")]
internal sealed class ExamplesController(ExampleService examples) : ControllerBase
{
    [HttpGet]
    [Scope(null)]
    [ProducesResponseType<ExampleList>(StatusCodes.Status200OK, "application/json")]
    [EndpointSummary("What a test key can ask for")]
    [EndpointDescription("A test key that sends an article with such an externalId to POST /v1/checks, or names it in GET /v1/labels, gets this outcome whatever rules are loaded. Of the request only externalId, include and languages count then.")]
    public IActionResult List() => new JsonBytesResult(JsonSerializer.SerializeToUtf8Bytes(new ExampleList(examples.All()), ExampleJson.Options));
}

internal sealed record ExampleList(ImmutableArray<ExampleView> Examples);

/// <summary>The contract's own words and form, without what an article leaves out.</summary>
internal static class ExampleJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(ContractJson.Wire) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };
        options.TypeInfoResolverChain.Clear();
        options.TypeInfoResolverChain.Add(new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver());
        return options;
    }
}
