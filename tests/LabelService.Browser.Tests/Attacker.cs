using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace LabelService.Browser.Tests;

/// <summary>A server that nothing of an article may ever call; it remembers who did.</summary>
public sealed class Attacker : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _called = new();

    public Attacker()
    {
        _listener.Start();
        _ = ListenAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    /// <summary>The first lines of the requests that came.</summary>
    public IReadOnlyCollection<string> Called => _called;

    public void Dispose() => _listener.Dispose();

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                using var reader = new StreamReader(client.GetStream());
                _called.Enqueue(await reader.ReadLineAsync() ?? "a connection without a request");
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
