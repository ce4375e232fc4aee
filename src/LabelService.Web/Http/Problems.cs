using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using LabelService.Workflow;
using LabelService.Workflow.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Web.Http;

/// <summary>The one place where a refusal, an exception or a bare status becomes <c>application/problem+json</c> (RFC 9457).</summary>
internal static class Problems
{
    private const string ContentType = "application/problem+json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    public static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        var response = context.Response;
        response.StatusCode = Status(refusal.Kind);
        if (refusal.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (refusal is { RequestsPerMinute: { } limit, RetryAfter: { } pause })
        {
            RateLimitMiddleware.Tell(response, limit, 0, pause);
        }

        if (refusal.Kind == RefusalKind.Unauthenticated)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        response.ContentType = ContentType;
        var body = JsonSerializer.SerializeToUtf8Bytes(Of(context, refusal), Json);
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }

    /// <summary>The problem alone, for a line of a batch.</summary>
    public static byte[] Json8(HttpContext context, Refusal refusal) => JsonSerializer.SerializeToUtf8Bytes(Of(context, refusal), Json);

    /// <summary>Whether the log needs no stack trace: the request's fault, or the store's, which its writer has told already.</summary>
    public static bool IsExpected(Exception error) =>
        error is BadHttpRequestException or StoreUnavailableException or IOException { InnerException: OverflowException } || IsBadForm(error);

    /// <summary>
    /// What the framework's own reader of forms throws where there is no form, or one that it cannot read, or one with more fields than it
    /// takes: it has no type of its own for that, and the same types from elsewhere are faults of ours.
    /// </summary>
    private static bool IsBadForm(Exception error) =>
        error is InvalidOperationException or InvalidDataException or IOException && error.Source is "Microsoft.AspNetCore.Http" or "Microsoft.AspNetCore.WebUtilities"
        && error.StackTrace?.Contains("Microsoft.AspNetCore.Http.Features.FormFeature", StringComparison.Ordinal) == true;

    /// <summary>Statuses that the framework sets without a body: no such route, a method that is not allowed.</summary>
    public static Task WriteStatusAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        var code = context.Response.StatusCode;
        var title = ReasonPhrases.GetReasonPhrase(code);
        var detail = code switch
        {
            404 => "There is nothing at this address; /openapi/v1.json lists all calls.",
            405 => $"This address does not answer {context.Request.Method}; the header Allow names what it does.",
            _ => title + ".",
        };
        context.Response.ContentType = ContentType;
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(
            new Problem("about:blank", title, code, detail, Slug(title), context.TraceIdentifier, null), Json)).AsTask();
    }

    /// <summary>What escaped the actions. Only a fault of our own is a 500, and it tells nothing but the trace.</summary>
    public static Refusal Translate(Exception error) => error switch
    {
        BadHttpRequestException { StatusCode: 413 } => BodyReader.TooLarge(null),
        // The server's own reader lets this one through as it is.
        IOException { InnerException: OverflowException } bad => new Refusal(RefusalKind.Invalid, "bad-request", bad.Message),
        BadHttpRequestException bad => new Refusal(RefusalKind.Invalid, "bad-request", bad.Message),
        _ when IsBadForm(error) => new Refusal(RefusalKind.Invalid, "bad-form", "The form cannot be read: send it as application/x-www-form-urlencoded or multipart/form-data, with 1024 fields at most."),
        StoreUnavailableException { InnerException: TimeoutException } => new Refusal(
            RefusalKind.Unavailable, "store-unavailable", "The store does not answer; whether the check was kept is not known. Try again, with the same Idempotency-Key.")
        {
            RetryAfter = TimeSpan.FromSeconds(2),
        },
        StoreUnavailableException or DbException or DbUpdateException => new Refusal(
            RefusalKind.Unavailable, "store-unavailable", "The store cannot be used at the moment; nothing was kept. Try again.")
        {
            RetryAfter = TimeSpan.FromSeconds(2),
        },
        _ => new Refusal((RefusalKind)(-1), "internal", "A fault of the service; its log has the details under this trace id."),
    };

    private static Problem Of(HttpContext context, Refusal refusal)
    {
        var status = Status(refusal.Kind);
        return new Problem(
            "about:blank", ReasonPhrases.GetReasonPhrase(status), status, refusal.Detail, refusal.Code, context.TraceIdentifier,
            refusal.Errors.IsEmpty ? null : refusal.Errors);
    }

    public static int Status(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => 400,
        RefusalKind.Unauthenticated => 401,
        RefusalKind.Forbidden => 403,
        RefusalKind.NotFound => 404,
        RefusalKind.StillRunning or RefusalKind.Conflict => 409,
        RefusalKind.TooLarge => 413,
        RefusalKind.UnsupportedMediaType => 415,
        RefusalKind.KeyReused => 422,
        RefusalKind.TooManyRequests => 429,
        RefusalKind.Unavailable => 503,
        _ => 500,
    };

    private static string Slug(string title) => title.ToLowerInvariant().Replace(' ', '-');
}

/// <summary>An error of the service (RFC 9457).</summary>
/// <param name="Code">Stable; callers branch on it.</param>
/// <param name="Errors">Messages by JSON path, where fields are at fault.</param>
internal sealed record Problem(
    string Type, string Title, int Status, string Detail, string Code, string TraceId,
    ImmutableSortedDictionary<string, ImmutableArray<string>>? Errors);
