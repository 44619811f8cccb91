using Microsoft.EntityFrameworkCore;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Features.AuditLog;
using Portal.Features.People;
using Portal.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Features.AuditLog;

/// <summary>The log: everything, in one order, with its chains checked.</summary>
[Trait("Engine", "both")]
public sealed class AuditTrailTests
{
    private static readonly AuditFilter All = new(null, null, null);

    [Fact]
    public async Task Events_and_records_stand_in_one_order_and_the_chains_hold()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Returned);
        await portal.As("21046.canbo").Get<PersonList>().RunAsync(null, null);
        var log = await ReadAsync(portal, "lanhdao", All);
        Assert.Equal(log.Rows.OrderByDescending(r => r.At).Select(r => r.At), log.Rows.Select(r => r.At));
        Assert.Equal([true, false], log.Rows.Select(r => r.IsEvent).Distinct().OrderDescending());
        Assert.All(log.Rows, r => Assert.True(r.Sound));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        await using var portal = await TestPortal.CreateAsync();
        foreach (var unit in new[] { "21046", "21049", "21052", "21055", "21058", "21061" })
        {
            await portal.BringAsync(unit, ItemState.Accepted);
        }

        var first = await ReadAsync(portal, "quantri", All);
        var second = await ReadAsync(portal, "quantri", All, 2);
        Assert.Equal((Paging.Size, 2), (first.Rows.Count, second.Page));
        Assert.Equal(first.Rows[^1].Number - 1, second.Rows[0].Number);
    }

    [Fact]
    public async Task It_is_filtered_by_kind_person_and_day()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Sent);
        await portal.As("21046.canbo").Get<PersonList>().RunAsync(null, null);
        Assert.All((await ReadAsync(portal, "quantri", All with { Kind = nameof(EventVerb.Sent) })).Rows, r => Assert.Equal("Sent", r.Kind));
        Assert.Single((await ReadAsync(portal, "quantri", All with { Kind = nameof(AccessKind.Refused) })).Rows);
        Assert.All((await ReadAsync(portal, "quantri", All with { Person = "21046.THUTRUONG" })).Rows, r => Assert.StartsWith("21046.thutruong", r.Person, StringComparison.Ordinal));
        var day = new DateOnly(2024, 7, 1);
        Assert.NotEqual(0, (await ReadAsync(portal, "quantri", All with { Day = day })).Total);
        Assert.Equal(0, (await ReadAsync(portal, "quantri", All with { Day = day.AddDays(-1) })).Total);
    }

    [Fact]
    public async Task A_changed_row_is_named()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.As("21046.canbo").Get<PersonList>().RunAsync(null, null);
        await portal.As("21049.canbo").Get<PersonList>().RunAsync(null, null);
        await using (var db = portal.Open())
        {
            var first = await db.AccessRecords.MinAsync(r => r.Number);
            await db.AccessRecords.Where(r => r.Number == first).ExecuteUpdateAsync(set => set.SetProperty(r => r.Surface, "Khac"));
        }

        var rows = (await ReadAsync(portal, "quantri", All with { Kind = nameof(AccessKind.Refused) })).Rows;
        Assert.Equal([false, true], rows.OrderBy(r => r.Number).Select(r => r.Sound));
    }

    [Fact]
    public async Task Reasons_and_answers_are_not_in_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Returned);
        await using var db = portal.Open();
        var reasons = await db.Events.Where(e => e.Reason != null).Select(e => e.Reason!.Text).ToListAsync();
        Assert.NotEmpty(reasons);
        var shown = string.Join('\n', (await ReadAsync(portal, "quantri", All)).Rows.Select(r => r.ToString()));
        Assert.All(reasons.Append(TestPortal.NothingHappened), r => Assert.DoesNotContain(r, shown, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_verb_and_kind_has_its_word() =>
        Assert.Equal([], Enum.GetNames<EventVerb>().Concat(Enum.GetNames<AccessKind>()).Where(k => AuditText.ResourceManager.GetString($"Kind{k}") is null));

    private static async Task<Paged<AuditRow>> ReadAsync(TestPortal portal, string userName, AuditFilter filter, int? page = null)
    {
        var read = await portal.As(userName).Get<AuditTrail>().RunAsync(filter, page);
        Assert.Null(read.Problem);
        return read.Value!;
    }
}
