using System.Security.Cryptography;
using Portal.Domain;
using Portal.Platform;
using Portal.Platform.Files;

namespace Portal.Tests.Platform.Files;

public sealed class EvidenceStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("evidence").FullName;
    private readonly EvidenceStore _store;

    public EvidenceStoreTests() => _store = new(_folder, new PortalClock(TimeProvider.System));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Stored_bytes_are_identical_and_lie_under_their_hash()
    {
        var bytes = Made.Pdf(3_000_000);

        var stored = await SavedAsync(bytes, "C:\\x\\Báo cáo.pdf");

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), stored.Sha256);
        Assert.Equal((bytes.Length, FileKind.Pdf, "Báo cáo.pdf"), (stored.Size, stored.Kind, stored.FileName));
        Assert.True(_store.Exists(stored.Sha256));
        Assert.Equal(stored.Sha256, await _store.RehashAsync(stored.Sha256));
        await using var file = _store.OpenRead(stored.Sha256);
        var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
        Assert.Equal([Path.Combine("evidence", stored.Sha256[..2], stored.Sha256[2..4], stored.Sha256)], Files());
    }

    [Fact]
    public async Task Same_content_is_stored_once_under_two_names()
    {
        var first = await SavedAsync(Made.Pdf(), "a.pdf");
        var second = await SavedAsync(Made.Pdf(), "b.pdf");

        Assert.Equal(first with { FileName = "b.pdf" }, second);
        Assert.Single(Files());
    }

    [Fact]
    public async Task Same_content_sent_by_many_at_once_is_stored_once()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SavedAsync(Made.Pdf(200_000), "a.pdf")));

        Assert.Single(all.Distinct());
        Assert.Single(Files());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Limit_is_the_last_size_taken(int over, bool taken)
    {
        var bytes = Made.Pdf(500_000);

        var outcome = await _store.SaveAsync(new Dribble(bytes), "a.pdf", new(bytes.Length - over), CancellationToken.None);

        Assert.Equal(taken, outcome.Ok);
        Assert.Equal(taken ? 1 : 0, Files().Length);
        Assert.Equal(taken ? null : nameof(Problems.FileTooBig), outcome.Problem?.Code);
    }

    [Fact]
    public async Task Too_big_file_is_not_read_to_its_end_and_says_the_limit()
    {
        var body = new MemoryStream(new byte[30 * 1024 * 1024]);

        var outcome = await _store.SaveAsync(body, "a.pdf", EvidenceLimits.Default, CancellationToken.None);

        Assert.StartsWith("Tệp nặng hơn 20 MB.", outcome.Problem!.Text, StringComparison.Ordinal);
        Assert.True(body.Position < 21 * 1024 * 1024);
        await NothingIsLeftAndTheNextWorksAsync();
    }

    [Fact]
    public async Task Refused_content_leaves_nothing()
    {
        foreach (var bytes in new[] { [], Made.Text("MZ"), Made.Pdf()[..20], Made.Docx()[..^1] })
        {
            var outcome = await _store.SaveAsync(new MemoryStream(bytes), "a.pdf", EvidenceLimits.Default, CancellationToken.None);
            Assert.Equal(ProblemKind.Invalid, outcome.Problem?.Kind);
            Assert.Empty(Files());
        }
        await NothingIsLeftAndTheNextWorksAsync();
    }

    [Fact]
    public async Task Cancelled_upload_leaves_nothing()
    {
        using var cancel = new CancellationTokenSource();
        var body = new Dribble(Made.Pdf(500_000), () => cancel.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.SaveAsync(body, "a.pdf", EvidenceLimits.Default, cancel.Token));

        await NothingIsLeftAndTheNextWorksAsync();
    }

    [Fact]
    public async Task Cut_line_leaves_nothing_and_is_not_taken_for_a_full_disk()
    {
        var body = new Dribble(Made.Pdf(500_000), () => throw new IOException("The client reset the request stream."));

        await Assert.ThrowsAsync<IOException>(() => _store.SaveAsync(body, "a.pdf", EvidenceLimits.Default, CancellationToken.None));

        await NothingIsLeftAndTheNextWorksAsync();
    }

    [Fact]
    public async Task Leftovers_of_a_crash_are_swept_and_running_uploads_stay()
    {
        var stored = await SavedAsync(Made.Pdf(), "a.pdf");
        var now = new DateTimeOffset(2024, 7, 1, 9, 0, 0, TimeSpan.FromHours(7));
        Leftover("old", now.AddHours(-2));
        Leftover("running", now.AddMinutes(-1));

        Assert.Equal(1, _store.SweepIncoming(now.AddHours(-1)));

        Assert.Equal(["running"], Directory.GetFiles(Path.Combine(_folder, "evidence", "incoming")).Select(Path.GetFileName));
        Assert.True(_store.Exists(stored.Sha256));
    }

    [Fact]
    public void Sweeping_an_unused_store_does_nothing() => Assert.Equal(0, _store.SweepIncoming(DateTimeOffset.MaxValue));

    [Fact]
    public async Task Damaged_copy_is_noticed_and_a_cut_one_is_replaced_by_good_bytes()
    {
        var stored = await SavedAsync(Made.Pdf(), "a.pdf");
        var path = Path.Combine(_folder, Files().Single());
        File.WriteAllBytes(path, Made.Pdf()[..10]);
        Assert.NotEqual(stored.Sha256, await _store.RehashAsync(stored.Sha256));

        await SavedAsync(Made.Pdf(), "a.pdf");

        Assert.Equal(stored.Sha256, await _store.RehashAsync(stored.Sha256));
    }

    [Fact]
    public async Task Disk_that_does_not_write_is_a_clear_answer_and_recovers_without_restart()
    {
        var blocked = Path.Combine(_folder, "evidence");
        File.WriteAllText(blocked, "a file where the folder should be");

        var outcome = await _store.SaveAsync(new MemoryStream(Made.Pdf()), "a.pdf", EvidenceLimits.Default, CancellationToken.None);

        Assert.Equal(ProblemKind.Unavailable, outcome.Problem?.Kind);
        Assert.StartsWith("Máy chủ tạm thời chỉ cho xem, chưa ghi được.", outcome.Problem!.Text, StringComparison.Ordinal);
        File.Delete(blocked);
        await SavedAsync(Made.Pdf(), "a.pdf");
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("ABCDEFabcdef0123456789abcdef0123456789abcdef0123456789abcdef0123")]
    [InlineData("zz23456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task Only_a_hash_opens_a_file(string address)
    {
        Assert.Throws<ArgumentException>(() => _store.OpenRead(address));
        Assert.Throws<ArgumentException>(() => _store.Exists(address));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.RehashAsync(address));
    }

    private async Task NothingIsLeftAndTheNextWorksAsync()
    {
        Assert.Empty(Files());
        await SavedAsync(Made.Docx(), "a.docx");
        Assert.Single(Files());
    }

    private async Task<StoredFile> SavedAsync(byte[] bytes, string name)
    {
        var outcome = await _store.SaveAsync(new Dribble(bytes), name, EvidenceLimits.Default, CancellationToken.None);
        Assert.True(outcome.Ok, outcome.Problem?.Text);
        return outcome.Value!;
    }

    private void Leftover(string name, DateTimeOffset written)
    {
        var path = Path.Combine(_folder, "evidence", "incoming", name);
        File.WriteAllText(path, "half");
        File.SetLastWriteTimeUtc(path, written.UtcDateTime);
    }

    private string[] Files() => [.. Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder, f))];

    /// <summary>A network stream's manners: pieces of odd sizes, no length, no seeking; something may happen half way.</summary>
    private sealed class Dribble(byte[] bytes, Action? halfWay = null) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > Length / 2)
            {
                halfWay?.Invoke();
            }
            return base.ReadAsync(buffer[..Math.Min(buffer.Length, 9_973)], cancellationToken);
        }
    }
}
