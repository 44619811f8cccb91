using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Features.Evidence;
using Portal.Platform;
using Portal.Platform.Files;
using Portal.Platform.Uploads;
using Portal.Tests.Platform.Files;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Evidence;

/// <summary>What nobody needs any more goes; what has a row never does.</summary>
public sealed class SweepTests
{
    private const string Officer = "21046.canbo";

    [Fact]
    public async Task Only_what_no_document_names_is_swept_and_only_after_an_hour()
    {
        await using var host = await EvidenceHost.StartAsync();
        var time = new MovableTime();
        var clock = new PortalClock(time);
        var store = new EvidenceStore(host.Portal.Folder, clock);
        var uploads = new UploadStore(host.Portal.Folder, new(30, 1 << 30), clock);
        using var sweep = new EvidenceSweep(store, uploads, host.Portal.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<global::Portal.Database.PortalDb>>(), clock, NullLogger<EvidenceSweep>.Instance);
        var document = await host.AttachAsync(Officer, "21046", "XA-04", "ke-hoach.pdf", Made.Pdf());
        var orphan = (await store.SaveAsync(new MemoryStream(Made.Pdf(7)), "mo-coi.pdf", EvidenceLimits.Default, CancellationToken.None)).Value!;
        var halfFile = Path.Combine(host.Portal.Folder, "evidence", "incoming", "abc");
        await File.WriteAllBytesAsync(halfFile, [1], TestContext.Current.CancellationToken);

        Assert.Equal(0, await sweep.SweepAsync());
        time.Advance(EvidenceSweep.Grace + TimeSpan.FromMinutes(1));
        Assert.Equal(2, await sweep.SweepAsync());
        Assert.Equal((true, false, false), (store.Exists(document.Sha256), store.Exists(orphan.Sha256), File.Exists(halfFile)));
        Assert.Equal(0, await sweep.SweepAsync());
    }

    [Fact]
    public async Task A_content_that_is_kept_anew_is_young_again()
    {
        using var folder = new TemporaryFolder();
        var store = new EvidenceStore(folder.Path, new PortalClock(TimeProvider.System));
        var later = DateTimeOffset.UtcNow.AddHours(1);
        var file = (await store.SaveAsync(new MemoryStream(Made.Pdf()), "a.pdf", EvidenceLimits.Default, CancellationToken.None)).Value!;
        File.SetLastWriteTimeUtc(Directory.GetFiles(folder.Path, file.Sha256, SearchOption.AllDirectories).Single(), DateTime.UtcNow.AddDays(-2));
        Assert.Equal([file.Sha256], store.KeptBefore(DateTimeOffset.UtcNow.AddHours(-1)));
        await store.SaveAsync(new MemoryStream(Made.Pdf()), "a.pdf", EvidenceLimits.Default, CancellationToken.None);
        Assert.False(store.Remove(file.Sha256, DateTimeOffset.UtcNow.AddHours(-1)));
        Assert.True(store.Remove(file.Sha256, later));
    }

    [Fact]
    public async Task One_person_has_only_so_much_on_the_way_and_room_again_when_it_arrived_or_was_dropped()
    {
        await using var host = await EvidenceHost.StartAsync(new EvidenceSettings(OnTheWayFiles: 2));
        using var tus = host.SenderFor(Officer);
        var pdf = Made.Pdf();
        var first = await tus.CreatedAsync(pdf.Length);
        var second = await tus.CreatedAsync(pdf.Length);
        using (var third = await tus.CreateAsync(pdf.Length, "ba.pdf"))
        {
            Assert.Equal("TooMuchOnTheWay", await EvidenceHost.CodeAsync(third));
        }

        using var other = host.SenderFor("21046.thutruong");
        await other.CreatedAsync(pdf.Length);
        using (await tus.PatchAsync(first, 0, pdf))
        using (var done = await tus.FinishAsync(first))
        {
            Assert.Equal(200, (int)done.StatusCode);
        }

        var again = await tus.CreatedAsync(pdf.Length);
        using (await tus.SendAsync(HttpMethod.Delete, second))
        {
            await tus.CreatedAsync(pdf.Length);
        }

        Assert.Equal(0, await tus.OffsetAsync(again));
    }

    [Fact]
    public async Task Bytes_that_are_not_what_the_sender_said_are_refused_and_nothing_of_them_stays()
    {
        await using var host = await EvidenceHost.StartAsync();
        using var tus = host.SenderFor(Officer);
        var (said, sent) = (Made.Pdf(100), Made.Pdf(100));
        sent[30] ^= 1;
        var sum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(said));
        var address = await tus.CreatedAsync(sent.Length, more: $",sha256 {Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(sum))}");
        using var piece = await tus.PatchAsync(address, 0, sent);
        using var answer = await tus.FinishAsync(address);
        Assert.Equal("FileDamaged", await EvidenceHost.CodeAsync(answer));
        Assert.DoesNotContain(Directory.GetFiles(host.Portal.Folder, "*", SearchOption.AllDirectories), f => f.Contains("evidence", StringComparison.Ordinal) || f.Contains("uploads", StringComparison.Ordinal));
        Assert.Empty((await host.Portal.ReadAsync("21046")).Find("XA-04")!.Links);
    }

    [Fact]
    public async Task Bytes_that_went_into_the_store_before_the_note_of_it_are_sent_again()
    {
        await using var host = await EvidenceHost.StartAsync();
        using var tus = host.SenderFor(Officer);
        var pdf = Made.Pdf(1000);
        var address = await tus.CreatedAsync(pdf.Length);
        using (await tus.PatchAsync(address, 0, pdf))
        {
            File.Delete(Directory.GetFiles(Path.Combine(host.Portal.Folder, "uploads"), "*", SearchOption.AllDirectories).Single(f => !f.EndsWith(".json", StringComparison.Ordinal))); // as a kill right after the rename leaves it
        }

        Assert.Equal(0, await tus.OffsetAsync(address));
        using var again = await tus.PatchAsync(address, 0, pdf);
        using var done = await tus.FinishAsync(address);
        Assert.Equal(200, (int)done.StatusCode);
    }

    [Fact]
    public async Task Half_a_file_is_no_document()
    {
        await using var host = await EvidenceHost.StartAsync();
        using var tus = host.SenderFor(Officer);
        var address = await tus.CreatedAsync(Made.Pdf(1000).Length);
        using var piece = await tus.PatchAsync(address, 0, Made.Pdf(1000)[..500]);
        var before = await host.Portal.SnapshotAsync();
        using var answer = await tus.FinishAsync(address);
        Assert.Equal("UploadUnfinished", await EvidenceHost.CodeAsync(answer));
        before.AssertSame(await host.Portal.SnapshotAsync());
        Assert.Equal(500, await tus.OffsetAsync(address));
    }
}
