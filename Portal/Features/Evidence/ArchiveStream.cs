using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Portal.Platform.Documents;
using Portal.Platform.Files;

namespace Portal.Features.Evidence;

/// <summary>Writes an archive while it is sent: one file after the other, each only a buffer long in memory, its SHA-256 taken again on the way. What is not what it was is named, never left out in silence.</summary>
/// <param name="store">Where the documents lie.</param>
/// <param name="log">Told why a piece could not be written.</param>
public sealed class ArchiveStream(EvidenceStore store, ILogger<ArchiveStream> log)
{
    /// <summary>Writes it to its end.</summary>
    /// <param name="content">What goes in.</param>
    /// <param name="output">Needs no seeking and gets no synchronous write. Left without an end when something fails, so that nobody takes half an archive for a whole one.</param>
    /// <param name="ct">Ends it in the middle.</param>
    public async Task WriteAsync(ArchiveContent content, Stream output, CancellationToken ct)
    {
        var line = new LateWrites(output);
        var zip = await ZipArchive.CreateAsync(line, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        var (wrong, sums) = (new OrderedDictionary<string, string>(), new StringBuilder());
        foreach (var piece in content.Parts.Concat(content.Files.Select(f => ArchivePiece.Of(store, f.Document.Sha256, f.Path, f.Document.SaidAt))))
        {
            if (await WriteAsync(zip, piece, sums, ct) is { } why)
            {
                wrong[piece.Path] = why;
            }

            await line.FlushAsync(ct);
        }

        if (wrong.Count > 0)
        {
            var lines = wrong.Select(w => $"{w.Key}: {w.Value}");
            await AddAsync(zip, ArchiveFolders.Warning, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", [ArchiveText.WarningLead, "", .. lines, ""]))], sums, ct);
        }

        await AddAsync(zip, ArchiveFolders.Register, XlsxWriter.Write([ArchiveRegister.Of(content, wrong)], []), sums, ct);
        if (content.Summed)
        {
            await AddAsync(zip, ArchiveFolders.Sums, Encoding.UTF8.GetBytes(sums.ToString()), sums, ct);
        }

        await zip.DisposeAsync(); // writes the directory: only now it is whole
        await line.FlushAsync(ct);
    }

    /// <summary>Writes one piece; null when its bytes are what they were, else what is wrong with it.</summary>
    private async Task<string?> WriteAsync(ZipArchive zip, ArchivePiece piece, StringBuilder sums, CancellationToken ct)
    {
        await using var entry = new PieceStream(zip, piece);
        try
        {
            await piece.WriteAsync(entry, ct);
            await entry.BeginAsync(ct);
        }
        catch (Exception e) when (!entry.LineBroken && !ct.IsCancellationRequested)
        {
            log.LogError(e, "A piece of an archive could not be written: {Piece}", piece.Path);
            if (entry.Begun)
            {
                Sum(sums, entry.Sha256, piece.Path);
            }

            return entry.Begun ? ArchiveText.Broken : piece.Sha256 is null ? ArchiveText.NotMade : ArchiveText.Unreadable;
        }

        Sum(sums, entry.Sha256, piece.Path);
        return piece.Sha256 is null || piece.Sha256 == entry.Sha256 ? null : ArchiveText.Differs;
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] bytes, StringBuilder sums, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        await entry.WriteAsync(bytes, ct);
        Sum(sums, Convert.ToHexStringLower(SHA256.HashData(bytes)), name);
    }

    // As sha256sum reads it.
    private static void Sum(StringBuilder sums, string sha256, string path) => sums.Append(sha256).Append("  ").Append(path).Append('\n');
}
