using System.Text;
using LabelService.Workflow.Checks;

namespace LabelService.Workflow.Tests.Checks;

public sealed class CheckRequestReaderTests
{
    [Fact]
    public void Reads_the_smallest_request() =>
        Assert.Equal("text", Read("""{"article": {"body": "text"}}""").Value!.Article.Body);

    [Theory]
    [InlineData("""{"article": {"body": 5}}""", "$.article.body")]
    [InlineData("""{"article": {"body": "a", "format": "pdf"}}""", "$.article.format")]
    [InlineData("""{"article": {"body": "a\u0000b"}}""", "$.article.body")]
    [InlineData("""{"article": {"body": "a", "authors": [{"name": "\ud800"}]}}""", "$.article.authors[0].name")]
    [InlineData("""{"article": {"body": "a"}, "asOf": "2023-02-30"}""", "$.asOf")]
    [InlineData("""{"article": {"body": "a"}, "article": {"body": "b"}}""", "$.article")]
    [InlineData("""{"asOf": "2023-02-07"}""", "$.article")]
    [InlineData("[1, 2]", "$")]
    [InlineData("", "$")]
    public void Rejects_with_the_path_at_fault(string json, string path)
    {
        var answer = Read(json);

        Assert.True(answer.IsRefused);
        Assert.Contains(path, answer.Refusal!.Errors.Keys);
    }

    [Fact]
    public void Rejects_nesting_beyond_the_limit() =>
        Assert.True(Read("""{"article": {"body": "a", "attributes": {"x": """ + new string('[', 5000) + new string(']', 5000) + "}}}").IsRefused);

    private static Answer<LabelService.Engine.Model.CheckRequest> Read(string json) => CheckRequestReader.Read(Encoding.UTF8.GetBytes(json));
}
