using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Tests.Support;
using LabelService.Workflow.Workshop;

namespace LabelService.Workflow.Tests.Workshop;

public sealed class ReportedCaseTests
{
    private const string Body = "The house: \"«Quotes»\", # no comment\n\n  - not a list: yes\n\nSource: Rosbalt\n";

    [Fact]
    public void Writes_a_case_that_is_read_back_as_it_was_and_fails_while_the_rule_speaks()
    {
        var settings = new RulesetSettings(TimeZoneInfo.Utc, []);
        var shipped = new RulesetFolder(Path.Combine(Project.Root, "rules")).Read().Files;
        var files = PackFiles.In(shipped, "any-paid-content")!;
        var path = files.Files.Keys.First(p => p.StartsWith("cases/", StringComparison.Ordinal));
        var request = new CheckRequest { Article = new Article { Title = "yes: no", Body = Body, Kind = ArticleKind.Advertisement } };

        var text = ReportedCase.AddTo(files.Files[path], "fbk_1", request, []);
        var report = CaseRunner.Run(CandidateRules.Replace(shipped, [files with { Files = files.Files.SetItem(path, text) }]), settings, files.Pack);

        Assert.Empty(report.Errors);
        Assert.Contains(report.Results, r => r.Case == "Reported as wrong, fbk_1" && r.Passed != r.Fired);
    }

    [Fact]
    public void Brings_the_entity_that_was_found_along()
    {
        var file = "entities:\n  - { registry: r, id: 'r:1', kind: person, name: Anna Poe, listedFrom: 2022-01-01 }\ncases:\n  - name: A\n";
        var text = ReportedCase.AddTo(file, "fbk_1", new CheckRequest { Article = new Article { Body = Body } }, [Entity("r:2", "ООО \"Тихая гавань\"")]);

        Assert.Contains("entities:\n  - { registry: \"r\", id: \"r:2\", kind: organisation, name: \"ООО \\\"Тихая гавань\\\"\", listedFrom: 2022-02-03 }\n  - { registry: r,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_a_file_without_entities_a_list_of_them()
    {
        var text = ReportedCase.AddTo("# Cases.\ncases:\n  - name: A\n", "fbk_1", new CheckRequest { Article = new Article { Body = Body } }, [Entity("r:2", "Тихая гавань")]);

        Assert.StartsWith("# Cases.\nentities:\n  - { registry: \"r\"", text, StringComparison.Ordinal);
    }

    private static Entity Entity(string id, string name) => new()
    {
        Id = id,
        Registry = "r",
        Kind = EntityKind.Organisation,
        Name = name,
        Listings = [new Listing(new DateOnly(2022, 2, 3), null, null, null)],
    };
}
