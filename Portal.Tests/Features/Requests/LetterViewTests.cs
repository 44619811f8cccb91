using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Features.Requests;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Requests;

/// <summary>The letter as each reader sees it.</summary>
[Trait("Engine", "both")]
public sealed class LetterViewTests
{
    [Fact]
    public async Task The_letter_is_counted_and_its_blanks_stay_blank()
    {
        await using var portal = await TestPortal.CreateAsync();
        var letter = await ReadAsync(portal, "quansat");
        Assert.Equal(new LetterNumbers(7, 28, 15, 140, 1), letter.Numbers);
        Assert.Null(letter.Letter.Number);
        Assert.Null(letter.Letter.Date);
        Assert.Equal(Enumerable.Range(1, 7), letter.Groups.Select(g => g.Order));
        Assert.Equal(22, letter.Groups[^1].Units.Count);
        Assert.All(letter.Groups.SelectMany(g => g.Items), i => Assert.Contains(i.Clause, BinhSonParagraphs(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_unit_reads_its_own_group_first()
    {
        await using var portal = await TestPortal.CreateAsync();
        var letter = await ReadAsync(portal, "21046.canbo");
        Assert.Equal(7, letter.Groups[0].Order);
        Assert.Equal([true, false, false, false, false, false, false], letter.Groups.Select(g => g.Own));
        Assert.Empty(letter.OpenPoints);
    }

    [Fact]
    public async Task A_draft_is_there_for_its_coordinator_and_the_leader_only()
    {
        await using var portal = await TestPortal.CreateAsync();
        await DraftAsync(portal);
        await using (var db = portal.Open())
        {
            var head = await db.People.Include(p => p.Roles).SingleAsync(p => db.Users.Any(u => u.PersonId == p.Id && u.UserName == "21046.thutruong"));
            head.Disable(portal.Clock.Now);
            await db.SaveChangesAsync();
        }

        var seen = await ReadAsync(portal, TestPortal.Coordinator);
        Assert.Equal(["UBND xã Bình Thạnh"], seen.Issuing!.WithoutHead);
        Assert.Empty(seen.Issuing.WithoutOfficer);
        Assert.Null((await ReadAsync(portal, "lanhdao")).Issuing);
        foreach (var other in new[] { "21046.canbo", "quansat", "quantri" })
        {
            Assert.Equal(ProblemKind.NotFound, (await portal.As(other).Get<LetterView>().RunAsync(TestPortal.RequestCode)).Problem?.Kind);
        }
    }

    [Fact]
    public async Task An_unknown_request_is_not_found()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Equal(Problem.NotFound, (await portal.As("lanhdao").Get<LetterView>().RunAsync("KHONG-CO")).Problem);
    }

    [Fact]
    public void A_blank_is_a_piece_of_its_own() => Assert.Equal(["Số:", "", "/UBND-VX"], Blanks.Parts("Số:        /UBND-VX"));

    private static async Task<LetterModel> ReadAsync(TestPortal portal, string userName)
    {
        var read = await portal.As(userName).Get<LetterView>().RunAsync(TestPortal.RequestCode);
        Assert.Null(read.Problem);
        return read.Value!;
    }

    private static async Task DraftAsync(TestPortal portal)
    {
        await using var db = portal.Open();
        await db.Requests.ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RequestState.Draft));
    }

    private static string BinhSonParagraphs() => string.Join('\n', Portal.Tests.Domain.Requests.BinhSonLetter.Request.Items.Select(i => i.Verbatim));
}
