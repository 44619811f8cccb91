using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Submissions;
using Portal.Features.Evidence;
using Portal.Platform;
using Portal.Platform.Files;
using Portal.Tests.Platform.Files;

namespace Portal.Tests.Features.Evidence;

/// <summary>Files on their way up.</summary>
[Trait("Engine", "both")]
public sealed class UploadTests
{
    private const string Officer = "21046.canbo";

    [Fact]
    public async Task A_file_is_on_disk_and_on_its_item_when_the_answer_comes()
    {
        await using var host = await EvidenceHost.StartAsync();
        var document = await host.AttachAsync(Officer, "21046", "XA-04", "Kế hoạch số 32.pdf", Made.Pdf());
        Assert.Equal("Kế hoạch số 32.pdf", document.Name);
        Assert.Equal(document.Sha256, await new EvidenceStore(host.Portal.Folder, new PortalClock(TimeProvider.System)).RehashAsync(document.Sha256));
        var item = (await host.Portal.ReadAsync("21046")).Find("XA-04")!;
        Assert.Equal(ItemState.Drafting, item.State);
        Assert.Equal(document.Id, Assert.Single(item.Links).DocumentId);
        await using var db = host.Portal.Open();
        Assert.Equal(document.Id, (await db.Events.SingleAsync(e => e.Verb == EventVerb.DocumentAttached)).DocumentId);
    }

    [Theory]
    [InlineData("ke-hoach.pdf", "MZ this is a program", "FileTypeMismatch")]
    [InlineData("ke-hoach.pdf", "", "FileEmpty")]
    [InlineData("ke-hoach.exe", "MZ this is a program", "FileTypeRefused")]
    public async Task A_bad_file_is_refused_with_its_reason_and_leaves_no_row(string name, string content, string code)
    {
        await using var host = await EvidenceHost.StartAsync();
        var before = await host.Portal.SnapshotAsync();
        using var answer = await host.UploadAsync(Officer, "21046", "XA-04", name, Made.Text(content));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(code, await EvidenceHost.CodeAsync(answer));
        before.AssertSame(await host.Portal.SnapshotAsync());
    }

    [Fact]
    public async Task Another_unit_is_answered_as_if_nothing_were_there_before_its_file_is_read()
    {
        await using var host = await EvidenceHost.StartAsync();
        var before = await host.Portal.SnapshotAsync();
        var records = await host.Portal.AccessRecordsAsync();
        using var answer = await host.UploadAsync("21091.canbo", "21046", "XA-04", "ke-hoach.pdf", Made.Pdf());
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(records + 1, await host.Portal.AccessRecordsAsync());
        before.AssertSame(await host.Portal.SnapshotAsync());
        Assert.False(Directory.Exists(Path.Combine(host.Portal.Folder, "uploads")));
    }

    [Theory]
    [InlineData("p-ldtbxh.dieuphoi")]
    [InlineData("lanhdao")]
    [InlineData("quansat")]
    public async Task Who_only_sees_a_report_may_not_attach(string userName)
    {
        await using var host = await EvidenceHost.StartAsync();
        using var answer = await host.UploadAsync(userName, "21046", "XA-04", "ke-hoach.pdf", Made.Pdf());
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty((await host.Portal.ReadAsync("21046")).Find("XA-04")!.Links);
    }

    [Fact]
    public async Task A_locked_item_takes_no_file()
    {
        await using var host = await EvidenceHost.StartAsync();
        await host.Portal.BringAsync("21046", ItemState.WithHead);
        using var answer = await host.UploadAsync(Officer, "21046", "XA-04", "ke-hoach.pdf", Made.Pdf());
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("LockedWithHead", await EvidenceHost.CodeAsync(answer));
    }

    [Fact]
    public async Task The_cover_takes_only_pdf()
    {
        await using var host = await EvidenceHost.StartAsync();
        using var refused = await host.UploadAsync(Officer, "21046", ItemAnswer.Cover, "bao-cao.docx", Made.Docx());
        Assert.Equal("DocumentKindNotHere", await EvidenceHost.CodeAsync(refused));
        Assert.Empty((await host.Portal.ReadAsync("21046")).Cover.Links);
        await host.AttachAsync(Officer, "21046", ItemAnswer.Cover, "bao-cao.pdf", Made.Pdf());
        Assert.Single((await host.Portal.ReadAsync("21046")).Cover.Links);
    }

    [Fact]
    public async Task The_same_bytes_are_one_document_on_every_item_of_a_report()
    {
        await using var host = await EvidenceHost.StartAsync();
        var first = await host.AttachAsync(Officer, "21046", "XA-04", "ke-hoach.pdf", Made.Pdf());
        var again = await host.AttachAsync(Officer, "21046", "XA-04", "ten-khac.pdf", Made.Pdf());
        var elsewhere = await host.AttachAsync(Officer, "21046", "XA-05", "ke-hoach.pdf", Made.Pdf());
        Assert.Equal((first.Id, first.Id), (again.Id, elsewhere.Id));
        await using var db = host.Portal.Open();
        Assert.Equal((1, 2), (db.Documents.Count(), db.Links.Count()));
        Assert.Single(Directory.GetFiles(Path.Combine(host.Portal.Folder, "evidence"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_same_press_twice_has_one_effect_and_one_answer()
    {
        await using var host = await EvidenceHost.StartAsync();
        var key = Guid.NewGuid();
        var first = await host.AttachAsync(Officer, "21046", "XA-04", "ke-hoach.pdf", Made.Pdf(), key);
        var before = await host.Portal.SnapshotAsync();
        Assert.Equal(first, await host.AttachAsync(Officer, "21046", "XA-04", "ke-hoach.pdf", Made.Pdf(), key));
        before.AssertSame(await host.Portal.SnapshotAsync());
    }

    [Fact]
    public async Task A_unit_has_only_so_much_room_and_is_told_before_it_sends()
    {
        await using var host = await EvidenceHost.StartAsync(new EvidenceSettings(UnitMegabytes: 1));
        await host.AttachAsync(Officer, "21046", "XA-04", "mot.pdf", Made.Pdf(600 * 1024));
        using var answer = await host.UploadAsync(Officer, "21046", "XA-05", "hai.pdf", Made.Pdf(700 * 1024));
        Assert.Equal("DocumentQuota", await EvidenceHost.CodeAsync(answer));
        await using var db = host.Portal.Open();
        Assert.Single(db.Documents);
    }
}
