using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;
using Microsoft.Extensions.Options;

namespace LabelService.Web.Desk;

/// <summary>Puts together what the desk shows of a review.</summary>
internal sealed class DeskViews(
    ReviewDesk desk, ReviewQueue queue, QuestionGroups groups, DeskSettings settings, RuleNames names, IOptions<ReviewOptions> options, TimeProvider time)
{
    public async Task<Answer<DeskPage>> OfAsync(string id, PageLook look, Person person, CancellationToken cancel)
    {
        var opened = await desk.OpenAsync(id, person, cancel, look.Language);
        if (opened.IsRefused)
        {
            return opened.Refusal;
        }

        var view = opened.Value;
        var told = (view.Told?.Disclosures ?? []).GroupBy(d => d.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var reports = (view.Found?.Plain.Disclosures ?? []).GroupBy(d => d.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var ages = (view.Told?.AllAges ?? []).ToDictionary(Questions.IdOf, StringComparer.Ordinal);
        var sizes = await groups.SizesAsync([.. view.Items.Where(i => i.Waiting).Select(i => i.Question).Distinct()], person, cancel);
        ImmutableArray<DeskQuestion> questions = [.. view.Items.Select((item, at) => new DeskQuestion(
            at + 1, item, reports.GetValueOrDefault(item.DisclosureId), ages.GetValueOrDefault(item.DisclosureId),
            item.Waiting ? sizes.GetValueOrDefault(item.Question) - 1 : 0)
        {
            Told = told.GetValueOrDefault(item.DisclosureId) ?? reports.GetValueOrDefault(item.DisclosureId),
            Decision = view.Earlier.FirstOrDefault(d => d.ReviewId == view.Review.Id && d.DisclosureId == item.DisclosureId && d.State is "binding" or "proposed" or "disputed"),
        })];
        var asked = questions.Select(q => q.Item.DisclosureId).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<(int No, DisclosureReport Report)> besides =
            [.. reports.Values.Where(r => !asked.Contains(r.Id)).Select((report, at) => (questions.Length + at + 1, told.GetValueOrDefault(report.Id) ?? report))];
        return new DeskPage(look, person, await settings.KeysAsync(person.Id, cancel), time.GetUtcNow(), view, questions, options.Value.LeaseSeconds)
        {
            Names = names.In(look.Language),
            Besides = besides,
            Places =
            [
                .. questions.SelectMany(q => Places(q.Report?.Evidence ?? q.Age?.Evidence ?? [], q.No, true)),
                .. besides.SelectMany(b => Places(b.Report.Evidence, b.No, false)),
            ],
        };
    }

    /// <summary>What comes after a review in the queue that led to it, and is not in somebody else's hands; null where nothing does.</summary>
    public async Task<string?> NextAsync(ReviewRow? after, string from, Person person, CancellationToken cancel)
    {
        var query = QueueAddress.Read(from) with { Cursor = null };
        if (query.View == QueueView.Decided)
        {
            return null;
        }

        var behind = after is null ? null : query with { Cursor = new PageCursor(after.DueAt, after.Number).ToString() };
        return await FirstAsync(behind, after, person, cancel) ?? await FirstAsync(query, after, person, cancel);
    }

    private async Task<string?> FirstAsync(QueueQuery? query, ReviewRow? after, Person person, CancellationToken cancel)
    {
        if (query is null)
        {
            return null;
        }

        var (now, page) = (time.GetUtcNow(), await queue.PageAsync(query, person, cancel));
        return page.Value?.Lines.FirstOrDefault(l => l.Waiting && l.Id != after?.Id && (l.ClaimedById is null || l.ClaimedById == person.Id || l.LeaseUntil <= now))?.Id;
    }

    private static IEnumerable<MarkedPlace> Places(ImmutableArray<Evidence> evidence, int number, bool isAsked) =>
        evidence.Where(e => e.Start is not null).Select(e => new MarkedPlace(e.Field, e.InText.Start, e.InText.End, number, isAsked));
}
