using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Portal.Domain;
using Portal.Platform.Files;

namespace Portal.Platform.Uploads;

/// <summary>
/// Keeps files that are still on their way: <c>uploads/&lt;person&gt;/&lt;id&gt;</c> the bytes that came, <c>.json</c> beside it what it will be.
/// What the store says has come is on disk, so that it goes on from there after a cut line, a refresh or a restart.
/// </summary>
/// <param name="dataFolder">Absolute path of the portal's data folder.</param>
/// <param name="limits">How much one person may have on the way.</param>
/// <param name="clock">Says how old an upload is.</param>
public sealed class UploadStore(string dataFolder, UploadLimits limits, PortalClock clock)
{
    /// <summary>What nobody has touched for that long is removed.</summary>
    public static readonly TimeSpan Expiry = TimeSpan.FromHours(24);

    private const int BufferSize = 128 * 1024;

    private readonly string root = Path.Combine(dataFolder, "uploads");
    private readonly Dictionary<Guid, Turn> turns = [];
    private readonly Lock creating = new();

    /// <summary>Makes room for a file. Its note is on disk before this returns.</summary>
    /// <returns>Null, or why not: too much on the way already (Invalid), the disk does not write (Unavailable).</returns>
    public Problem? Create(Upload upload)
    {
        lock (creating)
        {
            var going = OnTheWay(upload.PersonId);
            if (going.Count + 1 > limits.Files || going.Sum(u => u.Length) + upload.Length > limits.Bytes)
            {
                return Problem.Invalid(nameof(Problems.TooMuchOnTheWay), going.Count, Math.Round(going.Sum(u => u.Length) / 1048576m, 1), Expiry.TotalHours);
            }

            return Safely(() =>
            {
                DurableFile.CreateFolder(FolderOf(upload.PersonId));
                using (DurableFile.Create(BytesOf(upload)))
                {
                }

                Note(upload);
                DirectoryFlush.Run(root);
                DirectoryFlush.Run(dataFolder);
            });
        }
    }

    /// <summary>That person's upload; null when there is none, or it is too old.</summary>
    public Upload? Find(int personId, Guid id)
    {
        var note = Path.Combine(FolderOf(personId), $"{id:N}.json");
        return File.Exists(note) && Expires(note) > clock.DiskNow ? ReadNote(note) : null;
    }

    /// <summary>How many of its bytes are here; none when a power cut came between their going into the store and the note of it: then they are sent again.</summary>
    public long OffsetOf(Upload upload) => upload.Kept?.File.Size ?? (new FileInfo(BytesOf(upload)) is { Exists: true } bytes ? bytes.Length : 0);

    /// <summary>Until when it is kept if nothing more comes.</summary>
    public DateTimeOffset ExpiresAt(Upload upload) => Expires(NoteOf(upload));

    /// <summary>Where the bytes lie until they are kept.</summary>
    public string BytesOf(Upload upload) => Path.Combine(FolderOf(upload.PersonId), upload.Id.ToString("N"));

    /// <summary>
    /// Does one thing with an upload while nobody else does. Whoever comes later is served: he is the same sender, whose line broke before
    /// the server noticed, so what was going on is called off and what it has written stays.
    /// </summary>
    public async Task<T> AloneAsync<T>(Guid id, CancellationToken ct, Func<CancellationToken, Task<T>> work)
    {
        using var mine = new Turn(ct);
        Turn? before;
        lock (turns)
        {
            turns.TryGetValue(id, out before);
            turns[id] = mine;
            before?.Stop();
        }

        try
        {
            if (before is not null)
            {
                await before.Over;
            }

            return await work(mine.Token);
        }
        finally
        {
            lock (turns)
            {
                if (turns.GetValueOrDefault(id) == mine)
                {
                    turns.Remove(id);
                }

                mine.End();
            }
        }
    }

    /// <summary>Appends what comes. When the line breaks, what came before stays (without a checksum) or nothing does (with one); the line's own error reaches the caller.</summary>
    /// <param name="upload">Which; only within <see cref="AloneAsync"/>.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="checksum">What they must hash to, or null.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>The new offset, or a problem: more bytes than announced (<c>FileTooLong</c>), another checksum (<c>PieceDamaged</c>), the disk does not write (Unavailable).</returns>
    public async Task<Outcome<long>> AppendAsync(Upload upload, Stream body, PieceChecksum? checksum, CancellationToken ct)
    {
        var bytes = BytesOf(upload);
        var left = upload.Length - OffsetOf(upload);
        if (checksum is null)
        {
            return await WriteAsync(bytes, body, left, null, ct);
        }

        // A piece that must be proven first waits beside the bytes; only a proven one joins them.
        var piece = bytes + ".piece";
        try
        {
            File.Delete(piece);
            var proven = await WriteAsync(piece, body, left, checksum, ct);
            if (proven.Problem is not null)
            {
                return proven;
            }

            await using var read = File.OpenRead(piece);
            return await WriteAsync(bytes, read, left, null, ct);
        }
        finally
        {
            File.Delete(piece);
        }
    }

