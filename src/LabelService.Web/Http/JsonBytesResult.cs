using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Http;

/// <summary>An answer that is JSON already.</summary>
internal sealed class JsonBytesResult(byte[] json) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        return response.Body.WriteAsync(json, 0, json.Length, context.HttpContext.RequestAborted);
    }
}
