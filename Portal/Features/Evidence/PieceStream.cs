using System.IO.Compression;
using System.Security.Cryptography;
using Portal.Platform.Documents;
using Portal.Shared;

namespace Portal.Features.Evidence;

/// <summary>Where one piece of an archive is written: its entry begins with its first byte, so that what cannot be opened leaves none; hashed on the way, never more than a buffer at once.</summary>
/// <param name="zip">The archive.</param>
/// <param name="piece">What is written.</param>
internal sealed class PieceStream(ZipArchive zip, ArchivePiece piece) : Stream
{
    private const int MostBytes = 128 * 1024;

    // Already packed; packing them again costs time and saves nothing.
    private static readonly HashSet<string> Packed = new(StringComparer.OrdinalIgnoreCase) { ".pdf", ".jpg", ".jpeg", ".png", ".docx", ".xlsx" };

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private Stream? entry;

    /// <summary>What failed is the way out, not the piece.</summary>
    public bool LineBroken { get; private set; }

    /// <summary>Something of it stands in the archive.</summary>
    public bool Begun => entry is not null;

    /// <summary>The SHA-256 of what was written, in lower-case hex.</summary>
    public string Sha256 => Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Begins the entry, also of a piece without a byte.</summary>
    public async Task BeginAsync(CancellationToken ct) => await OutAsync(_ => ValueTask.CompletedTask, ct);

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (var rest = buffer; rest.Length > 0;)
        {
            var now = rest[..Math.Min(rest.Length, MostBytes)];
            await OutAsync(e => e.WriteAsync(now, cancellationToken), cancellationToken);
            hash.AppendData(now.Span);
            rest = rest[now.Length..];
        }
    }

    /// <summary>Whoever writes flushes when the piece is done, not before.</summary>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Ends the entry.</summary>
    public override async ValueTask DisposeAsync()
    {
        hash.Dispose();
        if (entry is not null)
        {
            await entry.DisposeAsync();
        }
    }

    private async ValueTask OutAsync(Func<Stream, ValueTask> write, CancellationToken ct)
    {
        try
        {
            entry ??= await Entry().OpenAsync(ct);
            await write(entry);
        }
        catch
        {
            LineBroken = true;
            throw;
        }
    }

    private ZipArchiveEntry Entry()
    {
        var made = zip.CreateEntry(piece.Path, Packed.Contains(Path.GetExtension(piece.Path)) ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
        made.LastWriteTime = VietTime.Local(piece.At);
        return made;
    }
}
