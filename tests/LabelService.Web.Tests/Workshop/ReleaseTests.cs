using System.Net;
using System.Text.Json.Nodes;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Tests.Workshop;

public sealed class ReleaseTests
{
    [Fact]
    public async Task Switches_on_what_a_second_person_approves_and_takes_it_back()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var author = await Visitor.EnterAsAsync(service, PersonRoles.RuleAuthor);
        using var senior = await Visitor.EnterAsAsync(service, PersonRoles.Senior);
        var draft = await author.ProposedAsync();
        Assert.Equal("compliant", await service.VerdictAsync());

        using var approved = await senior.ApproveAsync(draft);
        Assert.Equal($"/workshop/drafts/{draft}?done=approved", approved.Headers.Location!.OriginalString);
        Assert.Equal("action-required", await service.VerdictAsync());

        using var back = await author.PostAsync("/workshop", $"/workshop/releases/{await author.ReleaseAsync()}/take-back");
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal("compliant", await service.VerdictAsync());
        Assert.Contains("data-state=\"draft\"", await author.ReadAsync($"/workshop/drafts/{draft}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_nobody_approve_what_they_wrote_or_proposed()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var author = await Visitor.EnterAsAsync(service, PersonRoles.RuleAuthor);
        using var helper = await Visitor.EnterAsAsync(service, PersonRoles.Senior);
        using var administrator = await Visitor.EnterAsync(service);
        var draft = await author.BeginAsync();
        (await author.SaveAsync(draft, 1)).Dispose();
        (await helper.SaveAsync(draft, 2)).Dispose();
        (await administrator.ActAsync(draft, "propose", 3)).Dispose();

        foreach (var person in new[] { author, helper, administrator })
        {
            using var refused = await person.ApproveAsync(draft, revision: 4);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.Equal("compliant", await service.VerdictAsync());
    }

    [Fact]
    public async Task Shows_a_change_to_a_share_and_then_to_all()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var author = await Visitor.EnterAsAsync(service, PersonRoles.RuleAuthor);
        using var senior = await Visitor.EnterAsAsync(service, PersonRoles.Senior);
        (await senior.ApproveAsync(await author.ProposedAsync(), share: 25)).Dispose();

        var verdicts = new Dictionary<string, string>();
        for (var i = 0; i < 80; i++)
        {
            verdicts[$"a{i}"] = await service.VerdictAsync($"a{i}");
        }

        Assert.InRange(verdicts.Values.Count(v => v == "action-required"), 5, 40);
        foreach (var (id, verdict) in verdicts.Take(10))
        {
            // The same article sees the same rules again, and its labels agree.
            Assert.Equal(verdict, await service.VerdictAsync(id));
            Assert.Equal(verdict, (string?)(await service.Http.GetAsync($"/v1/labels?externalId={id}").ReadAsync())["verdict"]);
        }

        (await senior.PostAsync("/workshop", $"/workshop/releases/{await author.ReleaseAsync()}/share", ("share", "100"))).Dispose();
        Assert.Equal("action-required", await service.VerdictAsync(verdicts.First(v => v.Value == "compliant").Key));
    }

    [Fact]
    public async Task Comes_back_to_the_release_before_and_survives_a_restart()
    {
        var folder = RunningService.NewFolder();
        TestRules.Write(Path.Combine(folder, "rules"));
        string[] settings = [$"Bootstrap:AdminEmail={Visitor.AdminEmail}", $"Bootstrap:AdminPassword={Visitor.Password}"];
        await using (var service = await RunningService.StartInAsync(folder, false, settings))
        {
            using var author = await Visitor.EnterAsAsync(service, PersonRoles.RuleAuthor);
            using var senior = await Visitor.EnterAsAsync(service, PersonRoles.Senior);
            (await senior.ApproveAsync(await author.ProposedAsync())).Dispose();
            using var change = await author.PostAsync("/workshop", "/workshop/change", ("pack", "house"));
            var second = change.Headers.Location!.OriginalString.Split('/')[^1];
            var off = new JsonObject { ["pack.yaml"] = Drafting.Pack.Replace("status: on", "status: off", StringComparison.Ordinal), ["cases/partner.yaml"] = Drafting.Cases };
            (await author.SaveAsync(second, 1, off)).Dispose();
            (await author.ActAsync(second, "propose", 2)).Dispose();
            (await senior.ApproveAsync(second)).Dispose();
            Assert.Equal("compliant", await service.VerdictAsync());
            (await senior.PostAsync("/workshop", $"/workshop/releases/{await author.ReleaseAsync()}/take-back")).Dispose();
            Assert.Equal("action-required", await service.VerdictAsync());
        }

        await using var again = await RunningService.StartInAsync(folder, true, settings);
        Assert.Equal("action-required", await again.VerdictAsync());
    }

    [Fact]
    public async Task Leaves_switching_on_to_the_files_where_a_newsroom_wants_that()
    {
        await using var service = await Visitor.StartServiceAsync("Rules:Workshop=Propose");
        using var author = await Visitor.EnterAsAsync(service, PersonRoles.RuleAuthor);
        using var senior = await Visitor.EnterAsAsync(service, PersonRoles.Senior);
        var draft = await author.ProposedAsync();

        using var refused = await senior.ApproveAsync(draft);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var zip = new System.IO.Compression.ZipArchive(await (await senior.GetAsync($"/workshop/drafts/{draft}/files")).Content.ReadAsStreamAsync());
        Assert.Equal(["house/cases/partner.yaml", "house/pack.yaml"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Keeps_the_workshop_shut_where_a_newsroom_wants_that()
    {
        await using var service = await Visitor.StartServiceAsync("Rules:Workshop=Off");
        using var author = await Visitor.EnterAsAsync(service, PersonRoles.RuleAuthor);

        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync("/workshop")).StatusCode);
    }

    [Fact]
    public async Task Says_that_the_files_beneath_a_release_have_changed()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var author = await Visitor.EnterAsAsync(service, PersonRoles.RuleAuthor);
        using var senior = await Visitor.EnterAsAsync(service, PersonRoles.Senior);
        (await senior.ApproveAsync(await author.ProposedAsync())).Dispose();
        Assert.DoesNotContain("The files of this pack have changed", await author.ReadAsync("/workshop"), StringComparison.Ordinal);

        var folder = Directory.CreateDirectory(Path.Combine(service.RulesFolder, "packs", "house")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "pack.yaml"), Drafting.Pack.Replace("status: on", "status: off", StringComparison.Ordinal));

        await Deadline.UntilAsync(
            async () => (await author.ReadAsync("/workshop")).Contains("The files of this pack have changed", StringComparison.Ordinal), 30, "the page says so");
        Assert.Equal("action-required", await service.VerdictAsync());
    }
}
