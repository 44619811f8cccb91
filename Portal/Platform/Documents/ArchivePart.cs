using Portal.Database;
using Portal.Domain.People;
using Portal.Platform.Files;

namespace Portal.Platform.Documents;

/// <summary>What one feature has to say in the archive of a whole request.</summary>
public interface IArchivePart
{
    /// <summary>The files that it adds, each to be made when its turn comes.</summary>
    /// <param name="db">The database; open only while the files are listed, not while they are written.</param>
    /// <param name="actor">For whom; whoever calls has asked whether he may see the whole request.</param>
    /// <param name="requestId">Of which request.</param>
    IAsyncEnumerable<ArchivePiece> OfAsync(PortalDb db, Actor actor, int requestId);
}

/// <summary>One file of an archive, written while it is sent.</summary>
/// <param name="Path">Where it lies: folders and name, with slashes.</param>
/// <param name="At">Its time.</param>
/// <param name="WriteAsync">Writes it, never synchronously. What it throws is told in the archive, and the others follow.</param>
public sealed record ArchivePiece(string Path, DateTimeOffset At, Func<Stream, CancellationToken, Task> WriteAsync)
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>The SHA-256 that its bytes must have, in lower-case hex; null where they are made on the way.</summary>
    public string? Sha256 { get; init; }

    /// <summary>A file that lies in the store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="sha256">Its address there.</param>
    /// <param name="path">Where it lies in the archive.</param>
    /// <param name="at">Its time.</param>
    public static ArchivePiece Of(EvidenceStore store, string sha256, string path, DateTimeOffset at) => new(path, at, async (output, ct) =>
    {
        await using var stored = store.OpenRead(sha256);
        await stored.CopyToAsync(output, BufferBytes, ct);
    })
    {
        Sha256 = sha256,
    };
}
