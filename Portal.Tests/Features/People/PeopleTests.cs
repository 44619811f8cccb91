using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Features.Inbox;
using Portal.Features.People;
using Portal.Features.Units;
using Portal.Tests.Support;

namespace Portal.Tests.Features.People;

/// <summary>The administrator's lists, and the one act that stops somebody.</summary>
[Trait("Engine", "both")]
public sealed class PeopleTests
{
    [Theory]
    [InlineData("Bình Thanh")]
    [InlineData("binh thanh")]
    [InlineData("BÌNH THẠNH")]
    public async Task Names_that_differ_by_an_accent_are_found_both_with_their_codes(string typed)
    {
        await using var portal = await TestPortal.CreateAsync();
        var units = (await portal.As("quantri").Get<UnitList>().RunAsync(typed, null)).Value!;
        Assert.Equal(["21046", "21091"], units.Rows.Where(u => !u.Around).Select(u => u.LoginCode));
        Assert.Equal(["ubndh"], units.Rows.Where(u => u.Around).Select(u => u.LoginCode)); // with the unit to which they belong
        var people = (await portal.As("quantri").Get<PersonList>().RunAsync(typed, null)).Value!.Lines;
        Assert.Equal(["21046", "21091"], people.Rows.Select(p => p.UnitCode).Distinct());
    }

    [Fact]
    public async Task Units_stand_under_their_parent_in_official_order_with_their_people()
    {
        await using var portal = await TestPortal.CreateAsync();
        var units = (await portal.As("quantri").Get<UnitList>().RunAsync(null, null)).Value!;
        Assert.Equal(30, units.Total);
        Assert.Equal(("ubndh", 1), (units.Rows[0].LoginCode, units.Rows[0].Level));
        Assert.Equal(units.Rows.Skip(1).OrderBy(u => u.Order), units.Rows.Skip(1));
        Assert.Equal((1, 1, 2), units.Rows.Where(u => u.LoginCode == "21046").Select(u => (u.Officers, u.Heads, u.People)).Single());
    }

    [Fact]
    public async Task Who_was_disabled_stays_in_the_list_with_the_days_of_his_role()
    {
        await using var portal = await TestPortal.CreateAsync();
        var gone = (await portal.As("quantri").Get<PersonList>().RunAsync(TestLetter.Disabled, null)).Value!.Lines.Rows.Single();
        Assert.False(gone.Active);
        Assert.NotNull(gone.Roles.Single().To);
    }

    [Fact]
    public async Task A_disabled_person_is_stopped_on_the_page_that_is_open()
    {
        await using var portal = await TestPortal.CreateAsync();
        var open = portal.As("21046.canbo");
        Assert.Null((await open.Get<NoticeList>().RunAsync(null)).Problem);
        var stamp = await StampAsync(portal, open.PersonId!.Value);
        Assert.Null(await portal.As("quantri").Get<DisablePerson>().RunAsync(open.PersonId.Value, Guid.NewGuid()));
        Assert.Equal(nameof(Problems.NotSignedIn), (await open.Get<NoticeList>().RunAsync(null)).Problem?.Code);
        Assert.NotEqual(stamp, await StampAsync(portal, open.PersonId.Value));
        await using var db = portal.Open();
        var record = await db.AccessRecords.SingleAsync(r => r.Kind == AccessKind.AccountDisabled);
        Assert.Equal(("21046.canbo", portal.As("quantri").PersonId), (record.Subject, record.PersonId));
        Assert.True(record.ComputeHash() == record.Hash);
    }

    [Fact]
    public async Task The_second_press_writes_no_second_record()
    {
        await using var portal = await TestPortal.CreateAsync();
        var person = portal.As("21046.canbo").PersonId!.Value;
        var use = portal.As("quantri").Get<DisablePerson>();
        Assert.Null(await use.RunAsync(person, Guid.NewGuid()));
        var records = await portal.AccessRecordsAsync();
        Assert.Null(await use.RunAsync(person, Guid.NewGuid()));
        Assert.Equal(records, await portal.AccessRecordsAsync());
    }

    [Fact]
    public async Task Nobody_disables_himself_and_nobody_else_may()
    {
        await using var portal = await TestPortal.CreateAsync();
        var administrator = portal.As("quantri");
        var before = await portal.SnapshotAsync();
        Assert.Equal(nameof(Problems.NotYourself), (await administrator.Get<DisablePerson>().RunAsync(administrator.PersonId!.Value, Guid.NewGuid()))?.Code);
        Assert.Equal(Problem.NotFound, await administrator.Get<DisablePerson>().RunAsync(int.MaxValue, Guid.NewGuid()));
        Assert.Equal(nameof(Problems.OnlyTheAdministrator), (await portal.As("lanhdao").Get<DisablePerson>().RunAsync(administrator.PersonId.Value, Guid.NewGuid()))?.Code);
        before.AssertSame(await portal.SnapshotAsync());
    }

    private static async Task<string?> StampAsync(TestPortal portal, int person)
    {
        await using var db = portal.Open();
        return await db.Users.Where(u => u.PersonId == person).Select(u => u.SecurityStamp).SingleAsync();
    }
}
