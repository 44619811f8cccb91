using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Features.Drafting;
using Portal.Features.Progress;
using Portal.Features.Requests;
using Portal.Features.Units;
using Portal.Tests.Domain.Requests;
using Portal.Tests.Support;
using UnitList = Portal.Features.Units.UnitList;

namespace Portal.Tests.Features.Units;

/// <summary>The administrator keeps the units: describes, groups, merges, splits.</summary>
[Trait("Engine", "both")]
public sealed class UnitActsTests
{
    private const string Paper = "Nghị quyết 1677/NQ-UBTVQH15, 16/6/2025", Group = "ubnd-cac-xa-thi-tran";

    // 22 become five, as in 2025. Which old one went into which new one does not matter here; four new ones and one that goes on do.
    private static readonly (string Login, string Name, string[] Merged)[] Mergers =
    [
        ("29001", "Bình Minh mới", ["21058", "21064", "21085"]),
        ("29002", "Bình Chương mới", ["21100", "21106"]),
        ("29003", "Bình Sơn", ["21040", "21046", "21052", "21055", "21070", "21073", "21082", "21088"]),
        ("29004", "Vạn Tường", ["21043", "21049", "21061", "21067", "21079"]),
        ("21103", "", ["21091", "21103", "21109", "21112"]),
    ];

    [Fact]
    public async Task The_mergers_of_2025_leave_28_reports_in_all_counts_and_hand_them_to_the_successors_people()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.FillAsync("21046");
        await portal.SendUpAsync("21046");
        var from = portal.Clock.Now.AddHours(1);
        foreach (var (login, name, merged) in Mergers)
        {
            var created = name is "" ? null : new NewUnit($"XA-{login}", login, new($"UBND xã {name}", $"Ủy ban nhân dân xã {name}", name, null, "ubnd-xa", null));
            Assert.Null(await portal.As("quantri").Get<MergeUnits>().RunAsync(merged, created is null ? login : null, created, from, Paper, Guid.NewGuid()));
        }

        await using (var db = portal.Open())
        {
            var head = portal.As("21040.thutruong").PersonId;
            (await db.People.Include(p => p.Roles).SingleAsync(p => p.Id == head)).Grant(Role.Head, "XA-29003", portal.Clock.Now);
            await db.SaveChangesAsync();
        }

