using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Domain.Consolidation;
using Portal.Domain.Submissions;
using Portal.Features.Evidence;
using Portal.Platform;
using Portal.Platform.Files;
using Portal.Tests.Platform.Files;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Evidence;

/// <summary>The archive as it is written, over a real store.</summary>
public sealed class ArchiveStreamTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2024, 7, 2, 9, 30, 0, TimeSpan.FromHours(7));

    private readonly string folder = Directory.CreateTempSubdirectory("archive").FullName;
    private readonly EvidenceStore store;
    private readonly List<EvidenceEntry> entries = [];

    public ArchiveStreamTests() => store = new(folder, new PortalClock(TimeProvider.System));

    private CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_file_arrives_with_its_bytes_and_the_register_comes_last()
    {
        byte[][] files = [Made.Pdf(700_000), Made.Docx(), Made.Png(), Made.Ole("WordDocument")];
        await AddAsync("XA-04", "Kế hoạch.pdf", files[0]);
        await AddAsync("XA-04", "tờ trình.docx", files[1]);
        await AddAsync("XA-05", "ảnh.png", files[2]);
        await AddAsync("XA-05", "cũ.doc", files[3]);

        using var zip = await WriteAsync();

        Assert.Equal(
            ["001 Kế hoạch.pdf", "002 tờ trình.docx", "003 ảnh.png", "004 cũ.doc", "Danh mục văn bản minh chứng.xlsx"], zip.Entries.Select(e => e.Name));
        Assert.Equal(files.Select(Hash), zip.Entries.Take(4).Select(e => Hash(Bytes(e))));
        Assert.Equal([true, true, true, false], zip.Entries.Take(4).Select(e => e.CompressedLength == e.Length));
        Assert.All(zip.Entries.Take(4), e => Assert.Equal(At.DateTime, e.LastWriteTime.DateTime));
        var rows = Register(zip);
        Assert.Equal(["TT", "Đơn vị", "Nội dung", "Số, ký hiệu", "Ngày", "Trích yếu", "Tên tệp", "Kết quả xem xét", "Ghi chú", "Vị trí trong tệp nén", "Dung lượng", "SHA-256"], rows[0]);
        Assert.Equal(["1", "Bình Thạnh", "XA-04", "12/QĐ-UBND", "18/3/2024", "Trích yếu", "Kế hoạch.pdf", "Chưa xem xét", "", zip.Entries[0].FullName, "684 KB", Hash(files[0])], rows[1]);
        Assert.Equal(5, rows.Count);
    }

    [Fact]
    public async Task Names_are_marked_as_utf8_and_no_write_blocks_or_is_longer_than_the_buffer()
    {
        await AddAsync("XA-04", "Kế hoạch.pdf", Made.Pdf(3_000_000));
        var output = new Line();

        await new ArchiveStream(store, NullLogger<ArchiveStream>.Instance).WriteAsync(Content(), output, Ct);

        Assert.InRange(output.LongestWrite, 1, 256 * 1024);
        var bytes = output.ToArray();
        Assert.Equal(0x0800, BitConverter.ToUInt16(bytes, 6) & 0x0800); // local header: general purpose bit 11
    }

    [Fact]
    public async Task Files_are_opened_one_after_the_other_while_the_archive_is_on_its_way()
    {
        for (var i = 0; i < 3; i++)
        {
            await AddAsync("XA-04", $"{i}.pdf", Made.Pdf(400_000 + i));
        }

        var output = new Line { AfterBytes = (200_000, () => File.Delete(PathOf(entries[2].Sha256))) };
        await new ArchiveStream(store, NullLogger<ArchiveStream>.Instance).WriteAsync(Content(), output, Ct);

        using var zip = new ZipArchive(new MemoryStream(output.ToArray()));
        Assert.Equal(["001 0.pdf", "002 1.pdf", "CẢNH BÁO.txt", "Danh mục văn bản minh chứng.xlsx"], zip.Entries.Select(e => e.Name));
    }

    [Fact]
    public async Task Missing_file_and_changed_file_are_named_and_the_rest_arrives()
    {
        foreach (var (name, size) in new[] { ("tốt.pdf", 10), ("mất.pdf", 20), ("đổi.pdf", 30), ("cũng tốt.pdf", 40) })
        {
            await AddAsync("XA-04", name, Made.Pdf(size));
        }

        File.Delete(PathOf(entries[1].Sha256));
        await File.WriteAllBytesAsync(PathOf(entries[2].Sha256), Made.Pdf(31), Ct);

        using var zip = await WriteAsync();

        Assert.Equal(["001 tốt.pdf", "003 đổi.pdf", "004 cũng tốt.pdf", "CẢNH BÁO.txt", "Danh mục văn bản minh chứng.xlsx"], zip.Entries.Select(e => e.Name));
        var warning = new StreamReader(zip.GetEntry("CẢNH BÁO.txt")!.Open(), Encoding.UTF8).ReadToEnd();
        Assert.Contains("/002 mất.pdf: Không đọc được tệp", warning, StringComparison.Ordinal);
        Assert.Contains("/003 đổi.pdf: Nội dung tệp trong kho lưu trữ khác", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("tốt.pdf", warning, StringComparison.Ordinal);
        Assert.Equal(["", "Không đọc được tệp từ kho lưu trữ; tệp không có trong bản tải về này.", "Nội dung tệp trong kho lưu trữ khác với lúc tải lên (SHA-256 không khớp).", ""], Register(zip).Skip(1).Select(r => r[8]));
    }

    [Fact]
    public async Task Piece_that_breaks_is_named_as_what_it_is_and_the_others_follow()
    {
        await AddAsync("XA-04", "a.pdf", Made.Pdf(20));
        var much = new byte[500_000];
        var content = Content() with
        {
            Summed = true,
            Parts =
            [
                new("đủ.txt", At, (o, ct) => o.WriteAsync(much, ct).AsTask()), new("rỗng.txt", At, (_, _) => Task.CompletedTask), new("không lập được.docx", At, (_, _) => throw new InvalidOperationException("x")),
                new("đứt.docx", At, async (o, ct) => { await o.WriteAsync(much.AsMemory(0, 1000), ct); throw new IOException("x"); }),
            ],
        };
        var output = new Line();

        await new ArchiveStream(store, NullLogger<ArchiveStream>.Instance).WriteAsync(content, output, Ct);

        Assert.InRange(output.LongestWrite, 1, 256 * 1024);
        using var zip = new ZipArchive(new MemoryStream(output.ToArray()));
        Assert.Equal(["đủ.txt", "rỗng.txt", "đứt.docx", "001 a.pdf", "CẢNH BÁO.txt", "Danh mục văn bản minh chứng.xlsx", "SHA256SUMS"], zip.Entries.Select(e => e.Name));
        Assert.Equal([500_000, 0, 1000], zip.Entries.Take(3).Select(e => e.Length));
        var warning = new StreamReader(zip.GetEntry("CẢNH BÁO.txt")!.Open(), Encoding.UTF8).ReadToEnd();
        Assert.Contains("\r\nkhông lập được.docx: Không lập được tệp", warning, StringComparison.Ordinal);
        Assert.Contains("\r\nđứt.docx: Tệp bị đứt giữa chừng", warning, StringComparison.Ordinal);
        Assert.Equal(zip.Entries.SkipLast(1).Select(e => $"{Hash(Bytes(e))}  {e.FullName}"), Encoding.UTF8.GetString(Bytes(zip.Entries[^1])).TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Line_that_breaks_within_a_piece_ends_the_archive_without_an_end()
    {
        var output = new Line { AfterBytes = (200_000, () => throw new IOException("gone")) };
        var content = Content() with { Parts = [new("dài.docx", At, (o, ct) => o.WriteAsync(new byte[900_000], ct).AsTask())] };

        await Assert.ThrowsAsync<IOException>(() => new ArchiveStream(store, NullLogger<ArchiveStream>.Instance).WriteAsync(content, output, Ct));

        Assert.Throws<InvalidDataException>(() => new ZipArchive(new MemoryStream(output.ToArray())));
    }

    [Fact]
    public async Task Rejected_document_lies_apart_and_stands_below_without_a_number()
    {
        await AddAsync("XA-04", "mờ.pdf", Made.Pdf(1), LinkDecision.Rejected);
        await AddAsync("XA-04", "rõ.pdf", Made.Pdf(2), LinkDecision.Accepted, restricted: true);

        using var zip = await WriteAsync();

        Assert.Equal(["21046 Bình Thạnh/XA-04 Quỹ đất/001 rõ.pdf", "21046 Bình Thạnh/XA-04 Quỹ đất/Không đạt/mờ.pdf"], zip.Entries.Take(2).Select(e => e.FullName));
        Assert.Equal([("1", "Đạt", "Hạn chế người xem."), ("", "Không đạt", "Lý do: Sai số ký hiệu")], Register(zip).Skip(1).Select(r => (r[0], r[7], r[8])));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+84 901")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public async Task Text_that_begins_like_a_formula_stays_text(string summary)
    {
        await AddAsync("XA-04", "a.pdf", Made.Pdf(), summary: summary);

        using var zip = await WriteAsync();

        Assert.Equal(summary, Register(zip)[1][5]);
    }

    [Fact]
    public async Task Nothing_to_take_is_an_archive_with_an_empty_register()
    {
        using var zip = await WriteAsync();

        Assert.Equal("Danh mục văn bản minh chứng.xlsx", Assert.Single(zip.Entries).Name);
        Assert.Single(Register(zip));
    }

    [Fact]
    public async Task Archive_that_was_cut_has_no_end()
    {
        await AddAsync("XA-04", "a.pdf", Made.Pdf(900_000));
        using var gone = new CancellationTokenSource();
        var output = new Line { AfterBytes = (300_000, gone.Cancel) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ArchiveStream(store, NullLogger<ArchiveStream>.Instance).WriteAsync(Content(), output, gone.Token));

        Assert.Throws<InvalidDataException>(() => new ZipArchive(new MemoryStream(output.ToArray())));
    }

    private async Task AddAsync(string item, string name, byte[] bytes, LinkDecision decision = LinkDecision.Undecided, bool restricted = false, string summary = "Trích yếu")
    {
        var stored = (await store.SaveAsync(new MemoryStream(bytes), name, EvidenceLimits.Default, Ct)).Value!;
        entries.Add(new("XA-21046", "Bình Thạnh", 3, item, item == "XA-04" ? 4 : 5, entries.Count + 1, name, stored.Size, stored.Sha256,
            new(EvidenceKind.Official, "12/QĐ-UBND", new DateOnly(2024, 3, 18), "UBND xã", summary), At, decision, decision == LinkDecision.Rejected ? "Sai số ký hiệu" : null, restricted));
    }

    private ArchiveContent Content()
    {
        var register = EvidenceRegister.Of(entries);
        return new("a.zip", register, ArchivePaths.Of(register, new Dictionary<string, string> { ["XA-21046"] = "21046" }, new Dictionary<string, string> { ["XA-04"] = "Quỹ đất", ["XA-05"] = "Đội ngũ" }));
    }

    private async Task<ZipArchive> WriteAsync()
    {
        var output = new Line();
        await new ArchiveStream(store, NullLogger<ArchiveStream>.Instance).WriteAsync(Content(), output, Ct);
        return new(new MemoryStream(output.ToArray()));
    }

    private string PathOf(string sha256) => Path.Combine(folder, "evidence", sha256[..2], sha256[2..4], sha256);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static List<string[]> Register(ZipArchive zip) => ReadRegister.Rows(Bytes(zip.Entries[^1]));

    /// <summary>As Kestrel's body: it cannot be sought, and whoever writes to it without waiting breaks it.</summary>
    private sealed class Line : Stream
    {
        private readonly MemoryStream kept = new();
        private bool done;

        public (long Bytes, Action Then)? AfterBytes { get; init; }

        public int LongestWrite { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public byte[] ToArray() => kept.ToArray();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LongestWrite = Math.Max(LongestWrite, buffer.Length);
            kept.Write(buffer.Span);
            if (AfterBytes is { } after && kept.Length >= after.Bytes && !done)
            {
                done = true;
                after.Then();
            }

            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Flush() => throw new InvalidOperationException("Synchronous flush.");

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous write.");

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
