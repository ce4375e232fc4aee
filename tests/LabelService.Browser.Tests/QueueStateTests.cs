using LabelService.Browser.Tests.Support;
using Microsoft.Data.Sqlite;

namespace LabelService.Browser.Tests;

/// <summary>A queue whose store is away.</summary>
public sealed class QueueStateTests(Site site, LoneNewsroom newsroom) : IClassFixture<LoneNewsroom>
{
    private Uri Home => newsroom.Address;

    [Fact]
    public async Task Says_that_the_store_is_away_and_comes_back_by_itself()
    {
        var review = await newsroom.AsksAsync("away:1", "Хранилище");
        var page = await newsroom.StaffOf(site).JoinsAsync("away@example.org", "Модератор", "moderator");
        await page.GotoAsync($"{Home}queue/{review}");
        await page.Locator("summary[data-key=reject]").ClickAsync();
        await page.Locator("#reason-1-reject").FillAsync("Это другая Лидия.");
        var queue = await page.Context.NewPageAsync();
        try
        {
            Rename("reviews", "reviews_away");
            var answer = await queue.GotoAsync($"{Home}queue");
            Assert.Equal(503, answer!.Status);
            await Expect(queue.Locator("[role=alert]")).ToContainTextAsync("ничего не потеряно");
            var refused = await page.RunAndWaitForResponseAsync(() => page.Locator("[data-fold=reject] button").ClickAsync(), r => r.Request.Method == "POST");
            Assert.Equal(503, refused.Status);
            await Expect(page.Locator("[role=alert]").First).ToBeVisibleAsync();
        }
        finally
        {
            Rename("reviews_away", "reviews");
        }

        await queue.Locator("[role=alert] a").ClickAsync();
        await Expect(queue.Locator(".line-title")).ToHaveTextAsync("Хранилище");

        // Back is where one came from, with what one had typed.
        await page.GoBackAsync();
        await Expect(page.Locator("#reason-1-reject")).ToHaveValueAsync("Это другая Лидия.");
    }

    private void Rename(string from, string to)
    {
        using var store = new SqliteConnection($"Data Source={newsroom.Database};Default Timeout=30;Pooling=False");
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = $"PRAGMA legacy_alter_table = ON; ALTER TABLE \"{from}\" RENAME TO \"{to}\";";
        command.ExecuteNonQuery();
    }
}
