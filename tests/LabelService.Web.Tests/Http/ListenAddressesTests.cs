using LabelService.Web.Http;
using Microsoft.Extensions.Configuration;

namespace LabelService.Web.Tests.Http;

/// <summary>Where labels link to, if no public address is set.</summary>
public sealed class ListenAddressesTests
{
    [Theory]
    [InlineData(null, "http://127.0.0.1:5080", false)]
    [InlineData("http://127.0.0.1:0", "http://127.0.0.1:5080", false)]
    [InlineData("http://+:8080;https://labels.example:8443", "http://127.0.0.1:8080", false)]
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080", false)]
    [InlineData("http://localhost:5081/", "http://localhost:5081", false)]
    [InlineData("https://labels.example:8443", "https://labels.example:8443", true)]
    [InlineData("http://192.0.2.7", "http://192.0.2.7", true)]
    public void Finds_the_first_and_whether_readers_reach_it(string? urls, string expected, bool isPublic) =>
        Assert.Equal((expected, isPublic), ListenAddresses.First(new ConfigurationBuilder().AddInMemoryCollection([new("urls", urls)]).Build()));
}
