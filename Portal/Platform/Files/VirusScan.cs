using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Portal.Domain;
using Portal.Platform.Options;

namespace Portal.Platform.Files;

/// <summary>Where clamd listens.</summary>
/// <param name="Socket">The path of its Unix socket; null for TCP.</param>
/// <param name="Host">Its host; null for a Unix socket.</param>
/// <param name="Port">Its port.</param>
public sealed record ScannerAddress(string? Socket, string? Host = null, int Port = 0)
{
    /// <summary>Reads <c>Evidence:Scanner</c>; null when it is blank, which switches the scan off.</summary>
    /// <param name="setting"><c>tcp://127.0.0.1:3310</c> or <c>unix:///run/clamav/clamd.ctl</c>.</param>
    /// <exception cref="StartRefusedException">It is neither.</exception>
    public static ScannerAddress? Read(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return null;
        }

        if (Uri.TryCreate(setting.Trim(), UriKind.Absolute, out var uri) && uri is { Query: "", Fragment: "", UserInfo: "" })
        {
            var path = Uri.UnescapeDataString(uri.AbsolutePath);
            if (uri.Scheme == "tcp" && uri is { Host.Length: > 0, Port: > 0 } && path is "" or "/")
            {
                return new(null, uri.IdnHost, uri.Port);
            }

            if (uri is { Scheme: "unix", Host: "" } && path.Length > 1)
            {
                return new(path);
            }
        }

        throw new StartRefusedException($"Evidence:Scanner is '{setting}'. It is where clamd listens, tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl, or blank for no virus scan.");
    }
}

/// <summary>Asks clamd about a file by its INSTREAM command. Off without an address; when on, what could not be checked is not taken.</summary>
/// <param name="address">Where clamd listens; null: off.</param>
/// <param name="log">Gets the cause when a file could not be checked; the person is not bothered with it.</param>
/// <remarks>clamd's own settings must let the largest file through: StreamMaxLength and MaxFileSize above <c>Evidence:MaxFileMegabytes</c>, and AlertExceedsMax on,
/// for without it clamd calls clean what it did not look at.</remarks>
public sealed partial class VirusScan(ScannerAddress? address, ILogger<VirusScan> log)
{
    private const int ChunkBytes = 64 * 1024;
    private const int LengthBytes = 4;
    private const int MaxReply = 4096;
    private const string Clean = "stream: OK";
    private const string FoundStart = "stream: ";
    private const string FoundEnd = " FOUND";
    private const string NotLookedAt = "Heuristics.Limits.Exceeded";

    /// <summary>How long one file may take, connecting included.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether files are checked.</summary>
    public bool On => address is not null;

    /// <summary>Sends a file through the scanner, piece by piece.</summary>
    /// <param name="file">Read from where it stands to its end.</param>
    /// <param name="fileName">What the person calls it, for the refusal.</param>
    /// <param name="ct">Ends the scan; the cancellation reaches the caller.</param>
    /// <returns>Null when it is clean, or when the scan is off. Invalid: something was found. Unavailable: it could not be checked.</returns>
    public async Task<Problem?> CheckAsync(Stream file, string fileName, CancellationToken ct)
    {
        if (address is null)
        {
            return null;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        string reply;
        try
        {
            reply = await AskAsync(address, file, patience.Token);
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return Unchecked(fileName, e.Message, e);
        }

        if (reply == Clean)
        {
            return null;
        }

        if (!reply.StartsWith(FoundStart, StringComparison.Ordinal) || !reply.EndsWith(FoundEnd, StringComparison.Ordinal))
        {
            return Unchecked(fileName, reply, null);
        }

        var found = reply[FoundStart.Length..^FoundEnd.Length];
        return found.StartsWith(NotLookedAt, StringComparison.Ordinal)
            ? Unchecked(fileName, reply, null)
            : Problem.Invalid(nameof(Problems.FileInfected), fileName, found);
    }

    private static async Task<string> AskAsync(ScannerAddress address, Stream file, CancellationToken ct)
    {
        using var socket = address.Socket is null ? new Socket(SocketType.Stream, ProtocolType.Tcp) : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        if (address.Socket is { } path)
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), ct);
        }
        else
        {
            await socket.ConnectAsync(address.Host!, address.Port, ct);
        }

        await using var line = new NetworkStream(socket);
        var buffer = ArrayPool<byte>.Shared.Rent(LengthBytes + ChunkBytes);
        try
        {
            try
            {
                await SendAsync(line, file, buffer, ct);
            }
            catch (IOException) when (!ct.IsCancellationRequested)
            {
                // clamd hangs up in the middle when a file is longer than it takes; what it said before that is the better cause
                return await ReplyAsync(line, buffer, ct) is { Length: > 0 } last && last != Clean ? last : throw new IOException("clamd hung up in the middle of the file.");
            }

            return await ReplyAsync(line, buffer, ct);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The command, then pieces with their length before them (four bytes, network order), then a piece of no length.</summary>
    private static async Task SendAsync(NetworkStream line, Stream file, byte[] buffer, CancellationToken ct)
    {
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        int read;
        do
        {
            read = await file.ReadAsync(buffer.AsMemory(LengthBytes, ChunkBytes), ct);
            BinaryPrimitives.WriteInt32BigEndian(buffer, read);
            await line.WriteAsync(buffer.AsMemory(0, LengthBytes + read), ct);
        }
        while (read > 0);
    }

    /// <summary>One reply, to the null byte that ends it; an answer that was cut short is none.</summary>
    private static async Task<string> ReplyAsync(NetworkStream line, byte[] buffer, CancellationToken ct)
    {
        var length = 0;
        while (length < MaxReply)
        {
            var read = await line.ReadAsync(buffer.AsMemory(length, MaxReply - length), ct);
            if (read == 0)
            {
                break;
            }

            length += read;
            if (buffer.AsSpan(0, length).IndexOf((byte)0) is >= 0 and var end)
            {
                return Encoding.UTF8.GetString(buffer, 0, end).Trim();
            }
        }

        throw new IOException("clamd hung up before its reply was complete.");
    }

    private Problem Unchecked(string fileName, string cause, Exception? exception)
    {
        NotChecked(cause, exception);
        return Problem.Of(ProblemKind.Unavailable, nameof(Problems.FileNotScanned), fileName);
    }

    [LoggerMessage(LogLevel.Error, "A file could not be checked for viruses: {Cause}")]
    private partial void NotChecked(string cause, Exception? exception);
}
