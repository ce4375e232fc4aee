using System.Collections.Immutable;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Reviews;

/// <summary>The same question in several articles: shown together, answered at once.</summary>
internal sealed class QuestionGroups(IDbContextFactory<LabelContext> contexts, DecisionService decisions, TimeProvider time)
{
    /// <summary>How many articles one answer touches; what is left is answered by the next.</summary>
    public const int Most = 200;

    /// <summary>How often a question waits, for those of a page of the queue.</summary>
    public async Task<IReadOnlyDictionary<string, int>> SizesAsync(IReadOnlyCollection<string> questions, Person person, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.ReviewItems.AsNoTracking().SeenBy(person).Where(i => i.Waiting && questions.Contains(i.Question))
            .GroupBy(i => i.Question).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    /// <summary>What an answer would touch, the most urgent first.</summary>
    public async Task<ImmutableArray<GroupedQuestion>> FindAsync(string question, Person person, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await (
            from item in db.ReviewItems.AsNoTracking().SeenBy(person)
            where item.Waiting && item.Question == question
            join review in db.Reviews.AsNoTracking() on item.ReviewNumber equals review.Number
            orderby item.DueAt
            select new { item, review }).Take(Most).ToListAsync(cancel);
        return [.. found.Select(f => new GroupedQuestion(f.item, f.review))];
    }

    /// <summary>Answers the question in each of the reviews; each is a decision of its own, refused or made on its own.</summary>
    /// <param name="chosen">Ids of the reviews, with the revisions that the person saw.</param>
    public async Task<GroupOutcome> DecideAsync(
        string question, IReadOnlyDictionary<string, int> chosen, DisclosureDecision decision, Person person, CancellationToken cancel)
    {
        var groupId = RandomId.Next("grp", time.GetUtcNow());
        var (made, refused) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<(string, Refusal)>());
        foreach (var one in await FindAsync(question, person, cancel))
        {
            if (!chosen.TryGetValue(one.Review.Id, out var revision))
            {
                continue;
            }

            var request = new DecisionRequest { Revision = revision, Decisions = [decision with { DisclosureId = one.Item.DisclosureId }] };
            var answer = await decisions.DecideAsync(one.Review.Id, request, person, groupId, cancel);
            if (answer.IsRefused)
            {
                refused.Add((one.Review.Id, answer.Refusal));
            }
            else
            {
                made.Add(one.Review.Id);
            }
        }

        return new GroupOutcome(made.ToImmutable(), refused.ToImmutable());
    }
}

internal sealed record GroupedQuestion(ReviewItemRow Item, ReviewRow Review);

/// <param name="Made">Ids of the reviews in which it was answered.</param>
internal sealed record GroupOutcome(ImmutableArray<string> Made, ImmutableArray<(string Review, Refusal Why)> Refused);
