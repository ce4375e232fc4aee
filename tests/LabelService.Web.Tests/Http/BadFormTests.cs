using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LabelService.Web.Tests.Reviews;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Tests.Http;

/// <summary>What is sent where a form is read.</summary>
public sealed class BadFormTests
{
    [Fact]
    public async Task Refuses_what_is_no_form_or_cannot_be_read()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        var review = await desk.FlagAsync(Newsdesk.Naming("a1"));
        var fields = string.Join('&', Enumerable.Range(0, 1100).Select(i => $"f{i}=1"));

        foreach (var (body, type) in ((string, string)[])
        [
            ("{}", "application/json"), (fields, "application/x-www-form-urlencoded"), ("--x\r\nbroken", "multipart/form-data; boundary=x"), ("a", "multipart/form-data"),
        ])
        {
            foreach (var accept in (string[])["application/json", "text/html"])
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"/queue/{review}/decide") { Content = new StringContent(body, Encoding.UTF8) };
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
                request.Headers.Accept.ParseAdd(accept);
                using var answer = await moderator.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.Equal((type, HttpStatusCode.BadRequest), (type, answer.StatusCode));
                Assert.StartsWith(accept == "text/html" ? accept : "application/problem+json", answer.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Refuses_a_form_that_is_too_large()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        var review = await desk.FlagAsync(Newsdesk.Naming("a1"));
        using var form = new FormUrlEncodedContent([new("reason", new string('a', 300 << 10))]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await moderator.PostAsync($"/queue/{review}/decide", form, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-1")]
    public async Task Refuses_a_confidence_that_is_none(string confidence)
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await moderator.GetAsync($"/v1/reviews?confidenceBelow={confidence}", TestContext.Current.CancellationToken)).StatusCode);
        using var senior = await Visitor.EnterAsAsync(desk.Service, PersonRoles.Senior);
        Assert.Equal(HttpStatusCode.OK, (await senior.GetAsync($"/queue?confidenceBelow={confidence}")).StatusCode);
    }
}