        portal.Clock.MoveTo(from.AddHours(1));
        Assert.Equal(Problem.NotFound, await SignOffAsync(portal, "21046.thutruong"));
        Assert.Equal(Problem.NotFound, await SignOffAsync(portal, "21103.thutruong"));
        Assert.Null(await SignOffAsync(portal, "21040.thutruong"));
        var board = (await portal.As("lanhdao").Get<OpenBoard>().RunAsync(TestPortal.RequestCode)).Value!.Board!.Current;
        Assert.Equal(28, board.Rows.Count);
        await using var after = portal.Open();
        Assert.Equal((28, 21), (await after.Submissions.CountAsync(), await after.Units.CountAsync(u => u.EndedAt != null)));
        Assert.Equal(7 + 5 + 1, (await UnitBook.ChoicesAsync(after, portal.Clock.Now)).Units.Count); // departments and offices, and five
        var history = (await portal.As("quantri").Get<UnitView>().RunAsync("21046")).Value!;
        Assert.Equal(("UBND xã Bình Sơn", Paper, 8), (history.Successor!.Name, history.History.Single().Paper, history.History.Single().Before.Count));
    }

    [Fact]
    public async Task What_a_unit_has_open_goes_whole_to_the_first_of_those_it_was_split_into()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.FillAsync("21046");
        await portal.SendUpAsync("21046");
        var from = portal.Clock.Now.AddHours(1);
        var split = portal.As("quantri").Get<SplitUnit>();
        Assert.Equal(nameof(Problems.SplitNeedsTwo), (await split.RunAsync("21046", ["21103", "21103", "21046"], from, Paper, Guid.NewGuid()))?.Code);
        Assert.Null(await split.RunAsync("21046", ["21103", "21049"], from, Paper, Guid.NewGuid()));
        portal.Clock.MoveTo(from.AddHours(1));
        Assert.Equal(Problem.NotFound, await SignOffAsync(portal, "21049.thutruong"));
        Assert.Null(await SignOffAsync(portal, "21103.thutruong"));
        Assert.Equal(["21103", "21049"], (await portal.As("quantri").Get<UnitView>().RunAsync("21046")).Value!.History.Single().After.Select(u => u.Login));
    }

    [Fact]
    public async Task Units_are_made_as_the_letters_file_describes_them_and_those_of_before_are_filled_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        await using (var db = portal.Open())
        {
            await db.Units.Where(u => u.Code == "XA-21046").ExecuteUpdateAsync(u => u.SetProperty(x => x.Kind, (string?)null).SetProperty(x => x.PlaceName, (string?)null));
            await db.Units.Where(u => u.Code == "XA-21049").ExecuteUpdateAsync(u => u.SetProperty(x => x.PlaceName, "Nơi khác"));
        }

        await portal.Services.GetRequiredService<LetterLoader>().LoadAsync(BinhSonLetter.Json);
        await using var after = portal.Open();
        var unit = await after.Units.SingleAsync(u => u.Code == "XA-21046");
        Assert.Equal(("21046", "ubnd-xa", "UBNDH", "Bình Thạnh"), (unit.OfficialCode, unit.Kind, unit.ParentCode, unit.PlaceName));
        Assert.Equal(["ỦY BAN NHÂN DÂN", "XÃ BÌNH THẠNH"], unit.LetterheadLines);
        Assert.Equal("Nơi khác", (await after.Units.SingleAsync(u => u.Code == "XA-21049")).PlaceName);
        Assert.Equal(Group, (await after.UnitGroups.SingleAsync()).Code);
        var choices = await UnitBook.ChoicesAsync(after, portal.Clock.Now);
        Assert.Equal(22, new UnitCatalogue(choices.Units, choices.Groups).Match("UBND các xã, thị trấn").UnitCodes.Count);
        Assert.Equal(BinhSonLetter.Request.Units[4].Aliases, (await UnitBook.OfAsync(after, ["TT-TTVHTT"]))[0].Aliases);
    }

    [Fact]
    public async Task A_unit_is_added_and_changed_and_keeps_its_codes()
    {
        await using var portal = await TestPortal.CreateAsync();
        var save = portal.As("quantri").Get<SaveUnit>();
        Assert.Equal("29001", (await save.RunAsync(new(null, 0, Made("XA-29001", "29001")), Guid.NewGuid())).Value);
        Assert.Null((await save.RunAsync(new("29001", 1, Made("OTHER", "11111") with { Facts = Made("", null).Facts with { Name = "UBND xã Khác", Aliases = [" Xã Khác ", ""] } }), Guid.NewGuid())).Problem);
        Assert.Equal(nameof(Problems.StalePage), (await save.RunAsync(new("29001", 1, Made("", null)), Guid.NewGuid())).Problem?.Code);
        var shown = (await portal.As("quantri").Get<UnitView>().RunAsync("29001")).Value!;
        Assert.Equal(("XA-29001", "29001", "UBND xã Khác"), (shown.Code, shown.OfficialCode, shown.Facts.Name));
        Assert.Equal(["Xã Khác"], shown.Facts.Aliases);
    }

    [Theory]
    [InlineData("XA 1", null, nameof(Problems.UnitCodeWrong))]
    [InlineData("", "29001", nameof(Problems.UnitCodeWrong))]
    [InlineData("XA-1", "2900", nameof(Problems.OfficialCodeWrong))]
    [InlineData("XA-1", "21046", nameof(Problems.UnitCodeTaken))]
    [InlineData("xa-21046", "29001", nameof(Problems.UnitCodeTaken))]
    public async Task Codes_that_cannot_be_are_refused(string code, string? official, string problem)
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Equal(problem, (await portal.As("quantri").Get<SaveUnit>().RunAsync(new(null, 0, Made(code, official)), Guid.NewGuid())).Problem?.Code);
    }

    [Theory]
    [InlineData("XA-21046")] // itself
    [InlineData("CAH")] // which belongs to it
    [InlineData("KHONG-CO")]
    public async Task A_unit_belongs_to_none_that_belongs_to_it(string parent)
    {
        await using var portal = await TestPortal.CreateAsync();
        await using (var db = portal.Open())
        {
            await db.Units.Where(u => u.Code == "CAH").ExecuteUpdateAsync(u => u.SetProperty(x => x.ParentCode, "XA-21046"));
        }

        var shown = (await portal.As("quantri").Get<UnitView>().RunAsync("21046")).Value!;
        var refused = await portal.As("quantri").Get<SaveUnit>().RunAsync(new("21046", shown.Version, new(null, null, shown.Facts with { ParentCode = parent })), Guid.NewGuid());
        Assert.Equal(nameof(Problems.UnitParentWrong), refused.Problem?.Code);
    }

    [Fact]
    public async Task Groups_are_added_changed_and_removed_and_their_units_stay()
    {
        await using var portal = await TestPortal.CreateAsync();
        var admin = portal.As("quantri");
        Assert.Null(await admin.Get<SaveUnitGroup>().RunAsync(null, "Các xã ven biển", [], ["21046", "21112"], Guid.NewGuid()));
        Assert.Equal(nameof(Problems.UnitGroupTaken), (await admin.Get<SaveUnitGroup>().RunAsync(null, "Các xã ven biển", [], ["21046"], Guid.NewGuid()))?.Code);
        Assert.Equal(nameof(Problems.UnitGroupEmpty), (await admin.Get<SaveUnitGroup>().RunAsync("cac-xa-ven-bien", "Các xã ven biển", [], [], Guid.NewGuid()))?.Code);
        Assert.Null(await admin.Get<SaveUnitGroup>().RunAsync("cac-xa-ven-bien", "Các xã ven biển", ["Xã biển"], ["21046", "21043"], Guid.NewGuid()));
        var groups = (await admin.Get<UnitView>().RunAsync("21046")).Value!.Groups;
        Assert.Equal(["cac-xa-ven-bien", Group], groups.Select(g => g.Code));
        Assert.Equal(["XA-21043", "XA-21046"], groups[0].UnitCodes.Order());
        Assert.Null(await admin.Get<RemoveUnitGroup>().RunAsync("cac-xa-ven-bien", Guid.NewGuid()));
        Assert.Equal(Problem.NotFound, await admin.Get<RemoveUnitGroup>().RunAsync("cac-xa-ven-bien", Guid.NewGuid()));
        Assert.Equal(30, (await admin.Get<UnitList>().RunAsync(null, null)).Value!.Total);
    }

    private static NewUnit Made(string code, string? official) => new(code, official, new("UBND xã Mới", "Ủy ban nhân dân xã Mới", "Mới", null, "ubnd-xa", "UBNDH"));

    private static Task<Problem?> SignOffAsync(TestPortal portal, string head) =>
        portal.DoAsync(head, "21046", Permission.SignOff, (s, act, forms) => s.SignOff(act, forms, s.UnderWay!.Hash, null));
}