    /// <summary>Notes that it lies in the store now; its own bytes are gone.</summary>
    public Problem? Keep(Upload upload) => Safely(() => Note(upload));

    /// <summary>Forgets an upload and what came of it.</summary>
    public void Remove(Upload upload)
    {
        foreach (var file in new[] { NoteOf(upload), BytesOf(upload), BytesOf(upload) + ".piece" })
        {
            File.Delete(file);
        }
    }

    /// <summary>Removes what has grown too old.</summary>
    /// <returns>How many files were removed.</returns>
    public int Sweep()
    {
        var old = clock.DiskNow - Expiry;
        var files = Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(f => Expires(f) - Expiry < old).ToList() : [];
        // The bytes of an upload age with its note, which is touched with each piece.
        files.RemoveAll(f => !f.EndsWith(".json", StringComparison.Ordinal) && File.Exists(Path.ChangeExtension(f, ".json")) && Expires(Path.ChangeExtension(f, ".json")) - Expiry >= old);
        files.ForEach(File.Delete);
        return files.Count;
    }

    private async Task<Outcome<long>> WriteAsync(string path, Stream body, long most, PieceChecksum? checksum, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        using var hash = checksum is null ? null : IncrementalHash.CreateHash(checksum.Algorithm);
        var reading = false; // an IOException is then the sender's cut line, not our disk
        try
        {
            await using var file = DurableFile.Append(path);
            var from = file.Length;
            try
            {
                while (true)
                {
                    reading = true;
                    var read = await body.ReadAsync(buffer.AsMemory(0, BufferSize), ct);
                    reading = false;
                    if (read == 0)
                    {
                        break;
                    }

                    if (file.Length - from + read > most)
                    {
                        file.SetLength(from);
                        return Problem.Invalid(nameof(Problems.FileTooLong));
                    }

                    hash?.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
                }
            }
            finally
            {
                file.Flush(flushToDisk: true);
                Touch(path);
            }

            return checksum is null || checksum.Fits(hash!.GetHashAndReset()) ? file.Length : Problem.Invalid(nameof(Problems.PieceDamaged));
        }
        catch (Exception e) when (!reading && e is IOException or UnauthorizedAccessException)
        {
            return Problem.Of(ProblemKind.Unavailable, nameof(Problems.DiskUnavailable));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private List<Upload> OnTheWay(int personId) => Directory.Exists(FolderOf(personId))
        ? [.. Directory.EnumerateFiles(FolderOf(personId), "*.json").Where(n => Expires(n) > clock.DiskNow).Select(ReadNote).OfType<Upload>().Where(u => u.Kept is null)]
        : [];

    private void Note(Upload upload)
    {
        var (note, fresh) = (NoteOf(upload), NoteOf(upload) + ".new");
        File.Delete(fresh);
        using (var file = DurableFile.Create(fresh))
        {
            JsonSerializer.Serialize(file, upload);
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, note, overwrite: true);
        DirectoryFlush.Run(FolderOf(upload.PersonId));
    }

    /// <summary>Null when a power cut left half a note: then the file is sent again.</summary>
    private static Upload? ReadNote(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Upload>(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException)
        {
            return null;
        }
    }

    private void Touch(string bytes)
    {
        var note = Path.ChangeExtension(bytes, null) + ".json";
        if (File.Exists(note))
        {
            File.SetLastWriteTimeUtc(note, clock.DiskNow.UtcDateTime);
        }
    }

    private static DateTimeOffset Expires(string path) => new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero) + Expiry;

    private string FolderOf(int personId) => Path.Combine(root, personId.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private string NoteOf(Upload upload) => BytesOf(upload) + ".json";

    private static Problem? Safely(Action write)
    {
        try
        {
            write();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problem.Of(ProblemKind.Unavailable, nameof(Problems.DiskUnavailable));
        }
    }

    private sealed class Turn(CancellationToken ct) : IDisposable
    {
        private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationToken Token => stop.Token;

        public Task Over => over.Task;

        public void Stop() => stop.Cancel();

        public void End() => over.SetResult();

        public void Dispose() => stop.Dispose();
    }
}
