using LabelService.Engine.Facts;
using LabelService.Engine.Finding;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Finding;

public sealed class AccountTests
{
    private static readonly FactIndex Index = FactIndex.Build([Some.Pack], [Some.Register with { Entities = [Some.Frost with
    {
        Name = "Луговая редакция",
        QuotedAliases = [],
        Domains = ["lugvestnik.example", "youtube.com", "t.me"],
        Accounts =
        [
            "t.me/LugVestnik", "youtube.com/@lugvestnik", "youtube.com/channel/UClug123", "ok.ru/profile/100200300", "linkedin.com/in/lug-vestnik",
            "vk.com/lugvestnik", "paper.example/authors/lug",
        ],
    }] }], []);

    public static TheoryData<string, bool> Addresses => new()
    {
        { "https://t.me/lugvestnik", true },
        { "https://t.me/s/LUGVESTNIK", true },
        { "https://t.me/@lugvestnik/77", true },
        { "https://telegram.me/lugvestnik", true },
        { "https://youtube.com/lugvestnik", true },
        { "https://www.youtube.com/@LugVestnik/videos?view=0", true },
        { "https://m.youtube.com/@lugvestnik", true },
        { "https://www.youtube.com/%40lugvestnik", true },
        { "https://www.youtube.com/channel/UClug123/about", true },
        { "https://ok.ru/profile/100200300", true },
        { "https://ru.linkedin.com/in/lug-vestnik/", true },
        { "https://vk.com/lugvestnik?w=wall-1_2", true },
        { "https://paper.example/authors/lug", true },
        { "https://news.lugvestnik.example/a", true },
        { "https://t.me", false },
        { "https://t.me/", false },
        { "https://t.me/s/", false },
        { "https://t.me/lugvestnik2", false },
        { "https://t.me/other/lugvestnik", false },
        { "https://youtube.com/", false },
        { "https://youtube.com/channel/UCother", false },
        { "https://youtube.com/channel", false },
        { "https://music.youtube.com/playlist?list=lugvestnik", false },
        { "https://ok.ru/profile", false },
        { "https://ok.ru/profile/1", false },
        { "https://linkedin.com/in/lug", false },
        { "https://paper.example/authors", false },
        { "https://paper.example/", false },
        { "https://not-t.me/lugvestnik", false },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Finds_whose_account_a_link_leads_to(string address, bool isTheirs)
    {
        var facts = Find($"<p>A text with <a href=\"{address}\">a link</a> in it.</p>", ArticleFormat.Html);

        Assert.Equal(isTheirs ? [Role.Linked] : [], facts.Entities.Select(e => e.Role));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Finds_whose_account_a_text_writes_out(string address, bool isTheirs)
    {
        var facts = Find($"A text that ends with an address, {address}.", ArticleFormat.Text);

        Assert.Equal(isTheirs ? [Role.Linked] : [], facts.Entities.Select(e => e.Role));
    }

    [Theory]
    [InlineData("Подробности: t.me/lugvestnik.", "t.me/lugvestnik")]
    [InlineData("Подробности (t.me/s/lugvestnik/12) позже", "t.me/s/lugvestnik/12")]
    [InlineData("См. «youtube.com/@lugvestnik», там всё", "youtube.com/@lugvestnik")]
    [InlineData("Смотрите www.youtube.com/@lugvestnik/live!", "youtube.com/@lugvestnik/live")]
    [InlineData("Пишите на T.me/LugVestnik", "T.me/LugVestnik")]
    public void Shows_the_address_as_the_text_writes_it(string text, string quote)
    {
        var entity = Assert.Single(Find(text, ArticleFormat.Text).Entities);

        Assert.Equal((quote, EvidenceKind.Domain), (Assert.Single(entity.Evidence).Quote, entity.Evidence[0].Kind));
    }

    private static ArticleFacts Find(string body, ArticleFormat format) =>
        FactFinder.Find(ArticleReader.Read(Some.Request(body, a => a with { Format = format })), Index);
}
