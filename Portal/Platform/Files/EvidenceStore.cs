using System.Buffers;
using System.Security.Cryptography;
using Portal.Domain;

namespace Portal.Platform.Files;

/// <summary>How large one evidence file may be.</summary>
/// <param name="MaxBytes">The largest size still taken, in bytes.</param>
public sealed record EvidenceLimits(long MaxBytes)
{
    /// <summary>20 MB, as the district's letters allow.</summary>
    public static EvidenceLimits Default { get; } = new(20 * 1024 * 1024);
}

/// <summary>A file that is safely on disk: content and name survive a power cut.</summary>
/// <param name="Sha256">The hash of its bytes, 64 lower-case hex digits; also its address in the store.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Kind">What it is by content.</param>
/// <param name="FileName">The sender's name for it, cleaned.</param>
public sealed record StoredFile(string Sha256, long Size, FileKind Kind, string FileName);

/// <summary>Keeps evidence files by content: <c>evidence/ab/cd/&lt;sha256&gt;</c> under the data folder, each content once.</summary>
/// <param name="dataFolder">Absolute path of the portal's data folder; its subfolder <c>evidence</c> is created on the first save.</param>
/// <param name="clock">Says how old a content is.</param>
public sealed class EvidenceStore(string dataFolder, PortalClock clock)
{
    private const int BufferSize = 128 * 1024;

    private readonly string _root = Path.Combine(dataFolder, "evidence");
    private readonly string _incoming = Path.Combine(dataFolder, "evidence", "incoming");
    private readonly Lock _keeping = new();

    /// <summary>
    /// Takes one file from a stream: counts and hashes while writing, judges it by content, syncs it to disk, gives it its
    /// final name and syncs that too. Only then is there an answer, so a row may be written about it.
    /// </summary>
    /// <param name="body">The bytes; read once, never held in memory as a whole. Its own errors reach the caller as they are.</param>
    /// <param name="fileName">The name as sent.</param>
    /// <param name="limits">The size limit.</param>
    /// <param name="ct">The request's token; after a cancellation nothing is left behind.</param>
    /// <returns>The stored file, or a problem: too big, empty, refused by content (Invalid), or the disk does not write (Unavailable).</returns>
    public async Task<Outcome<StoredFile>> SaveAsync(Stream body, string fileName, EvidenceLimits limits, CancellationToken ct)
    {
        var name = FileName.Clean(fileName);
        var temporary = Path.Combine(_incoming, Guid.NewGuid().ToString("N"));
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var readingBody = false; // an IOException is then the sender's cut line, not our disk
        try
        {
            DurableFile.CreateFolder(_incoming);
            long size = 0;
            Outcome<FileKind> kind;
            await using (var file = DurableFile.Create(temporary))
            {
                while (true)
                {
                    readingBody = true;
                    var read = await body.ReadAsync(buffer.AsMemory(0, BufferSize), ct);
                    readingBody = false;
                    if (read == 0)
                    {
                        break;
                    }
                    size += read;
                    if (size > limits.MaxBytes)
                    {
                        return Problem.Invalid(nameof(Problems.FileTooBig), Math.Round(limits.MaxBytes / 1048576m, 1));
                    }
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), ct);
                }
                kind = FileSniffer.Detect(file, name);
                if (kind.Problem is not null)
                {
                    return kind.Problem;
                }
                file.Flush(flushToDisk: true);
            }
            var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            Keep(temporary, sha256, size);
            return new StoredFile(sha256, size, kind.Value, name);
        }
        catch (Exception e) when (!readingBody && e is IOException or UnauthorizedAccessException)
        {
            return Problem.Of(ProblemKind.Unavailable, nameof(Problems.DiskUnavailable));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            TryDelete(temporary);
        }
    }

    /// <summary>Takes a file that lies on disk already, synced and judged: it gets its final name, and that is synced too.</summary>
    /// <param name="path">Where it lies, on the same disk; it is gone afterwards.</param>
    /// <param name="file">What it is.</param>
    /// <returns>Null, or that the disk does not write (Unavailable).</returns>
    public Problem? Take(string path, StoredFile file)
    {
        try
        {
            Keep(path, file.Sha256, file.Size);
            TryDelete(path);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problem.Of(ProblemKind.Unavailable, nameof(Problems.DiskUnavailable));
        }
    }

    /// <summary>Opens a stored content for reading.</summary>
    /// <exception cref="ArgumentException">Not 64 lower-case hex digits.</exception>
    /// <exception cref="IOException">It is not there.</exception>
    public Stream OpenRead(string sha256) =>
        new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <summary>Whether a content is in the store.</summary>
    /// <exception cref="ArgumentException">Not 64 lower-case hex digits.</exception>
    public bool Exists(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>Hashes the stored bytes again; equal to <paramref name="sha256"/> as long as nobody touched the disk.</summary>
    /// <exception cref="ArgumentException">Not 64 lower-case hex digits.</exception>
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    public async Task<string> RehashAsync(string sha256, CancellationToken ct = default)
    {
        await using var file = OpenRead(sha256);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }

    /// <summary>Removes what a crash left in the incoming folder.</summary>
    /// <param name="olderThan">Only files last written before this instant.</param>
    /// <returns>How many were removed.</returns>
    public int SweepIncoming(DateTimeOffset olderThan) => Older(_incoming, olderThan).Count(TryDelete);

    /// <summary>The contents that were last kept before an instant: those without a row are nobody's.</summary>
    public IEnumerable<string> KeptBefore(DateTimeOffset instant) => Older(_root, instant).Select(Path.GetFileName).OfType<string>().Where(IsHash);

    /// <summary>Removes a content that nobody has a row for, unless it was kept anew meanwhile.</summary>
    /// <param name="sha256">Which.</param>
    /// <param name="olderThan">Only when it was last kept before this instant.</param>
    /// <returns>Whether it is gone.</returns>
    public bool Remove(string sha256, DateTimeOffset olderThan)
    {
        lock (_keeping)
        {
            return File.GetLastWriteTimeUtc(PathOf(sha256)) < olderThan.UtcDateTime && TryDelete(PathOf(sha256));
        }
    }

    private static IEnumerable<string> Older(string folder, DateTimeOffset instant) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => File.GetLastWriteTimeUtc(f) < instant.UtcDateTime)
        : [];

    private void Keep(string temporary, string sha256, long size)
    {
        var final = PathOf(sha256);
        var folder = Path.GetDirectoryName(final)!;
        lock (_keeping)
        {
            DurableFile.CreateFolder(folder);
            var there = new FileInfo(final);
            // Another length means the stored copy was damaged: the good bytes take its place.
            if (!there.Exists || there.Length != size)
            {
                File.Move(temporary, final, overwrite: true);
            }
            // Young again, so that no sweep takes it before its row is written.
            File.SetLastWriteTimeUtc(final, clock.DiskNow.UtcDateTime);
        }
        // Also when it was there already: whoever put it there a moment ago may not have synced the names yet.
        foreach (var level in new[] { folder, Path.GetDirectoryName(folder)!, _root, dataFolder })
        {
            DirectoryFlush.Run(level);
        }
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    /// <summary>Where a content lies, for the child process that opens it.</summary>
    /// <exception cref="ArgumentException">Not 64 lower-case hex digits.</exception>
    public string PathOf(string sha256)
    {
        if (!IsHash(sha256))
        {
            throw new ArgumentException("Not a SHA-256 in lower-case hex.", nameof(sha256));
        }
        return Path.Combine(_root, sha256[..2], sha256[2..4], sha256);
    }

    private static bool TryDelete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // the next sweep tries again
        }
    }
}
