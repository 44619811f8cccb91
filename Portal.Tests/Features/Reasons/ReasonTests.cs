using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Features.Reasons;
using Portal.Features.Review;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Reasons;

/// <summary>The reasons that a coordinator is offered are his office's own: loaded once, then as he leaves them.</summary>
[Trait("Engine", "both")]
public sealed class ReasonTests
{
    private const string Unit = "21046", Coordinating = TestLetter.Coordinating;

    [Fact]
    public async Task What_lies_beside_the_program_is_loaded_once_and_offered_by_kind()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);
        var lines = await LinesAsync(portal);
        Assert.Equal((4, 2), (lines.Count(l => l.Kind == ReasonKind.Item), lines.Count(l => l.Kind == ReasonKind.Cover)));
        Assert.Equal(lines.Where(l => l.Kind == ReasonKind.Item).Select(l => l.Text), await OfferedAsync(portal, "XA-01"));
        Assert.Equal(lines.Where(l => l.Kind == ReasonKind.Cover).Select(l => l.Text), await OfferedAsync(portal, ItemAnswer.Cover));

        Assert.Null(await RemoveAsync(portal, lines[0]));
        await portal.As(TestPortal.Coordinator).Get<ReasonLoader>().RunAsync();
        Assert.Equal(lines.Skip(1), await LinesAsync(portal));
    }

    [Fact]
    public async Task A_reason_is_added_changed_and_removed_and_each_leaves_a_record()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);
        Assert.Null(await SaveAsync(portal, new(null, 0, Coordinating, ReasonKind.Item, "  Đề nghị nêu rõ nguồn số liệu. ")));
        var added = (await LinesAsync(portal))[^1];
        Assert.Equal("Đề nghị nêu rõ nguồn số liệu.", added.Text);

        Assert.Null(await SaveAsync(portal, new(added.Id, added.Version, Coordinating, ReasonKind.Cover, "Ghi rõ chức vụ người ký.")));
        Assert.Contains("Ghi rõ chức vụ người ký.", await OfferedAsync(portal, ItemAnswer.Cover));
        Assert.Equal(nameof(Problems.StalePage), (await SaveAsync(portal, new(added.Id, added.Version, Coordinating, ReasonKind.Cover, "Bản cũ.")))?.Code);
        Assert.Equal(nameof(Problems.StalePage), (await RemoveAsync(portal, added))?.Code);
        Assert.Null(await RemoveAsync(portal, (await LinesAsync(portal))[^1]));
        Assert.DoesNotContain("Ghi rõ chức vụ người ký.", await OfferedAsync(portal, ItemAnswer.Cover));

        await using var db = portal.Open();
        var records = await db.AccessRecords.Where(r => r.Kind == AccessKind.ReasonsChanged).OrderBy(r => r.Number).Select(r => r.Subject!).ToListAsync();
        Assert.Equal(3, records.Count);
        Assert.Contains("Đề nghị nêu rõ nguồn số liệu. → ", records[1], StringComparison.Ordinal);
        Assert.EndsWith("Ghi rõ chức vụ người ký.", records[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blank_long_and_twice_are_refused_with_their_field()
    {
        await using var portal = await TestPortal.CreateAsync();
        var known = (await LinesAsync(portal))[0];
        foreach (var (text, code) in new[] { (" ", nameof(Problems.UsualReasonText)), (new string('a', UsualReason.MaxText + 1), nameof(Problems.UsualReasonText)), (known.Text, nameof(Problems.UsualReasonTwice)) })
        {
            var problem = await SaveAsync(portal, new(null, 0, Coordinating, ReasonKind.Item, text));
            Assert.Equal((code, "text"), (problem?.Code, problem?.Field));
        }

        Assert.Null(await SaveAsync(portal, new(null, 0, Coordinating, ReasonKind.Cover, known.Text))); // for the other kind it is new
    }

    [Fact]
    public async Task Another_offices_reasons_are_not_told_of()
    {
        await using var portal = await TestPortal.CreateAsync();
        await using (var db = portal.Open())
        {
            db.UsualReasons.Add(new UsualReason("P-VHTT", ReasonKind.Item, "Của cơ quan khác."));
            await db.SaveChangesAsync();
        }

        await using var read = portal.Open();
        var other = await read.UsualReasons.SingleAsync(r => r.UnitCode == "P-VHTT");
        Assert.DoesNotContain(await LinesAsync(portal), l => l.Id == other.Id);
        Assert.Equal(nameof(Problems.NotFound), (await SaveAsync(portal, new(other.Id, 0, Coordinating, ReasonKind.Item, "Sửa.")))?.Code);
        Assert.Equal(nameof(Problems.NotFound), (await SaveAsync(portal, new(null, 0, "P-VHTT", ReasonKind.Item, "Thêm.")))?.Code);
        Assert.Equal(nameof(Problems.NotFound), (await portal.As(TestPortal.Coordinator).Get<RemoveReason>().RunAsync(other.Id, 0, Guid.NewGuid()))?.Code);
    }

    private static async Task<IReadOnlyList<ReasonLine>> LinesAsync(TestPortal portal) => (await portal.As(TestPortal.Coordinator).Get<ReasonList>().RunAsync()).Value!.Lines;

    private static async Task<IReadOnlyList<string>> OfferedAsync(TestPortal portal, string item) => (await portal.As(TestPortal.Coordinator).Get<ReviewItem>().RunAsync(TestPortal.Report(Unit), item)).Value!.UsualReasons;

    private static Task<Problem?> SaveAsync(TestPortal portal, ReasonInput typed) => portal.As(TestPortal.Coordinator).Get<SaveReason>().RunAsync(typed, Guid.NewGuid());

    private static Task<Problem?> RemoveAsync(TestPortal portal, ReasonLine line) => portal.As(TestPortal.Coordinator).Get<RemoveReason>().RunAsync(line.Id, line.Version, Guid.NewGuid());
}
