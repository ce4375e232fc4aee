using System.Net;
using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>Who may not decide cannot: not by the address, not by a form, not by the API, not by any key.</summary>
public sealed class DeskRightsTests(Site site, Newsroom newsroom) : IClassFixture<Newsroom>
{
    private static readonly string[] Acts = ["decide", "claim", "renew", "release", "undo", "comment", "escalate", "skip", "ask", "appeal"];

    private Uri Home => newsroom.Address;

    [Fact]
    public async Task Shows_a_viewer_everything_and_no_form()
    {
        var review = await newsroom.AsksAsync("rights:look", "Для чтения");
        await newsroom.AsksAsync("rights:look-2", "Для чтения ещё");
        var page = await ViewerAsync("look");
        await page.GotoAsync($"{Home}queue");
        await Expect(page.Locator("[data-key=next]")).ToHaveCountAsync(0);
        await page.Locator($"[data-id={review}] .line-title").ClickAsync();
        await Expect(page.Locator(".reading mark").First).ToBeVisibleAsync();
        await Expect(page.Locator("main form[method=post]")).ToHaveCountAsync(0);
        await Expect(page.Locator(".state-sheet h2")).ToHaveTextAsync("ждёт");
        await page.Locator("[data-key=group]").ClickAsync();
        await Expect(page.Locator(".group-articles")).ToContainTextAsync("Для чтения ещё");
        await Expect(page.Locator("main form[method=post]")).ToHaveCountAsync(0);
        foreach (var act in Acts.Append("groups/none"))
        {
            var answer = await page.GotoAsync($"{Home}queue/{review}/{act}");
            Assert.Contains(answer!.Status, new[] { 404, 405 });
        }
    }

    [Fact]
    public async Task Refuses_a_viewer_by_a_forged_form_with_a_good_token()
    {
        var review = await newsroom.AsksAsync("rights:form", "Подделка");
        var page = await ViewerAsync("form");
        await page.GotoAsync($"{Home}queue/{review}");
        foreach (var act in Acts)
        {
            // A form as the moderators' page has it, with the token of the viewer's own session.
            var answer = await page.RunAndWaitForResponseAsync(() => page.EvaluateAsync(
                """
                (action) => {
                  const form = document.createElement('form');
                  form.method = 'post';
                  form.action = action;
                  const token = document.querySelector('input[name=__RequestVerificationToken]').cloneNode();
                  form.append(token, ...Object.entries({ revision: '1', disclosureId: 'dsc_x', action: 'approve', reason: 'because I can' }).map(([name, value]) => Object.assign(document.createElement('input'), { name, value })));
                  document.body.append(form);
                  form.submit();
                }
                """,
                $"/queue/{review}/{act}"), r => r.Request.Method == "POST");
            Assert.Equal(403, answer.Status);
            await Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
            await page.GotoAsync($"{Home}queue/{review}");
        }

        await Expect(page.Locator(".state-sheet h2")).ToHaveTextAsync("ждёт");
        await Expect(page.Locator("#earlier-heading ~ ul li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Refuses_a_viewer_by_the_api()
    {
        var review = await newsroom.AsksAsync("rights:api", "Через API");
        var page = await ViewerAsync("api");
        await page.Locator("#key-name").FillAsync("A tool");
        await page.Locator("#key-name").PressAsync("Enter");
        var key = await page.Locator("#new-key").InnerTextAsync();
        var (read, seen) = await page.CallAsync("GET", $"/v1/reviews/{review}");
        Assert.Equal(200, read);
        var decision = new { revision = seen.GetProperty("revision").GetInt32(), decisions = new[] { new { disclosureId = seen.GetProperty("questions")[0].GetProperty("disclosureId").GetString(), action = "approve" } } };
        foreach (var by in new[] { null, key })
        {
            Assert.Equal(403, (await page.CallAsync("POST", $"/v1/reviews/{review}/decision", decision, by)).Status);
            foreach (var act in new[] { "claim", "release", "escalate", "undo", "appeal", "comment", "ask" })
            {
                Assert.Equal(403, (await page.CallAsync("POST", $"/v1/reviews/{review}/{act}", new { reason = "because I can" }, by)).Status);
            }
        }

        Assert.Equal("open", (await page.CallAsync("GET", $"/v1/reviews/{review}")).Body.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Refuses_a_sites_key_whatever_it_asks()
    {
        var review = await newsroom.AsksAsync("rights:key", "Ключ сайта");
        var page = await ViewerAsync("key");
        foreach (var (method, path) in new[] { ("GET", "/v1/reviews"), ("GET", $"/v1/reviews/{review}"), ("POST", $"/v1/reviews/{review}/claim"), ("POST", $"/v1/reviews/{review}/decision"), ("GET", "/v1/audit") })
        {
            var (status, problem) = await page.CallAsync(method, path, method == "POST" ? new { reason = "because" } : null, RunningService.Key);
            Assert.Equal(403, status);
            Assert.False(string.IsNullOrEmpty(problem.GetProperty("code").GetString()));
        }

        using var pages = await newsroom.Cms.GetAsync("queue", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, pages.StatusCode);
    }

    [Fact]
    public async Task Refuses_a_moderators_form_without_the_token()
    {
        var review = await newsroom.AsksAsync("rights:token", "Без знака");
        var page = await newsroom.StaffOf(site).JoinsAsync("token@example.org", "Модератор", "moderator");
        await page.GotoAsync($"{Home}queue/{review}");
        var status = await page.EvaluateAsync<int>("async (path) => (await fetch(path, { method: 'POST', body: new URLSearchParams({ reason: 'because' }) })).status", $"/queue/{review}/comment");
        Assert.InRange(status, 400, 403);
        await page.ReloadAsync();
        await Expect(page.Locator("#notes-heading")).ToHaveCountAsync(0);
    }

    private Task<IPage> ViewerAsync(string name) => newsroom.StaffOf(site).JoinsAsync($"viewer-{name}@example.org", "Читатель", "viewer");
}
