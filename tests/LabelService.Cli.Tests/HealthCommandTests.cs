using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LabelService.Cli.Tests;

public class HealthCommandTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("200 OK", 0)]
    [InlineData("503 Service Unavailable", 1)]
    public async Task Gives_the_exit_code_of_the_answer(string status, int expected)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var request = AnswerOnceAsync(listener, status);

        var (code, output, _) = await RunAsync($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

        Assert.Equal(expected, code);
        Assert.Contains(status[..3], output, StringComparison.Ordinal);
        Assert.StartsWith("GET /health/live HTTP/1.1", await request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_when_nobody_listens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var (code, _, error) = await RunAsync($"http://127.0.0.1:{port}");

        Assert.Equal(1, code);
        Assert.Contains("gives no answer", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_what_is_no_url()
    {
        var (code, _, error) = await RunAsync("localhost");

        Assert.Equal(2, code);
        Assert.Contains("right would be http://127.0.0.1:5080", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "http://127.0.0.1:5080/")]
    [InlineData("http://+:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://*:81;https://+:443", "http://127.0.0.1:81/")]
    [InlineData("http://0.0.0.0:82/", "http://127.0.0.1:82/")]
    [InlineData("http://[::]:83", "http://127.0.0.1:83/")]
    [InlineData("https://example.test/labels", "https://example.test/labels/")]
    public void Finds_the_address(string? urls, string expected) => Assert.Equal(expected, HealthCommand.Address(urls)?.ToString());

    private static async Task<(int Code, string Output, string Error)> RunAsync(string url)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await HealthCommand.Create().Parse([url])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, Cancellation);
        return (code, output.ToString(), error.ToString());
    }

    private static async Task<string> AnswerOnceAsync(TcpListener listener, string status)
    {
        using var client = await listener.AcceptTcpClientAsync(Cancellation);
        var stream = client.GetStream();
        var line = await new StreamReader(stream).ReadLineAsync(Cancellation);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), Cancellation);
        return line ?? "";
    }
}
