using System.Text;
using System.Text.Json;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Checking;

/// <summary>What holds for every article, over a thousand generated ones and the rules that ship.</summary>
public sealed class ArticleProperties
{
    private const int Articles = 1500;

    [Fact]
    public void Every_quote_is_the_very_substring_of_its_field()
    {
        Each((request, report) =>
        {
            foreach (var evidence in AllEvidence(report).Where(e => e.Start is not null))
            {
                Assert.Equal(evidence.Quote, Field(request.Article, evidence.Field)[evidence.Start!.Value..evidence.End!.Value]);
            }
        });
    }

    [Fact]
    public void The_same_question_gets_the_same_bytes() =>
        Each((request, report) => Assert.Equal(Json(report), Json(Check(request))));

    [Fact]
    public void The_direct_writer_gives_the_bytes_of_the_serializer() =>
        Each((request, _) =>
        {
            var report = Check(request with { Include = [ReportPart.Labelled, ReportPart.Trace, ReportPart.NearMisses, ReportPart.Forms] });
            Assert.Equal(Json(report), Encoding.UTF8.GetString(ReportJson.Write(report)));
        });

    [Fact]
    public void The_labelled_text_is_compliant_and_labelling_it_again_changes_nothing() =>
        EachDecided((request, report) => AssertSettled(request, report.Labelled!.Text, ArticleFormat.Text, r => r.Labelled!.Text));

    [Fact]
    public void The_labelled_html_is_compliant_and_labelling_it_again_changes_nothing() =>
        EachDecided((request, report) => AssertSettled(request, report.Labelled!.Html, ArticleFormat.Html, r => r.Labelled!.Html));

    [Fact]
    public void The_labelled_markdown_is_compliant_and_labelling_it_again_changes_nothing() =>
        EachDecided((request, _) =>
        {
            var asked = request with { Include = [ReportPart.Labelled, ReportPart.Forms] };
            AssertSettled(asked, Check(asked).Labelled!.Markdown!, ArticleFormat.Markdown, r => r.Labelled!.Markdown!);
        });

    private static void AssertSettled(CheckRequest request, string labelled, ArticleFormat format, Func<CheckReport, string> form)
    {
        // The labelled article stands for title, lead and body; what the CMS knows beside them stays.
        var again = request with { Article = request.Article with { Body = labelled, Format = format, Title = null, Lead = null } };
        var report = Check(again);
        Assert.True(report.Verdict == Verdict.Compliant, $"{Json(report)}\n\n{labelled}\n\nfrom\n\n{request.Article.Body}");
        Assert.Equal(labelled, form(report));
    }

    private static void EachDecided(Action<CheckRequest, CheckReport> assert)
    {
        var decided = 0;
        Each((request, report) =>
        {
            if (report.Labelled!.LeftOut.IsEmpty && report.Flags.All(f => f.Action != FlagAction.Block))
            {
                decided++;
                assert(request, report);
            }
        });
        Assert.True(decided > Articles / 2, $"only {decided} of {Articles} generated articles could be labelled");
    }

    private static void Each(Action<CheckRequest, CheckReport> assert)
    {
        var generator = new ArticleGenerator(20261123, [.. Repository.Rules.Registries.Values.SelectMany(r => r.Entities)]);
        for (var i = 0; i < Articles; i++)
        {
            var request = generator.Next();
            assert(request, Check(request));
        }
    }

    private static IEnumerable<Evidence> AllEvidence(CheckReport report) =>
        report.Disclosures.SelectMany(d => d.Evidence).Concat(report.Quoted.Select(q => q.Evidence)).Concat(report.AgeRating?.Evidence ?? [])
            .Concat(report.Source is { } source ? [source.Evidence] : []).Concat(report.Flags.SelectMany(f => f.Evidence));

    private static string Field(Article article, string path) => path switch
    {
        "title" => article.Title!,
        "lead" => article.Lead!,
        "body" => article.Body,
        "source.name" => article.Source!.Name!,
        _ => throw new ArgumentException(path),
    };

    private static CheckReport Check(CheckRequest request) =>
        ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), Repository.Rules, Exceptions.None);

    private static string Json(CheckReport report) => JsonSerializer.Serialize(report, ContractJson.Wire);
}
