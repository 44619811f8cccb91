using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Database;
using Portal.Domain.Search;
using Portal.Domain.Submissions;
using Portal.Features.Review;
using Portal.Features.Search;
using Portal.Features.SignOff;
using Portal.Tests.Platform.Files;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Search;

/// <summary>What is found by whom: what was sent, as it counts now, and nothing that the person may not see.</summary>
[Trait("Engine", "both")]
public sealed class SearchTests
{
    private const string Thạnh = "21046", Thanh = "21091", Item = "XA-04", Words = "Đã bố trí quỹ đất khu dân cư Phước Đông, diện tích 1.200 m² (Quyết định 118/QĐ-UBND).";
    private static readonly byte[] Open = Made.Pdf(1), Secret = Made.Pdf(2);

    [Fact]
    public async Task What_a_unit_sent_is_found_with_and_without_accents_and_its_draft_by_nobody()
    {
        await using var portal = await ReadyAsync();
        await portal.FillAsync(Thạnh);
        await portal.EditAsync(Thạnh, Item, "giaiPhap", Words);
        foreach (var who in new[] { $"{Thạnh}.canbo", TestPortal.Coordinator, "lanhdao", "quansat" })
        {
            Assert.Empty(await FindAsync(portal, who, "quỹ đất khu dân cư Phước Đông", SearchKind.Answer));
        }

        await portal.SendUpAsync(Thạnh);
        await portal.SignOffAsync(Thạnh);
        foreach (var typed in new[] { "quỹ đất phước đông", "quy dat phuoc dong", "QUỸ ĐẤT PHƯỚC ĐÔNG", "phước đông quỹ đất", "quỹ đất phước đô", "118/QĐ-UBND", "quy\u0303 d\u0061\u0302\u0301t" })
        {
            foreach (var who in new[] { $"{Thạnh}.canbo", $"{Thạnh}.thutruong", TestPortal.Coordinator, "lanhdao", "quansat" })
            {
                var found = Assert.Single(await FindAsync(portal, who, typed, SearchKind.Answer));
                Assert.Equal("/yeu-cau/BS-2024-TREEM-HDND/don-vi/21046?noi-dung=XA-04", found.Href);
                Assert.Contains(found.Parts, p => p is { Found: true });
            }

            Assert.Empty(await FindAsync(portal, $"{Thanh}.canbo", typed, SearchKind.Answer)); // another commune
            Assert.Empty(await FindAsync(portal, "quantri", typed, SearchKind.Answer));
        }

        Assert.Empty(await FindAsync(portal, "lanhdao", "quỹ đất phước tây", SearchKind.Answer));
    }

    [Fact]
    public async Task What_counts_now_is_found_and_what_was_replaced_or_withdrawn_is_not()
    {
        await using var portal = await ReadyAsync();
        await portal.BringAsync(Thạnh, ItemState.Sent);
        Assert.Null(await portal.As($"{Thạnh}.thutruong").Get<WithdrawReport>().RunAsync(TestPortal.Report(Thạnh), "Gửi nhầm.", Guid.NewGuid()));
        Assert.Empty(await FindAsync(portal, "lanhdao", TestPortal.NothingHappened, SearchKind.Answer));
        await portal.EditAsync(Thạnh, Item, "giaiPhap", Words);
        await portal.SendUpAsync(Thạnh);
        await portal.SignOffAsync(Thạnh);
        Assert.Single(await FindAsync(portal, "lanhdao", "phước đông", SearchKind.Answer));
        await portal.ReturnAsync(Thạnh, Item, ItemAnswer.Cover);
        Assert.Single(await FindAsync(portal, "lanhdao", "phước đông", SearchKind.Answer)); // what was sent still counts
        await portal.EditAsync(Thạnh, Item, "giaiPhap", "Sẽ bố trí trong quý III.");
        await portal.EditAsync(Thạnh, ItemAnswer.Cover, TestPortal.CoverSigner, "Chủ tịch UBND xã");
        await portal.SendUpAsync(Thạnh);
        await portal.SignOffAsync(Thạnh);
        Assert.Empty(await FindAsync(portal, "lanhdao", "phước đông", SearchKind.Answer));
        Assert.Single(await FindAsync(portal, "lanhdao", "bố trí trong quý iii", SearchKind.Answer));
    }

    [Fact]
    public async Task Units_are_found_as_typed_first_and_the_two_that_differ_by_an_accent_stay_apart()
    {
        await using var portal = await ReadyAsync();
        Assert.Equal([(Thạnh, true), (Thanh, false)], (await FindAsync(portal, "lanhdao", "bình thạnh", SearchKind.Unit)).Select(f => (f.Place, f.Exactly)));
        Assert.Equal([(Thanh, true), (Thạnh, false)], (await FindAsync(portal, "quansat", "Bình Thanh", SearchKind.Unit)).Select(f => (f.Place, f.Exactly)));
        Assert.Equal([Thạnh, Thanh], (await FindAsync(portal, "lanhdao", "binh thanh", SearchKind.Unit)).Select(f => f.Place));
        Assert.Equal(Thạnh, Assert.Single(await FindAsync(portal, "lanhdao", "21046", SearchKind.Unit)).Place);
        Assert.Equal([Thanh], (await FindAsync(portal, $"{Thanh}.canbo", "binh thanh", SearchKind.Unit)).Select(f => f.Place));
    }

