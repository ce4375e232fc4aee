using LabelService.Workflow.Registries;

namespace LabelService.Workflow.Tests.Registries;

public sealed class WebResourcesTests
{
    [Theory]
    [InlineData("https://reef.example/; http://www.Reef.example", "reef.example", "")]
    [InlineData("reef.example/ru/", "reef.example", "")]
    [InlineData("https://paper.example/authors/17", "", "paper.example/authors/17")]
    [InlineData("https://t.me/reef, ID: -1001234567890", "", "t.me/reef")]
    [InlineData("https://t.me/reef ID: – 1001234567890;https://t.me/s/mol/12?x=1", "", "t.me/reef;t.me/mol")]
    [InlineData("https://t.me/reef, https://t.me/mol", "", "t.me/reef;t.me/mol")]
    [InlineData("https://t.me/+Ab1; https://t.me/joinchat/Ab1; https://youtu.be/; https://vk.com/", "", "")]
    [InlineData("https://www.youtube.com/@reef; https://youtube.com/channel/UC1/videos", "", "youtube.com/@reef;youtube.com/channel/UC1")]
    [InlineData("https://m.vk.com/reef\nhttps://ok.ru/profile/123", "", "vk.com/reef;ok.ru/profile/123")]
    [InlineData("https://www.facebook.com/profile.php?id= 123; https://lv.linkedin.com/in/reef/", "", "facebook.com/123;linkedin.com/in/reef")]
    [InlineData("https://instagram.com/ reef?igsh=1==", "", "instagram.com/reef")]
    [InlineData("https://reef.substack.com/; https://reef.livejournal.com", "reef.substack.com;reef.livejournal.com", "")]
    [InlineData("https://instagram/reef; none; https://vk.com.reef.14", "", "")]
    public void Reads_domains_and_accounts(string cell, string domains, string accounts)
    {
        var read = WebResources.Read(new ExportRow("f", 4, "Риф", "") { Resources = cell }, new ImportReport());

        Assert.Equal((domains, accounts), (string.Join(';', read.Domains), string.Join(';', read.Accounts)));
    }

    [Theory]
    [InlineData("https://t.me/reef, ID: -1001234567890", Oddity.ChatNumber)]
    [InlineData("https://t.me/+Ab1", Oddity.NoAccount)]
    [InlineData("see the site", Oddity.NotAnAddress)]
    public void Reports_what_is_left_out(string cell, object oddity)
    {
        var report = new ImportReport();

        WebResources.Read(new ExportRow("f", 4, "Риф", "") { Resources = cell }, report);

        Assert.Equal((oddity, 4), (Assert.Single(report.Odd).Oddity, report.Odd[0].Row));
    }
}
