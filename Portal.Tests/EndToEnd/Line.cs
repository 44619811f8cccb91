using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Portal.Tests.EndToEnd;

/// <summary>The line between a browser and the portal: a plain TCP relay on loopback that can be cut and mended. Cut means that open connections are reset and new ones refused.</summary>
public sealed class Line : IAsyncDisposable
{
    private readonly Uri portal;
    private readonly ConcurrentDictionary<Socket, byte> sockets = new();
    private TcpListener listener;
    private Task accepting;

    /// <summary>A line to that portal, mended.</summary>
    public Line(Uri portal)
    {
        this.portal = portal;
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = AcceptAsync(listener);
    }

    /// <summary>Where the browser finds the portal over this line.</summary>
    public Uri Address { get; }

    /// <summary>Cuts it.</summary>
    public async Task CutAsync()
    {
        listener.Stop();
        await accepting;
        foreach (var socket in sockets.Keys)
        {
            socket.Close(0);
        }

        sockets.Clear();
    }

    /// <summary>Mends it, at the same address.</summary>
    public void Mend()
    {
        listener = new TcpListener(IPAddress.Loopback, Address.Port);
        listener.Start();
        accepting = AcceptAsync(listener);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await CutAsync();

    private async Task AcceptAsync(TcpListener on)
    {
        try
        {
            while (true)
            {
                var browser = await on.AcceptSocketAsync();
                sockets[browser] = 0;
                _ = RelayAsync(browser);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // cut
        }
    }

    private async Task RelayAsync(Socket browser)
    {
        var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        sockets[server] = 0;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, portal.Port);
            await using var down = new NetworkStream(server);
            await using var up = new NetworkStream(browser);
            await Task.WhenAny(up.CopyToAsync(down), down.CopyToAsync(up));
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException)
        {
            // cut, or the portal is down
        }
        finally
        {
            browser.Close(0);
            server.Close(0);
            sockets.TryRemove(browser, out _);
            sockets.TryRemove(server, out _);
        }
    }
}
