using System.Diagnostics;
using LabelService.Engine.Model;
using LabelService.Web.Operations;

namespace LabelService.Web.Http;

/// <summary>One line a request; a check's line says what came of it. Never a text of an article, never a key.</summary>
internal sealed partial class RequestLogMiddleware(RequestDelegate next, ServiceMetrics metrics, ILogger<RequestLogMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            Write(context, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    private void Write(HttpContext context, double ms)
    {
        var key = Caller.Of(context).Id;
        if (context.Features.Get<CheckLogEntry>() is { } check)
        {
            metrics.Checked(check.Verdict, ms);
            Activity.Current?.SetTag("labelservice.verdict", Kebab<Verdict>.Word(check.Verdict)).SetTag("labelservice.ruleset", check.Ruleset);
            Checked(check.Id, Kebab<Verdict>.Word(check.Verdict), key, ms, check.Bytes, check.Ruleset, context.TraceIdentifier);
        }
        else if (log.IsEnabled(LogLevel.Information) && !context.Request.Path.StartsWithSegments("/health"))
        {
            Answered(context.Request.Method, LoggedPath.Of(context), context.Response.StatusCode, key, ms, context.TraceIdentifier);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Check {CheckId} {Verdict} for {KeyId} in {Ms:0.0} ms, {Bytes} bytes, ruleset {Ruleset}, {TraceId}")]
    private partial void Checked(string checkId, string verdict, string? keyId, double ms, int bytes, string ruleset, string traceId);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} for {KeyId} in {Ms:0.0} ms, {TraceId}")]
    private partial void Answered(string method, string path, int status, string? keyId, double ms, string traceId);
}

/// <summary>What the log says of a check.</summary>
internal sealed record CheckLogEntry(string Id, Verdict Verdict, int Bytes, string Ruleset);
