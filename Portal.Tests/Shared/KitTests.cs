using Bunit;
using Portal.Domain;
using Portal.Shared;

namespace Portal.Tests.Shared;

public sealed class KitTests : BunitContext
{
    [Fact]
    public void Diff_marks_what_went_and_what_came_and_says_so_to_a_screen_reader()
    {
        var diff = Render<Diff>(p => p.Add(x => x.Before, "giao 2.400,0 m²").Add(x => x.After, "giao 1.850,5 m²"));
        Assert.Equal("Đã bỏ: 2.400,0", diff.Find("del").TextContent);
        Assert.Equal("Mới thêm: 1.850,5", diff.Find("ins").TextContent);
    }

    [Fact]
    public void The_text_before_shows_no_insertion_and_the_text_after_no_deletion()
    {
        var before = Render<Diff>(p => p.Add(x => x.Before, "a b").Add(x => x.After, "a c").Add(x => x.Side, DiffSide.Before));
        var after = Render<Diff>(p => p.Add(x => x.Before, "a b").Add(x => x.After, "a c").Add(x => x.Side, DiffSide.After));
        Assert.Empty(before.FindAll("ins"));
        Assert.Single(before.FindAll("del"));
        Assert.Empty(after.FindAll("del"));
        Assert.Single(after.FindAll("ins"));
    }

    [Fact]
    public void A_side_without_text_says_that_it_is_empty() =>
        Assert.Equal("(để trống)", Render<Diff>(p => p.Add(x => x.Before, null).Add(x => x.After, "30/9/2024").Add(x => x.Side, DiffSide.Before)).Find("span").TextContent);

    [Fact]
    public void Diff_follows_its_texts()
    {
        var diff = Render<Diff>(p => p.Add(x => x.Before, "a").Add(x => x.After, "b"));
        diff.Render(p => p.Add(x => x.Before, "a").Add(x => x.After, "a"));
        Assert.Empty(diff.FindAll("ins, del"));
    }

    [Fact]
    public void The_error_summary_counts_links_and_takes_the_focus()
    {
        var summary = Render<ErrorSummary>(p => p.Add(x => x.Lines, [new("Ngày 31/02/2024 không có thật.", "#th"), new("Nhập số nguyên từ 0 trở lên, ví dụ 64.", "#x1")]));
        Assert.Equal("Có 2 việc cần sửa", summary.Find("[role=alert] h2").TextContent);
        Assert.Equal(["#th", "#x1"], summary.FindAll("a").Select(a => a.GetAttribute("href")));
        JSInterop.VerifyFocusAsyncInvoke();
    }

    [Fact]
    public void The_error_summary_takes_the_focus_once_per_list_and_not_at_each_render()
    {
        var summary = Render<ErrorSummary>(p => p.Add(x => x.Lines, [new("A", "#a")]));
        summary.Render(p => p.Add(x => x.Lines, [new("A", "#a")]));
        JSInterop.VerifyFocusAsyncInvoke(1);
        summary.Render(p => p.Add(x => x.Lines, [new("B", "#b")]));
        JSInterop.VerifyFocusAsyncInvoke(2);
    }

    [Fact]
    public void Without_errors_there_is_no_summary() => Assert.Empty(Render<ErrorSummary>(p => p.Add(x => x.Lines, [])).FindAll("[role=alert]"));

    [Fact]
    public void A_problem_shows_its_text_and_can_be_retried()
    {
        var tries = 0;
        var state = Render<ProblemState>(p => p.Add(x => x.Problem, Problem.NotFound).Add(x => x.OnRetry, () => tries++));
        Assert.Contains(Problem.NotFound.Text, state.Find("[role=alert]").TextContent);
        state.Find("button").Click();
        Assert.Equal(1, tries);
    }

    [Theory]
    [InlineData(92, 140, "width:65.7%")]
    [InlineData(0, 0, "width:0%")]
    [InlineData(5, 4, "width:100%")]
    public void A_meter_is_as_wide_as_the_share(double part, double whole, string style) =>
        Assert.Equal(style, Render<Meter>(p => p.Add(x => x.Part, part).Add(x => x.Whole, whole)).Find("i").GetAttribute("style"));

    [Fact]
    public void The_last_step_of_the_crumb_is_the_page_itself()
    {
        var crumb = Render<Crumb>(p => p.Add(x => x.Steps, [new("Việc cần làm", "/viec-can-lam"), new("XA-06")]));
        Assert.Equal("XA-06", crumb.Find("[aria-current=page]").TextContent);
        Assert.Single(crumb.FindAll("a"));
    }

    [Fact]
    public void A_row_of_the_task_list_is_one_link_and_says_what_is_missing()
    {
        var row = Render<TaskRow>(p => p.Add(x => x.Href, "/x").Add(x => x.Code, "XA-02").Add(x => x.Title, "Thực hiện Luật Trẻ em").Add(x => x.Missing, "Thiếu 2 chỉ tiêu"));
        Assert.Equal("/x", row.Find("li > a").GetAttribute("href"));
        Assert.Equal("Thiếu 2 chỉ tiêu", row.Find("small.w").TextContent);
    }

    [Fact]
    public void The_place_of_the_save_state_starts_unchanged_and_carries_all_its_words()
    {
        var save = Render<SaveState>().Find("[data-save]");
        Assert.Equal("Chưa thay đổi", save.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal("Đã lưu lúc {0}", save.GetAttribute("data-saved"));
    }
}
