using System.Collections.Immutable;
using LabelService.Engine.Rulesets;
using LabelService.Web.ApiDocs;
using LabelService.Web.Http;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Rulesets;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Rules;

/// <summary>What was decided about names beside the rules, and whether it still does anything.</summary>
[ApiController]
[Route("v1/exceptions")]
internal sealed class ExceptionsController(RulesetHolder rulesets, ExceptionsInForce exceptions) : ControllerBase
{
    [HttpGet]
    [Scope(Scopes.Admin)]
    [ProducesResponseType<ExceptionList>(StatusCodes.Status200OK, "application/json")]
    [Refuses(503)]
    [EndpointSummary("List the exceptions")]
    [EndpointDescription("Each with its reason, owner and end, whether it has ended, and how often it decided something since the service started: one that never does can go.")]
    public IActionResult List()
    {
        if (rulesets.Current.Ruleset is not { } ruleset)
        {
            return new RefusalResult(RulesetHolder.NothingLoaded);
        }

        var today = exceptions.Today(ruleset);
        return Ok(new ExceptionList(exceptions.Of(ruleset).Version, [.. ruleset.Exceptions.Names.Select(n => View(n, today))]));
    }

    private ExceptionView View(NameException name, DateOnly today)
    {
        var use = exceptions.UseOf(name.Id);
        return new ExceptionView(
            name.Id, name.Entity, name.Says == ExceptionSays.ThisOne ? "this-one" : "not-this-one", name.Article, name.Author, name.Words, name.Reason, name.Owner,
            name.Until, name.HasEnded(today), use?.Times ?? 0, use?.Last);
    }
}

/// <param name="Version">Of those that hold today; it stands in every answer.</param>
internal sealed record ExceptionList(string Version, ImmutableArray<ExceptionView> Exceptions);

/// <param name="Used">How often it decided something since the service started.</param>
internal sealed record ExceptionView(
    string Id, string Entity, string Says, string? Article, string? Author, string? Words, string Reason, string Owner, DateOnly? Until, bool Ended, long Used, DateTimeOffset? LastUsed);
