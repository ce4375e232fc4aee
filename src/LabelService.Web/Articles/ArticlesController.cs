using System.Buffers.Text;
using System.Security.Cryptography;
using LabelService.Web.ApiDocs;
using LabelService.Web.Http;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Examples;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace LabelService.Web.Articles;

/// <summary>Stored articles: what they must carry today, and their erasure.</summary>
[ApiController]
[Route("v1")]
internal sealed class ArticlesController(LabelsService labels, ExampleService examples, ArticleEraser eraser) : ControllerBase
{
    [HttpGet("labels")]
    [Scope(Scopes.Read)]
    [ProducesResponseType<CurrentLabels>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [Refuses(400, 404, 503)]
    [EndpointSummary("What a stored article must carry today")]
    [EndpointDescription("By externalId or by url. The header If-None-Match with the ETag of the last answer gives 304 while nothing changed.")]
    public async Task<IActionResult> Labels([FromQuery] string? externalId, [FromQuery] string? url, [FromQuery] bool pending = false)
    {
        var caller = Caller.Of(HttpContext);
        var isPerson = caller.Person is not null;
        if (pending && !isPerson)
        {
            return new RefusalResult(PersonRefusals.SiteKey);
        }

        var cancel = HttpContext.RequestAborted;
        var found = caller.Key is { IsTest: true } && ExampleService.IsMeant(externalId) && url is null
            ? await examples.LabelsAsync(externalId!, cancel)
            : await labels.FindAsync(externalId, url, caller.Site!, isPerson, pending, cancel);
        if (found.IsRefused)
        {
            return new RefusalResult(found.Refusal);
        }

        var json = LabelsJson.Write(found.Value);
        var tag = new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(SHA256.HashData(json).AsSpan(0, 16))}\"");
        Response.Headers.ETag = tag.ToString();
        Response.Headers.CacheControl = "private, no-cache";
        return IsKnown(tag) ? StatusCode(StatusCodes.Status304NotModified) : new JsonBytesResult(json);
    }

    [HttpDelete("articles")]
    [Scope(Scopes.Check)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Refuses(400, 404, 503)]
    [EndpointSummary("Erase an article")]
    [EndpointDescription("The body goes; the record of what was decided stays.")]
    public async Task<IActionResult> Erase([FromQuery] string? externalId)
    {
        var caller = Caller.Of(HttpContext);

        // A test key never touches what live keys have stored.
        var site = caller.Key is { IsTest: true } ? "" : caller.Site!;
        return await eraser.EraseAsync(externalId, site, HttpContext.RequestAborted) is { } refusal ? new RefusalResult(refusal) : NoContent();
    }

    private bool IsKnown(EntityTagHeaderValue tag) =>
        Request.GetTypedHeaders().IfNoneMatch.Any(given => given == EntityTagHeaderValue.Any || given.Compare(tag, useStrongComparison: false));
}
