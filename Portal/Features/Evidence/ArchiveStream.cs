using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Consolidation;
using Portal.Platform.Documents;
using Portal.Platform.Files;
using Portal.Shared;

namespace Portal.Features.Evidence;

/// <summary>Writes an archive of evidence while it is sent: one file after the other, each only a buffer long in memory, its SHA-256 taken again on the way. What is not what it was is named, never left out in silence.</summary>
public sealed class ArchiveStream(EvidenceStore store)
{
    private const int BufferBytes = 128 * 1024;

    // Already packed; packing them again costs time and saves nothing.
    private static readonly HashSet<string> Packed = new(StringComparer.OrdinalIgnoreCase) { ".pdf", ".jpg", ".jpeg", ".png", ".docx", ".xlsx" };

    /// <summary>Writes it to its end.</summary>
    /// <param name="content">What goes in.</param>
    /// <param name="output">Needs no seeking and gets no synchronous write. Left without an end when something fails, so that nobody takes half an archive for a whole one.</param>
    /// <param name="ct">Ends it in the middle.</param>
    public async Task WriteAsync(ArchiveContent content, Stream output, CancellationToken ct)
    {
        var line = new LateWrites(output);
        var zip = await ZipArchive.CreateAsync(line, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        var wrong = new Dictionary<ArchiveFile, string>();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            foreach (var file in content.Files)
            {
                if (await CopyAsync(zip, file, buffer, ct) is { } why)
                {
                    wrong[file] = why;
                }

                await line.FlushAsync(ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (wrong.Count > 0)
        {
            var lines = wrong.Select(w => $"{w.Key.Path}: {w.Value}");
            await AddAsync(zip, ArchiveText.WarningFile, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", [ArchiveText.WarningLead, "", .. lines, ""]))], ct);
        }

        await AddAsync(zip, ArchiveText.RegisterFile, XlsxWriter.Write([ArchiveRegister.Of(content, wrong)], []), ct);
        await zip.DisposeAsync(); // writes the directory: only now it is whole
        await line.FlushAsync(ct);
    }

    /// <summary>Copies one file; null when its bytes are what they were, else what is wrong with it.</summary>
    private async Task<string?> CopyAsync(ZipArchive zip, ArchiveFile file, byte[] buffer, CancellationToken ct)
    {
        Stream stored;
        try
        {
            stored = store.OpenRead(file.Document.Sha256);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ArchiveText.Unreadable;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var broken = false;
        await using (stored)
        await using (var entry = await Entry(zip, file).OpenAsync(ct))
        {
            while (true)
            {
                int read;
                try
                {
                    read = await stored.ReadAsync(buffer, ct);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    broken = true;
                    break;
                }

                if (read == 0)
                {
                    break;
                }

                hash.AppendData(buffer, 0, read);
                await entry.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }

        return broken ? ArchiveText.Broken : Convert.ToHexStringLower(hash.GetHashAndReset()) == file.Document.Sha256 ? null : ArchiveText.Differs;
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] bytes, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        await entry.WriteAsync(bytes, ct);
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, ArchiveFile file)
    {
        var entry = zip.CreateEntry(file.Path, Packed.Contains(Path.GetExtension(file.Path)) ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
        entry.LastWriteTime = VietTime.Local(file.Document.SaidAt);
        return entry;
    }
}

/// <summary>The register inside an archive, as a sheet.</summary>
internal static class ArchiveRegister
{
    private static readonly double[] Widths = [6, 22, 16, 20, 12, 50, 34, 14, 60, 20, 14, 68];

    /// <summary>One row for each numbered document, then the rejected ones.</summary>
    /// <param name="content">The archive.</param>
    /// <param name="wrong">What is wrong with which files.</param>
    public static SheetDraft Of(ArchiveContent content, IReadOnlyDictionary<ArchiveFile, string> wrong)
    {
        string[] head =
        [
            ArchiveText.ColumnNumber, ArchiveText.ColumnUnit, ArchiveText.ColumnItems, ArchiveText.ColumnSymbol, ArchiveText.ColumnDay, ArchiveText.ColumnSummary, ArchiveText.ColumnFile,
            ArchiveText.ColumnDecision, ArchiveText.ColumnNote, ArchiveText.ColumnPlace, ArchiveText.ColumnSize, ArchiveText.ColumnHash,
        ];
        var numbered = content.Files.Where(f => f.Number is not null).ToLookup(f => f.Number);
        var rejected = content.Files.Where(f => f.Number is null).ToList();
        var rows = new List<string[]> { head };
        rows.AddRange(content.Register.Lines.Select(l => Row($"{l.Number}", l.Document, string.Join(", ", l.ItemCodes), l.Decided ? ArchiveText.Accepted : ArchiveText.Undecided, [.. numbered[l.Number]], wrong)));
        rows.AddRange(content.Register.Rejected.Select((d, k) => Row("", d, d.ItemCode, ArchiveText.Rejected, [rejected[k]], wrong)));
        return new(ArchiveText.RegisterSheet, [.. rows.SelectMany((row, r) => row.Select((text, c) => new SheetCell(r + 1, c + 1, text, r == 0 ? CellLook.Head : CellLook.Fact)))])
        {
            Widths = Widths,
            FrozenRows = 1,
            Unlocked = true,
        };
    }

    private static string[] Row(string number, EvidenceEntry d, string items, string decision, IReadOnlyList<ArchiveFile> files, IReadOnlyDictionary<ArchiveFile, string> wrong)
    {
        string?[] notes = [.. files.Select(f => wrong.GetValueOrDefault(f)).Distinct(), d.Restricted ? ArchiveText.Restricted : null, d.Reason is null ? null : string.Format(ArchiveText.Reason, d.Reason)];
        return
        [
            number, d.UnitName, items, d.Description.Number ?? "", d.Description.IssuedOn is { } day ? VietTime.Date(day) : "", d.Description.Summary ?? "", d.FileName,
            decision, string.Join("\n", notes.OfType<string>()), string.Join("\n", files.Select(f => f.Path)), FileSize.Of(d.Size), d.Sha256,
        ];
    }
}
