using System.Globalization;
using LabelService.Engine.Model;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Desk;

/// <summary>The same question in several articles at <c>/queue/groups/{question}</c>: seen together first, answered at once then.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.Viewer, PersonRoles.Editor, PersonRoles.Moderator, PersonRoles.Senior, PersonRoles.RuleAuthor)]
[Route("queue/groups/{question}")]
internal sealed class GroupsController(QuestionGroups groups, ReviewDesk desk, DeskSettings settings, RuleNames names, TimeProvider time) : Controller
{
    private const int MostContexts = 20;

    private Person Me => Caller.Of(HttpContext).SignedIn;

    [HttpGet("")]
    public async Task<IActionResult> Preview(string question, string? lang, string? from, string? words, CancellationToken cancel)
    {
        var page = await PageAsync(question, lang, from, cancel, words == "all" ? QuestionGroups.Most : MostContexts);
        if (page.Found.IsEmpty)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return View("~/Views/Desk/Group.cshtml", page);
    }

    [HttpPost("")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    public async Task<IActionResult> Decide(string question, CancellationToken cancel)
    {
        var form = await Request.ReadFormAsync(cancel);
        var (typed, from) = (DeskForms.Read(form), form["from"].ToString());
        var before = await groups.FindAsync(question, Me, cancel);
        var chosen = Chosen(form);
        var decision = DeskForms.Decision(typed, "");
        if ((chosen.Count == 0 || decision is null ? ReviewRefusals.NothingDecided : DeskForms.Fault(typed)) is { } fault)
        {
            Response.StatusCode = Problems.Status(fault.Kind);
            return View("~/Views/Desk/Group.cshtml", await PageAsync(question, null, from, cancel) with { Refused = fault, Typed = typed });
        }

        var outcome = await groups.DecideAsync(question, chosen, decision!, Me, cancel);
        Response.StatusCode = outcome.Made.IsEmpty && !outcome.Refused.IsEmpty ? Problems.Status(outcome.Refused[0].Why.Kind) : StatusCodes.Status200OK;
        return View("~/Views/Desk/Group.cshtml", await PageAsync(question, null, from, cancel) with
        {
            Outcome = outcome,
            Typed = typed,
            Titles = before.ToDictionary(f => f.Review.Id, f => f.Review.Title ?? f.Review.Id, StringComparer.Ordinal),
        });
    }

    /// <summary>Each ticked as <c>id revision</c>: the revision that the person saw.</summary>
    private static Dictionary<string, int> Chosen(IFormCollection form)
    {
        var chosen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in form["review"].OfType<string>())
        {
            if (one.Split(' ') is [var id, var revision] && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                chosen[id] = number;
            }
        }

        return chosen;
    }

    private async Task<GroupPage> PageAsync(string question, string? lang, string? from, CancellationToken cancel, int contextsOf = MostContexts)
    {
        var me = Me;
        var found = await groups.FindAsync(question, me, cancel);
        var contexts = new Dictionary<string, WordsInContext>(StringComparer.Ordinal);
        foreach (var one in found.Take(contextsOf))
        {
            var opened = await desk.OpenAsync(one.Review.Id, me, cancel);
            if (opened.Value?.Found?.Plain.Disclosures.FirstOrDefault(d => d.Id == one.Item.DisclosureId)?.Evidence.FirstOrDefault() is { Text: not null } place)
            {
                contexts[one.Review.Id] = new WordsInContext(place.Prefix ?? "", place.Text, place.Suffix ?? "");
            }
        }

        return new GroupPage(PageLook.Of(this, lang), me, await settings.KeysAsync(me.Id, cancel), time.GetUtcNow(), question, found, contexts)
        {
            Names = names.In(PageLook.Of(this, lang).Language),
            HasMore = found.Length > contextsOf,
            From = QueueAddress.Write(QueueAddress.Read(from) with { Cursor = null }),
        };
    }
}
