using LabelService.Workflow;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Browser.Tests.Support;

/// <summary>A service with a month behind it, in which moderators rejected most hits of one rule, whose limit is 0.6.</summary>
public sealed class TaughtNewsroom : IAsyncLifetime
{
    public const string Rule = "xx.invented.listed";
    private static readonly string[] Verdicts = ["compliant", "compliant", "action-required", "needs-review", "compliant", "action-required"];
    private static readonly string[] Others = ["ru.foreign-agent.material", "ru.undesirable.mention", "ru.age.rating-of-a-rule-with-a-rather-long-name", "eu.ads.sponsored"];
    private RunningService? _service;
    private string _database = "";

    public Uri Address => _service?.Address ?? new Uri("http://127.0.0.1/");

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
        {
            return;
        }

        _service = await RunningService.StartAsync(AddRules);
        var options = new DbContextOptionsBuilder<LabelContext>().UseSqlite($"Data Source={_database}").Options;
        await using var db = new LabelContext(options);
        var now = TimeProvider.System.GetUtcNow();
        for (var back = 29; back >= 0; back--)
        {
            AddDay(db, now.AddMinutes(-1).AddDays(-back), back);
        }

        for (var i = 0; i < 12; i++)
        {
            AddReview(db, now.AddHours(-i * i * 1.7).AddMinutes(-2), 1000 + i, null);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>The brake is on a second after the decisions are there.</summary>
    public async Task BrakedAsync(IPage administrator)
    {
        Assert.SkipWhen(_service is null, "No Chromium on this machine; as root: apt-get install chromium");
        for (var tries = 0; tries < 60; tries++)
        {
            await administrator.GotoAsync($"{Address}queue");
            if (await administrator.Locator(".braked").CountAsync() > 0)
            {
                return;
            }

            await administrator.WaitForTimeoutAsync(500);
        }

        Assert.Fail("the rule was not braked");
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }
    }

    private void AddRules(string rules)
    {
        QuestionRules.AddTo(rules);
        var pack = Path.Combine(rules, "packs", "xx-invented", "pack.yaml");
        var text = File.ReadAllText(pack);
        File.WriteAllText(pack, text.Insert(text.IndexOf("    note: Invented", StringComparison.Ordinal), "    moderation: { minUpheld: 0.6 }\n"));
        _database = Path.Combine(Path.GetDirectoryName(rules)!, "labels.db");
    }

    private static void AddDay(LabelContext db, DateTimeOffset at, int day)
    {
        for (var i = 0; i < 5 + (day * 7 % 11); i++)
        {
            db.Checks.Add(new CheckRow
            {
                Id = RandomId.Next("chk", at), Site = "default", KeyId = "key_1", ArticleId = day + 1, ContentHash = "sha256:1", Verdict = Verdicts[(day + i) % Verdicts.Length],
                RulesetVersion = "sha256:1", CreatedAt = at, Report = [0],
            });
        }

        for (var i = 0; i < 1 + (day % 3); i++)
        {
            AddReview(db, at.AddHours(-7), (day * 10) + i, at.AddHours(-7).AddMinutes(4 + (day * 37 % 300) + (i * 40)));
        }

        Decide(db, Rule, "xx:roshchinskaya", "Рощинская Лидия Андреевна", day % 6 == 0 ? "approve" : "reject", at, day);
        Decide(db, Others[day % Others.Length], $"xx:e{day % 7}", $"Фонд «Тихий Риф {day % 7}»", day % 5 == 0 ? "edit" : day % 9 == 0 ? "reject" : "approve", at, 100 + day);
    }

    private static void AddReview(LabelContext db, DateTimeOffset opened, int number, DateTimeOffset? decided)
    {
        var id = RandomId.Next("rev", opened);
        db.Reviews.Add(new ReviewRow
        {
            Number = (opened.ToUnixTimeSeconds() * 10) + (number % 10), Id = id, Site = "default", CheckId = "chk_1", ArticleId = number, ContentHash = "sha256:1",
            State = decided is null ? "open" : "decided", Waiting = decided is null, OpenedAt = opened, DueAt = opened.AddHours(24), DecidedAt = decided, Title = $"Мост {number}",
        });
    }

    private static void Decide(LabelContext db, string rule, string entity, string name, string action, DateTimeOffset at, int article) => db.Decisions.Add(new DecisionRow
    {
        Id = RandomId.Next("dcs", at), ReviewId = "rev_1", CheckId = "chk_1", ArticleId = article, Site = "default", ContentHash = "sha256:1", DisclosureId = "dsc_1", Basis = "b",
        Type = "listed", Rule = rule, Jurisdiction = "any", EntityId = entity, EntityName = name, Action = action, State = "binding", ById = "p1", ByName = "Мария", At = at,
    });
}
