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
    private long left = long.MaxValue; // bytes that may still go up before it breaks
    private TaskCompletionSource broken = new();

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

    /// <summary>Lets it break by itself, in the middle of whatever goes up.</summary>
    /// <param name="bytes">How many more bytes reach the portal.</param>
    /// <returns>Done when it has broken.</returns>
    public Task BreakAfterAsync(long bytes)
    {
        broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref left, bytes);
        return broken.Task;
    }

    /// <summary>Mends it for good, at the same address.</summary>
    public void Mend() => MendForAsync(long.MaxValue);

    /// <summary>Mends it for so many bytes that go up.</summary>
    /// <returns>Done when it has broken again.</returns>
    public Task MendForAsync(long bytes)
    {
        var again = BreakAfterAsync(bytes);
        listener = new TcpListener(IPAddress.Loopback, Address.Port);
        listener.Start();
        accepting = AcceptAsync(listener);
        return again;
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

    private async Task UpAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer)) > 0)
        {
            var before = Interlocked.Add(ref left, -read) + read;
            await to.WriteAsync(buffer.AsMemory(0, (int)Math.Clamp(before, 0, read)));
            if (before <= read)
            {
                if (before > 0)
                {
                    _ = CutAsync().ContinueWith(_ => broken.SetResult(), TaskScheduler.Default);
                }

                return;
            }
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
            await Task.WhenAny(UpAsync(up, down), down.CopyToAsync(up));
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
