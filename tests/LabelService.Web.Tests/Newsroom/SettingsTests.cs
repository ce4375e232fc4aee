using System.Net;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Web.Tests.Newsroom;

public sealed class SettingsTests
{
    [Fact]
    public async Task Shows_what_the_service_runs_with_and_no_secret()
    {
        await using var service = await Visitor.StartServiceAsync("Reviews:LeaseSeconds=77");
        using var administrator = await Visitor.EnterAsync(service);

        foreach (var language in (string[])["en", "ru"])
        {
            var page = await administrator.ReadAsync($"/settings?lang={language}");
            Assert.Contains("Reviews__LeaseSeconds", page, StringComparison.Ordinal);
            Assert.Contains(">77<", page, StringComparison.Ordinal);
            Assert.DoesNotContain(Visitor.Password, page, StringComparison.Ordinal);
            Assert.DoesNotContain(RunningService.Key, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Keeps_how_long_a_site_keeps_what()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var administrator = await Visitor.EnterAsync(service);

        Assert.Equal(HttpStatusCode.Redirect, (await KeepAsync(administrator, "default", "365", "")).StatusCode);
        Assert.Contains("value=\"365\"", await administrator.ReadAsync("/settings"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await KeepAsync(administrator, "default", "-1", "")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await KeepAsync(administrator, "default", "many", "")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await KeepAsync(administrator, "nowhere", "5", "")).StatusCode);
        Assert.Contains("value=\"365\"", await administrator.ReadAsync("/settings"), StringComparison.Ordinal);
        Assert.Contains("retention.changed", await administrator.ReadAsync("/v1/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_before_it_erases_what_is_there()
    {
        await using var service = await Visitor.StartServiceAsync();
        await service.Http.CheckAsync("""{"article":{"externalId":"a1","body":"A bridge is opened."}}""");
        var old = TimeProvider.System.GetUtcNow().AddDays(-50);
        await using (var db = await service.Services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(a => a.ChangedAt, old), TestContext.Current.CancellationToken);
        }

        using var administrator = await Visitor.EnterAsync(service);
        Assert.Equal(HttpStatusCode.Redirect, (await KeepAsync(administrator, "default", "100", "")).StatusCode);
        using var asked = await KeepAsync(administrator, "default", "1", "");
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Contains("for good: 1 article.", await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("value=\"100\"", await administrator.ReadAsync("/settings"), StringComparison.Ordinal);
        using var sure = await administrator.PostAsync("/settings", "/settings/sites/default", ("articleDays", "1"), ("pendingDays", ""), ("confirmed", "yes"));
        Assert.Equal(HttpStatusCode.Redirect, sure.StatusCode);
    }

    [Theory]
    [InlineData("/settings")]
    [InlineData("/audit")]
    public async Task Is_for_administrators(string path)
    {
        await using var service = await Visitor.StartServiceAsync();
        using var senior = await Visitor.EnterAsAsync(service, PersonRoles.Senior);

        Assert.Equal(HttpStatusCode.Forbidden, (await senior.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Shows_the_audit_in_words_and_verifies_it()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var administrator = await Visitor.EnterAsync(service);

        Assert.Contains("Account made", await administrator.ReadAsync("/audit?lang=en"), StringComparison.Ordinal);
        Assert.Contains("Учётная запись создана", WebUtility.HtmlDecode(await administrator.ReadAsync("/audit?lang=ru&what=account.made")), StringComparison.Ordinal);
        Assert.Contains("No such row", await administrator.ReadAsync("/audit?lang=en&subject=nothing"), StringComparison.Ordinal);
        using var verified = await administrator.PostAsync("/audit", "/audit/verify");
        Assert.Contains("The chain is in order", await verified.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var export = await administrator.GetAsync("/v1/audit/export?format=csv");
        Assert.Equal(HttpStatusCode.OK, export.StatusCode);
    }

    private static Task<HttpResponseMessage> KeepAsync(Visitor administrator, string site, string articles, string names) =>
        administrator.PostAsync("/settings", $"/settings/sites/{site}", ("articleDays", articles), ("pendingDays", names));
}
