using System.Text;
using System.Threading.Channels;
using LabelService.Engine.Model;
using LabelService.Web.ApiDocs;
using LabelService.Web.Http;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Checks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace LabelService.Web.Checks;

/// <summary>Many checks over one connection: a line in, a line out, in order and as they come.</summary>
[ApiController]
[Route("v1/checks/batch")]
internal sealed class BatchController(CheckService checks, IOptions<LimitsOptions> limits) : ControllerBase
{
    private const string Ndjson = "application/x-ndjson";

    /// <summary>Lines in work at once: enough to fill one group commit, few enough to bound memory.</summary>
    private const int Window = 32;

    [HttpPost]
    [DisableRequestSizeLimit]
    [Scope(Scopes.Check)]
    [TakesBody(typeof(CheckRequest), Ndjson)]
    [ProducesResponseType<CheckReport>(StatusCodes.Status200OK, Ndjson)]
    [EndpointSummary("Check many articles")]
    [EndpointDescription("One check request a line, one answer a line, in order and streamed, each with its \"line\"; a bad line gives {\"line\": 7, \"error\": {problem}} and the rest goes on.")]
    public async Task<IActionResult> Check()
    {
        if (!BodyReader.HasType(Request.ContentType, Ndjson))
        {
            return new RefusalResult(BodyReader.WrongType(Ndjson));
        }

        if (Request.Headers.ContainsKey(IdempotencyHeader.Name))
        {
            return new RefusalResult(IdempotencyHeader.InBatch);
        }

        Response.ContentType = Ndjson;
        await Response.Body.FlushAsync(HttpContext.RequestAborted);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(HttpContext.RequestAborted);
        var answers = Channel.CreateBounded<Task<byte[]>>(Window);
        var reading = ReadAsync(answers.Writer, stop.Token);
        try
        {
            await WriteAsync(answers.Reader, stop.Token);
        }
        catch (IOException)
        {
            // The request broke off: without an end to the answer nobody takes it for whole.
            HttpContext.Abort();
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return new EmptyResult();
    }

    private async Task ReadAsync(ChannelWriter<Task<byte[]>> answers, CancellationToken cancel)
    {
        Exception? failure = null;
        try
        {
            var caller = ChecksController.CallerOf(HttpContext);
            await foreach (var line in NdjsonLines.ReadAsync(Request.BodyReader, limits.Value.MaxBodyBytes, cancel))
            {
                await answers.WriteAsync(Task.Run(() => AnswerAsync(line, caller, cancel), cancel), cancel);
            }
        }
        catch (Exception error)
        {
            failure = error;
        }

        answers.TryComplete(failure);
    }

    private async Task WriteAsync(ChannelReader<Task<byte[]>> answers, CancellationToken cancel)
    {
        await foreach (var answer in answers.ReadAllAsync(cancel))
        {
            await Response.Body.WriteAsync(await answer, cancel);
            await Response.Body.FlushAsync(cancel);
        }
    }

    private async Task<byte[]> AnswerAsync(NdjsonLine line, CheckCaller caller, CancellationToken cancel)
    {
        if (line.Bytes is not { } bytes)
        {
            return Failed(line.Number, Problems.Json8(HttpContext, BodyReader.TooLarge(limits.Value.MaxBodyBytes)));
        }

        try
        {
            var done = await checks.CheckAsync(bytes, caller, null, cancel);
            return done.IsRefused ? Failed(line.Number, Problems.Json8(HttpContext, done.Refusal)) : Done(line.Number, done.Value.Json);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Failed(line.Number, Problems.Json8(HttpContext, Problems.Translate(error)));
        }
    }

    /// <summary>The answer with its line as first member.</summary>
    private static byte[] Done(long number, byte[] report) =>
        [.. Encoding.UTF8.GetBytes($"{{\"line\":{number},"), .. report.AsSpan(1), (byte)'\n'];

    private static byte[] Failed(long number, byte[] problem) =>
        [.. Encoding.UTF8.GetBytes($"{{\"line\":{number},\"error\":"), .. problem, (byte)'}', (byte)'\n'];
}
