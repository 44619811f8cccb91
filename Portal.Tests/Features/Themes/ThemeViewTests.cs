using System.Text.Json;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Domain.Themes;
using Portal.Features.Themes;
using Portal.Features.Units;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Themes;

/// <summary>What a theme shows of what was sent, and to whom.</summary>
[Trait("Engine", "both")]
public sealed class ThemeViewTests
{
    private const string Commune = "21046", Item = "XA-04", Villages = "XA04.06", Office = "p-vhtt", Police = "cah";

    [Fact]
    public async Task Draft_is_not_read_and_a_returned_item_keeps_what_it_sent_last()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.FillAsync(Commune);
        await portal.EditAsync(Commune, Item, Villages, "3");
        var drafted = Units(await OpenAsync(portal));
        Assert.Equal((0, 22), (drafted.Sent, drafted.Answers.Count));
        Assert.All(drafted.Answers, a => Assert.All(a.Cells, Assert.Null));

        await portal.SendUpAsync(Commune);
        await portal.SignOffAsync(Commune);
        await portal.ReturnAsync(Commune, Item);
        await portal.EditAsync(Commune, Item, Villages, "9");

        var block = Units(await OpenAsync(portal));
        var row = Row(block);
        Assert.Equal((ItemState.Returned, true, true, "3"), (row.State, row.Sent, row.Reopened, row.Cells[2]));
        Assert.Equal((1, "3", 1), (block.Sent, block.Columns[2].Total, block.Columns[2].Answered));
        Assert.Equal((null, 0), (block.Columns[0].Total, block.Columns[0].Answered)); // sent and blank is not 0
    }

    [Fact]
    public async Task Comparison_counts_what_was_sent_and_names_who_is_missing()
    {
        await using var portal = await TestPortal.CreateAsync();
        await SendAsync(portal, Office, ("VH-01", "VH01.04", "1"), ("VH-01", "VH01.06", "2"));
        await SendAsync(portal, Commune, (Item, Villages, "3"));

        var theme = await OpenAsync(portal);
        var (d01, d02) = (theme.Checks.Single(c => c.Code == "D01"), theme.Checks.Single(c => c.Code == "D02"));
        Assert.Equal((CrossVerdict.Differs, "2 thôn, tổ dân phố", "3 thôn, tổ dân phố", "1"), (d02.Verdict, d02.Left.Value, d02.Right.Value, d02.Gap));
        Assert.Equal((1, 21), (d02.Right.Answered, d02.Right.Silent.Count));
        Assert.DoesNotContain(d02.Right.Silent, u => u.Login == Commune);
        Assert.Equal((CrossVerdict.Undecided, 0, 21), (d01.Verdict, d01.Right.Answered, d01.Right.Silent.Count));
        Assert.Equal([Commune], d01.Right.Blank.Select(u => u.Login)); // it sent the item and left the playgrounds blank
        var tab = theme.Tabs.Single(t => t.Slug == "thiet-che");
        Assert.Equal((2, 23, 1, 1), (tab.Sent, tab.Expected, tab.Differing, tab.Undecided));
    }

    [Fact]
    public async Task Item_that_was_taken_away_is_not_asked_for_and_a_unit_that_merged_keeps_its_place()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21112", ItemState.Cancelled);
        await SendAsync(portal, Commune, (Item, Villages, "3"));
        Assert.Null(await portal.As("quantri").Get<EndUnit>().RunAsync(Commune, "21055", portal.Clock.Now.AddMinutes(1), "Nghị quyết 1/NQ", Guid.NewGuid()));
        portal.Clock.MoveTo(portal.Clock.Now.AddHours(1));

        var block = Units(await OpenAsync(portal));
        Assert.Equal((21, 1, "3"), (block.Answers.Count, block.Sent, Row(block).Cells[2]));
        Assert.DoesNotContain(block.Answers, a => a.Unit.Login == "21112");
    }

    [Fact]
    public async Task Who_only_watches_is_told_no_sensitive_figure_of_one_unit_and_nothing_that_gives_it_away()
    {
        await using var portal = await TestPortal.CreateAsync();
        await SendAsync(portal, Police, ("CA-02", "CA02.06", "4711"));
        await SendAsync(portal, Commune, ("XA-02", "XA02.05", "4713"), ("XA-02", "XA02.07", "8"));

        var leader = await OpenAsync(portal, "luat");
        Assert.Equal((CrossVerdict.Differs, "4.711 trẻ em", "4.713 trẻ em", "2"), (leader.Checks[0].Verdict, leader.Checks[0].Left.Value, leader.Checks[0].Right.Value, leader.Checks[0].Gap));
        Assert.Equal(1, leader.Tabs.Single(t => t.Slug == "luat").Differing);

        var observer = await OpenAsync(portal, "luat", "quansat");
        var told = JsonSerializer.Serialize(observer);
        Assert.DoesNotContain("4.711", told, StringComparison.Ordinal);
        Assert.DoesNotContain("4.713", told, StringComparison.Ordinal);
        Assert.Equal((null, null, null, null), (observer.Checks[0].Verdict, observer.Checks[0].Left.Value, observer.Checks[0].Right.Value, observer.Checks[0].Gap));
        Assert.Equal((0, 0), (observer.Tabs[0].Differing, observer.Tabs[0].Undecided));
        var open = Units(observer);
        Assert.Equal("8", open.Columns.Single(c => c.Label.Contains("tai nạn", StringComparison.Ordinal)).Total);
        Assert.Contains("8", Row(open).Cells);
        Assert.All(observer.Blocks.SelectMany(b => b.Answers), a => Assert.Null(a.Documents));
    }

    [Fact]
    public async Task Unknown_theme_or_request_is_not_found()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Equal(ProblemKind.NotFound, (await portal.As("lanhdao").Get<ThemeView>().RunAsync(null, "khong-co")).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await portal.As("lanhdao").Get<ThemeView>().RunAsync("KHONG-CO", "luat")).Problem!.Kind);
        Assert.Equal("luat", (await portal.As("lanhdao").Get<ThemeView>().RunAsync(null, null)).Value!.Content!.Slug);
    }

    private static async Task<ThemeContent> OpenAsync(TestPortal portal, string slug = "thiet-che", string who = "lanhdao") =>
        (await portal.As(who).Get<ThemeView>().RunAsync(TestPortal.RequestCode, slug)).Value!.Content!;

    private static async Task SendAsync(TestPortal portal, string unit, params (string Item, string Path, string Value)[] figures)
    {
        await portal.FillAsync(unit);
        foreach (var (item, path, value) in figures)
        {
            await portal.EditAsync(unit, item, path, value);
        }

        await portal.SendUpAsync(unit);
        await portal.SignOffAsync(unit);
    }

    private static ThemeBlock Units(ThemeContent theme) => theme.Blocks.Single(b => b.Shared);

    private static ThemeAnswer Row(ThemeBlock block) => block.Answers.Single(a => a.Unit.Login == Commune);
}
