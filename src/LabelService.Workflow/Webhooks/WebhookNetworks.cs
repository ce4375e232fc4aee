using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace LabelService.Workflow.Webhooks;

/// <summary>Which addresses may be delivered to: those of the public internet, and what the settings allow besides.</summary>
internal sealed class WebhookNetworks(ImmutableArray<IPNetwork> allowed)
{
    /// <summary>What is not public, by IANA's registries of special-purpose addresses (RFC 6890 and what has been added since).</summary>
    private static readonly ImmutableArray<IPNetwork> Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return allowed.Any(n => n.Contains(plain)) || !Special.Any(n => n.Contains(plain));
    }

    /// <summary>Connects to an address of the host that is allowed; what a name stands for is looked at here, at the very moment, and not before.</summary>
    /// <exception cref="AddressRefusedException">It stands for none.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint host, CancellationToken cancel)
    {
        var addresses = IPAddress.TryParse(host.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host.Host, cancel);
        var open = addresses.Where(Allows).ToArray();
        if (open.Length == 0)
        {
            throw new AddressRefusedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, host.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A receiver's name stands for an address that is not public, and not allowed.</summary>
internal sealed class AddressRefusedException : Exception;
