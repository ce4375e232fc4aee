using LabelService.Engine.Registries;

namespace LabelService.Web.Teaching;

/// <summary>How old the registers are that rules go by.</summary>
internal static class RegistryFigure
{
    public static Figure Of(DashboardPage page)
    {
        var today = DateOnly.FromDateTime(page.Figures.At.UtcDateTime);
        var registries = (page.Rules?.Registries.Values ?? []).OrderByDescending(r => !r.IsFreshOn(today)).ThenBy(r => r.Retrieved).ThenBy(r => r.Id, StringComparer.Ordinal).ToList();
        return new Figure(
            "registries",
            [page.Text("teaching.registry"), page.Text("teaching.state"), page.Text("teaching.registry.age"), page.Text("teaching.registry.freshFor"), page.Text("teaching.registry.retrieved")],
            [.. registries.Select(r => new FigureRow([
                Cells.Text(r.Title.GetValueOrDefault(page.Language) ?? r.Title.Values.FirstOrDefault() ?? r.Id), State(page, r, today),
                r.Retrieved is { } day ? page.Whole(today.DayNumber - day.DayNumber) : Cells.Nothing,
                r.FreshForDays is { } days ? page.Whole(days) : Cells.Nothing,
                r.Retrieved is { } retrieved ? Cells.Day(retrieved) : Cells.Nothing]))])
        {
            Summary = page.Text("teaching.registries.summary", ("count", page.Number(registries.Count)), ("stale", page.Number(registries.Count(r => !r.IsFreshOn(today))))),
        };
    }

    private static FigureCell State(DashboardPage page, Registry registry, DateOnly today) =>
        !registry.IsFreshOn(today) ? Cells.Text(page.Text("teaching.registry.stale")) with { State = "bad" }
        : registry.Retrieved is null || registry.FreshForDays is null ? Cells.Text(page.Text("teaching.registry.unknown")) with { State = "open" }
        : Cells.Text(page.Text("teaching.registry.fresh")) with { State = "good" };
}
