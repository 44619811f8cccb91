using System.Text.Json;
using Bunit;
using Portal.Shared.Charts;

namespace Portal.Tests.Shared.Charts;

public sealed class ChartTests : BunitContext
{
    private static readonly GroupBar Office = new(["1. Công an huyện"], [1, 1, 0, 0, 0]);
    private static readonly GroupBar Communes = new(["7. UBND các xã,", "thị trấn"], [58, 23, 3, 37, 11], "/nhom");
    private readonly BunitJSModuleInterop module;

    public ChartTests()
    {
        module = JSInterop.SetupModule("./lib/js/chart.js");
        module.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void A_chart_is_created_once_and_then_changed_in_place()
    {
        var chart = Render<Chart>(p => p.Add(x => x.Config, GroupBars.Config([Office])).Add(x => x.Summary, "Một nhóm"));
        chart.Render(p => p.Add(x => x.Config, GroupBars.Config([Communes])));
        chart.Render(p => p.Add(x => x.Config, GroupBars.Config([Office, Communes])));
        Assert.Single(module.Invocations["create"]);
        Assert.Equal(2, module.Invocations["update"].Count);
    }

    [Fact]
    public void A_render_that_says_nothing_new_does_not_touch_the_chart()
    {
        var chart = Render<Chart>(p => p.Add(x => x.Config, GroupBars.Config([Office])).Add(x => x.Summary, "Một nhóm"));
        chart.Render(p => p.Add(x => x.Config, GroupBars.Config([Office])));
        Assert.Empty(module.Invocations["update"]);
    }

    [Fact]
    public async Task A_chart_that_is_left_is_given_up()
    {
        Render<Chart>(p => p.Add(x => x.Config, new PieConfig()).Add(x => x.Summary, "Trống"));
        await DisposeComponentsAsync();
        Assert.Single(module.Invocations["destroy"]);
    }

    [Fact]
    public void The_canvas_speaks_to_those_who_do_not_see_it()
    {
        var canvas = Render<Chart>(p => p.Add(x => x.Config, new LineConfig()).Add(x => x.Summary, "Cần thêm 48 nội dung")).Find("canvas");
        Assert.Equal("img", canvas.GetAttribute("role"));
        Assert.Equal("Cần thêm 48 nội dung", canvas.GetAttribute("aria-label"));
    }

    [Fact]
    public void Bars_reach_the_browser_as_shares_with_their_counts_in_the_order_of_the_states()
    {
        var json = JsonDocument.Parse(GroupBars.Config([Office, Communes]).ToJson()).RootElement;
        Assert.Equal("bar", json.GetProperty("type").GetString());
        Assert.Equal("y", json.GetProperty("options").GetProperty("indexAxis").GetString());
        var sets = json.GetProperty("data").GetProperty("datasets").EnumerateArray().ToList();
        Assert.Equal(["--c-accepted", "--c-sent", "--c-returned", "--c-draft", "--c-none"], sets.Select(s => s.GetProperty("backgroundColor").GetString()));
        Assert.Equal([1, 58], sets[0].GetProperty("counts").EnumerateArray().Select(c => c.GetInt32()));
        Assert.All([0, 1], row => Assert.Equal(100, sets.Sum(s => s.GetProperty("data")[row].GetDouble()), 9));
        Assert.Equal([null, "/nhom"], sets[4].GetProperty("links").EnumerateArray().Select(l => l.GetString()));
        Assert.Equal([false, false, true, false, false], sets.Select(s => s.GetProperty("hatched").GetBoolean()));
        Assert.Equal("58/132 tiếp nhận", json.GetProperty("options").GetProperty("segments").GetProperty("right")[1].GetString());
        Assert.Equal(2, json.GetProperty("data").GetProperty("labels")[1].GetArrayLength());
    }

    [Fact]
    public void The_table_behind_the_bars_holds_the_same_numbers_and_their_sums()
    {
        var bars = Render<GroupBars>(p => p.Add(x => x.Rows, [Office, Communes]).Add(x => x.Summary, "Hai nhóm"));
        Assert.Equal(["59", "24", "3", "37", "11"], bars.FindAll(".legend b").Select(b => b.TextContent));
        Assert.Equal(["7. UBND các xã, thị trấn", "58", "23", "3", "37", "11", "132"], bars.FindAll("tbody tr")[1].Children.Select(c => c.TextContent));
        Assert.Equal(["59", "24", "3", "37", "11", "134"], bars.FindAll("tfoot td").Select(c => c.TextContent));
        Assert.Equal("/nhom", bars.Find("tbody th a").GetAttribute("href"));
        Assert.NotNull(bars.Find("table caption"));
    }

    [Fact]
    public void The_burn_up_counts_each_day_to_its_end_and_shows_no_day_to_come()
    {
        var start = new DateTimeOffset(2024, 7, 1, 0, 0, 0, TimeSpan.FromHours(7));
        var line = Render<BurnUp>(p => p.Add(x => x.Sent, [new(start.AddHours(9), 6), new(start.AddHours(33), 20)]).Add(x => x.Accepted, [new(start.AddHours(34), 2)])
            .Add(x => x.Total, 140).Add(x => x.Start, start).Add(x => x.Now, start.AddHours(40)).Add(x => x.Days, ["01/7", "02/7", "03/7"])
            .Add(x => x.Deadline, start.AddHours(58)).Add(x => x.DeadlineText, "Hạn").Add(x => x.Summary, "Lũy kế"));
        Assert.Equal(["01/7 6 0", "02/7 20 2"], line.FindAll("tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent))));

        var json = JsonDocument.Parse((string)module.Invocations["create"][0].Arguments[1]!).RootElement;
        Assert.Equal(2.4167, json.GetProperty("options").GetProperty("deadline").GetProperty("at").GetDouble());
        var sent = json.GetProperty("data").GetProperty("datasets")[0];
        Assert.Equal("20", sent.GetProperty("endLabel").GetString());
        Assert.Equal([0, 6, 20, 20], sent.GetProperty("data").EnumerateArray().Select(p => p.GetProperty("y").GetDouble()));
    }

    [Fact]
    public void Beside_an_earlier_request_the_days_to_come_show_how_far_it_was_then()
    {
        var start = new DateTimeOffset(2024, 7, 1, 0, 0, 0, TimeSpan.FromHours(7));
        var line = Render<BurnUp>(p => p.Add(x => x.Sent, [new(start.AddHours(9), 6)]).Add(x => x.Earlier, [new(start.AddHours(-5), 10), new(start.AddHours(30), 70), new(start.AddHours(100), 140)])
            .Add(x => x.Total, 140).Add(x => x.Start, start).Add(x => x.Now, start.AddHours(12)).Add(x => x.Days, ["01/7", "02/7", "03/7"]).Add(x => x.Summary, "Lũy kế"));
        Assert.Equal(["01/7 6 0 10", "02/7 - - 70", "03/7 - - 70"], line.FindAll("tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent))));

        var earlier = JsonDocument.Parse((string)module.Invocations["create"][0].Arguments[1]!).RootElement.GetProperty("data").GetProperty("datasets")[2];
        Assert.Equal("--c-earlier", earlier.GetProperty("borderColor").GetString());
        Assert.Equal([10, 70, 70], earlier.GetProperty("data").EnumerateArray().Select(p => p.GetProperty("y").GetDouble()));
    }
}
