using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Demo;
using Portal.Domain.Submissions;
using Portal.Tests.Platform.Files;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Evidence;

/// <summary>What becomes of a file once all its bytes are here.</summary>
public sealed class FinishUploadTests
{
    private const string Officer = "21046.canbo";
    private static readonly byte[] Letter = SamplePdf.Write("x", ["Số: 12/KH-UBND", "Bình Thạnh, ngày 18 tháng 3 năm 2024", "", "KẾ HOẠCH", "Triển khai Tháng hành động vì trẻ em"]);
    private static readonly byte[] Stamped = SamplePdf.Write("x", ["UBND XÃ BÌNH THẠNH            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/BC-UBND", "", "MẬT"]);

    [Fact]
    public async Task The_first_page_is_proposed_and_nothing_is_filled_in()
    {
        await using var host = await EvidenceHost.StartAsync();
        var answer = await host.AttachAsync(Officer, "21046", "XA-04", "ke-hoach.pdf", Letter);
        Assert.False(answer.Complete);
        var document = (await host.Portal.ReadAsync("21046")).DocumentOf(answer.Id)!;
        Assert.Equal(new("12/KH-UBND", new(2024, 3, 18), null, "Kế hoạch Triển khai Tháng hành động vì trẻ em"), document.Proposal);
        Assert.Equal(new(EvidenceKind.Official, null, null, null, null), document.Description);
    }

    [Fact]
    public async Task A_stamp_is_asked_about_and_the_answer_stands_in_the_history()
    {
        await using var host = await EvidenceHost.StartAsync();
        using var tus = host.SenderFor(Officer);
        var address = await tus.CreatedAsync(Stamped.Length);
        using var piece = await tus.PatchAsync(address, 0, Stamped);
        var before = await host.Portal.SnapshotAsync();
        using (var asked = await tus.FinishAsync(address))
        {
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "SecrecyAsked"), (asked.StatusCode, await EvidenceHost.CodeAsync(asked)));
            Assert.Contains("“MẬT”", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        before.AssertSame(await host.Portal.SnapshotAsync());
        using var answered = await tus.FinishAsync(address, notSecret: true);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        await using var db = host.Portal.Open();
        Assert.Equal("Người tải lên xác nhận dòng “MẬT” ở trang đầu không phải dấu chỉ độ mật.", (await db.Events.Include(e => e.Reason).SingleAsync(e => e.Verb == EventVerb.DocumentAttached)).Reason?.Text);
    }

    [Theory]
    [InlineData("FileScript", "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("FileLaunch", "/OpenAction << /S /Launch /F (cmd.exe) >>")]
    public async Task A_file_that_acts_is_refused_and_none_of_it_stays(string code, string catalog)
    {
        await using var host = await EvidenceHost.StartAsync();
        using var answer = await host.UploadAsync(Officer, "21046", "XA-04", "ke-hoach.pdf", MadePdf.With(catalog));
        Assert.Equal(code, await EvidenceHost.CodeAsync(answer));
        Assert.Empty(Directory.GetFiles(Path.Combine(host.Portal.Folder, "uploads"), "*", SearchOption.AllDirectories));
        Assert.False(Directory.Exists(Path.Combine(host.Portal.Folder, "evidence")));
        await host.AttachAsync(Officer, "21046", "XA-04", "tot.pdf", Letter);
    }

    [Fact]
    public async Task An_infected_file_is_named_and_what_cannot_be_scanned_waits_for_the_scanner()
    {
        var clamd = await Clamd.StartAsync();
        await using var host = await EvidenceHost.StartAsync(scanner: clamd.Address);
        using var tus = host.SenderFor(Officer);
        await using (clamd)
        {
            using var infected = await host.UploadAsync(Officer, "21046", "XA-04", "ke-hoach.pdf", [.. Letter, .. Encoding.ASCII.GetBytes(Clamd.Marker)]);
            Assert.Equal("FileInfected", await EvidenceHost.CodeAsync(infected));
            Assert.Contains(Clamd.Signature, await infected.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            await host.AttachAsync(Officer, "21046", "XA-04", "sach.pdf", Letter);
        }

        var address = await tus.CreatedAsync(Stamped.Length);
        using var piece = await tus.PatchAsync(address, 0, Stamped);
        using var unscanned = await tus.FinishAsync(address, notSecret: true);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "FileNotScanned"), (unscanned.StatusCode, await EvidenceHost.CodeAsync(unscanned)));
        Assert.Single((await host.Portal.ReadAsync("21046")).Find("XA-04")!.Links);
        Assert.Equal(Stamped.Length, await tus.OffsetAsync(address)); // nothing is lost: it is asked again when the scanner is back
    }
}
