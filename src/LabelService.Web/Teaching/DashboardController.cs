using System.Data.Common;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Teaching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace LabelService.Web.Teaching;

/// <summary>The dashboard at <c>/dashboard</c>: numbers of the sites that a person may see, and the brakes of rules.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.Moderator, PersonRoles.Senior, PersonRoles.RuleAuthor)]
[Route("dashboard")]
internal sealed class DashboardController(TeachingBook book, BrakeBook brakes, RulesetHolder rulesets, IOptions<ReviewOptions> options) : Controller
{
    private const int UsualPeriod = 30;
    private const string LiftedWord = "brake-lifted";

    private Person Me => Caller.Of(HttpContext).SignedIn;

    /// <param name="format"><c>csv</c> for one of the tables as a file.</param>
    /// <param name="table">See <see cref="Figure.Id"/>.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? lang, int days, string? format, string? table, string? done, CancellationToken cancel)
    {
        var look = PageLook.Of(this, lang);
        try
        {
            var page = await PageAsync(look, days, cancel);
            return format == "csv" ? await CsvAsync(page, table) : View("~/Views/Teaching/Dashboard.cshtml", page with { IsDone = done == LiftedWord });
        }
        catch (DbException)
        {
            return Trouble(look);
        }
    }

    [HttpPost("brakes/{id}/lift")]
    [PersonOnly(PersonRoles.RuleAuthor)]
    public async Task<IActionResult> Lift(string id, [FromForm] string? reason, CancellationToken cancel)
    {
        var look = PageLook.Of(this, null);
        try
        {
            var lifted = await brakes.LiftAsync(id, reason, Me, cancel);
            if (!lifted.IsRefused)
            {
                return Redirect($"/dashboard?done={LiftedWord}");
            }

            Response.StatusCode = Problems.Status(lifted.Refusal.Kind);
            return View("~/Views/Teaching/Dashboard.cshtml", await PageAsync(look, UsualPeriod, cancel) with { Refused = lifted.Refusal, Typed = (id, reason) });
        }
        catch (DbException)
        {
            return Trouble(look);
        }
    }

    private async Task<DashboardPage> PageAsync(PageLook look, int days, CancellationToken cancel)
    {
        var period = DashboardPage.Periods.Contains(days) ? days : UsualPeriod;
        var figures = await book.OfAsync(Me, period, cancel);
        return new DashboardPage(look, Me, period, figures, await brakes.InForceAsync(cancel), rulesets.Current.Ruleset, options.Value);
    }

    private async Task<IActionResult> CsvAsync(DashboardPage page, string? table) => page.Tables.FirstOrDefault(f => f.Id == table) is { } figure
        ? File(await FigureCsv.WriteAsync(figure), "text/csv; charset=utf-8", $"{figure.Id}.csv")
        : new RefusalResult(Refusal.Invalid("table", $"must be one of: {string.Join(", ", page.Tables.Select(f => f.Id))}."));

    private ViewResult Trouble(PageLook look)
    {
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return View("~/Views/Teaching/Trouble.cshtml", new DashboardTroublePage(look));
    }
}
