using Microsoft.EntityFrameworkCore;
using Portal.Domain.People;
using Portal.Features.Units;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Units;

/// <summary>The administrator sees the organisation as a tree and can choose any unit that stands, however many there are.</summary>
[Trait("Engine", "both")]
public sealed class UnitTreeTests
{
    [Fact]
    public async Task Each_unit_stands_before_those_that_belong_to_it_with_its_level_and_its_groups()
    {
        await using var portal = await TestPortal.CreateAsync();
        await MoveAsync(portal, ("P-TNMT", "XA-21049"), ("CAH", "P-TNMT"));
        var rows = (await portal.As("quantri").Get<UnitList>().RunAsync(null, null)).Value!.Rows;
        var at = rows.ToList().FindIndex(u => u.Code == "XA-21049");
        Assert.Equal([("XA-21049", 2), ("P-TNMT", 3), ("CAH", 4)], rows.Skip(at).Take(3).Select(u => (u.Code, u.Level)));
        Assert.Equal(2, rows[at + 3].Level);
        Assert.Equal(["UBND các xã, thị trấn"], rows[at].Groups);
    }

    [Fact]
    public async Task What_is_found_stands_with_the_units_above_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        await MoveAsync(portal, ("CAH", "XA-21049"));
        var tree = (await portal.As("quantri").Get<UnitList>().RunAsync("cong an", null)).Value!;
        Assert.Equal(1, tree.Total);
        Assert.Equal([("UBNDH", true), ("XA-21049", true), ("CAH", false)], tree.Rows.Select(u => (u.Code, u.Around)));
        Assert.Equal(22, (await portal.As("quantri").Get<UnitList>().RunAsync("cac xa, thi tran", null)).Value!.Total); // by the name of their group
    }

    [Fact]
    public async Task Units_in_a_ring_are_not_lost()
    {
        await using var portal = await TestPortal.CreateAsync();
        await MoveAsync(portal, ("CAH", "P-TNMT"), ("P-TNMT", "CAH"));
        var tree = (await portal.As("quantri").Get<UnitList>().RunAsync(null, null)).Value!;
        Assert.Equal(30, tree.Rows.Select(u => u.Code).Distinct().Count());
        Assert.Equal(["CAH"], (await portal.As("quantri").Get<UnitList>().RunAsync("cong an", null)).Value!.Rows.Where(u => !u.Around).Select(u => u.Code));
    }

    [Fact]
    public async Task Every_unit_that_stands_can_be_chosen_beyond_the_first_page()
    {
        await using var portal = await TestPortal.CreateAsync();
        await using (var db = portal.Open())
        {
            db.Units.AddRange(Enumerable.Range(100, 150).Select(n => new Unit($"M-{n}", $"m-{n}", $"Mới {n}", $"Mới {n}", $"{n}", n)));
            await db.SaveChangesAsync();
        }

        Assert.Null(await portal.As("quantri").Get<EndUnit>().RunAsync("21046", "m-249", portal.Clock.Now.AddHours(1), "Nghị quyết 01", Guid.NewGuid()));
        var admin = portal.As("quantri");
        var first = (await admin.Get<UnitList>().RunAsync(null, null)).Value!;
        var second = (await admin.Get<UnitList>().RunAsync(null, 2)).Value!;
        Assert.Equal((180, 2, 100, 80), (first.Total, first.Pages, first.Rows.Count, second.Rows.Count));
        var names = (await admin.Get<UnitNames>().RunAsync()).Value!;
        Assert.Equal((180, 179), (names.Units.Count, names.Standing.Count));
        Assert.DoesNotContain(names.Standing, u => u.Login == "21046");
        Assert.Equal(["m-249"], names.Standing.Where(u => u.Fits("moi 249")).Select(u => u.Login));
    }

    private static async Task MoveAsync(TestPortal portal, params (string Unit, string Parent)[] moves)
    {
        await using var db = portal.Open();
        foreach (var (unit, parent) in moves)
        {
            await db.Units.Where(u => u.Code == unit).ExecuteUpdateAsync(u => u.SetProperty(x => x.ParentCode, parent));
        }
    }
}