    [Fact]
    public async Task Items_are_those_of_the_letter_or_of_the_own_unit_and_people_only_the_administrators()
    {
        await using var portal = await ReadyAsync();
        Assert.Contains(await FindAsync(portal, "lanhdao", "quy dat", SearchKind.Item), f => f.Place!.StartsWith("TN-01", StringComparison.Ordinal));
        var own = await FindAsync(portal, $"{Thanh}.canbo", "thiết chế", SearchKind.Item);
        Assert.Equal(["XA-04"], own.Select(f => f.Place!.Split(' ')[0]).Distinct());
        Assert.All(own, f => Assert.Equal("/yeu-cau/BS-2024-TREEM-HDND/don-vi/21091/noi-dung/XA-04", f.Href));
        Assert.NotEmpty(await FindAsync(portal, "quantri", "bình thạnh", SearchKind.Person));
        Assert.Empty(await FindAsync(portal, "lanhdao", "bình thạnh", SearchKind.Person));
        Assert.Empty(await FindAsync(portal, $"{Thạnh}.canbo", "bình thạnh", SearchKind.Person));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_restricted_document_is_found_by_unit_coordinator_and_leader_alone(bool byReviewer)
    {
        await using var portal = await ReadyAsync();
        await portal.EvidenceAsync(Thạnh, "ke-hoach.pdf", Open, restricted: false, Item);
        var document = await portal.EvidenceAsync(Thạnh, "ho-so-kin.pdf", Secret, restricted: !byReviewer, Item, "XA-02");
        await portal.BringAsync(Thạnh, ItemState.Sent);
        if (byReviewer)
        {
            Assert.Single(await FindAsync(portal, "quansat", "ho-so-kin", SearchKind.Document));
            Assert.Null(await portal.As(TestPortal.Coordinator).Get<RestrictDocument>().RunAsync(TestPortal.Report(Thạnh), document, true, Guid.NewGuid()));
        }

        Assert.Empty(await FindAsync(portal, "quansat", "ho-so-kin", SearchKind.Document));
        Assert.Single(await FindAsync(portal, "quansat", "ke-hoach", SearchKind.Document));
        foreach (var who in new[] { $"{Thạnh}.canbo", TestPortal.Coordinator, "lanhdao" })
        {
            Assert.Single(await FindAsync(portal, who, "ho so kin", SearchKind.Document)); // once, though two items have it
        }
    }

    [Fact]
    public async Task A_sensitive_figure_or_an_unknown_sign_finds_nothing_and_breaks_nothing()
    {
        await using var portal = await ReadyAsync();
        await portal.BringAsync(Thạnh, ItemState.Sent);
        foreach (var typed in new[] { "\"", "a\" OR \"b", "* NEAR(", "'); DROP TABLE Units;--", "Folded : x", "a & | !", "\\", "😀😀", new string('x', 5000), "\u0000\u0001ab" })
        {
            Assert.Null((await portal.As("lanhdao").Get<SearchEverything>().RunAsync(typed, null)).Problem);
        }

        Assert.NotEmpty(await FindAsync(portal, "lanhdao", "bình", SearchKind.Unit));
    }

    [Fact]
    public async Task What_came_another_way_is_caught_up_once()
    {
        await using var portal = await ReadyAsync();
        await portal.BringAsync(Thạnh, ItemState.Sent);
        await using var db = portal.Open();
        var before = await db.SearchEntries.CountAsync();
        await db.SearchEntries.ExecuteDeleteAsync();
        Assert.Empty(await FindAsync(portal, "lanhdao", TestPortal.NothingHappened, SearchKind.Answer));
        await portal.Services.GetRequiredService<SearchIndex>().CatchUpAsync();
        await portal.Services.GetRequiredService<SearchIndex>().CatchUpAsync();
        Assert.Equal(before, await db.SearchEntries.CountAsync());
        Assert.NotEmpty(await FindAsync(portal, "lanhdao", TestPortal.NothingHappened, SearchKind.Answer));
    }

    private static async Task<TestPortal> ReadyAsync()
    {
        var portal = await TestPortal.CreateAsync();
        await portal.Services.GetRequiredService<SearchIndex>().CatchUpAsync();
        return portal;
    }

    private static async Task<IReadOnlyList<Found>> FindAsync(TestPortal portal, string who, string typed, SearchKind kind)
    {
        var content = (await portal.As(who).Get<SearchEverything>().RunAsync(typed, kind)).Value!;
        Assert.True(content.Enough);
        return content.Kinds.SingleOrDefault()?.Found ?? [];
    }
}
