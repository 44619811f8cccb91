using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Tests.Domain.Consolidation;

/// <summary>What blocks say of their sources.</summary>
public sealed class BlockMakerTests
{
    private const string A = "XA-21046", B = "XA-21049", C = "XA-21052";

    [Fact]
    public void Sum_says_of_how_many_units_and_a_blank_is_not_zero()
    {
        var sources = MadeSources.Of(SourceChoice.Accepted, MadeSources.Accepted(A, "XA-01", ("XA01.01", "3")), MadeSources.Accepted(B, "XA-01", ("XA01.01", "0")), MadeSources.Accepted(C, "XA-01", ("XA01.02", "5")));
        var made = new BlockMaker(sources).Make(new(BlockKind.Figures) { Items = ["XA-01"], Fields = ["XA01.01", "XA01.02", "XA01.03"] });
        Assert.Equal("- Số văn bản lãnh đạo của Đảng ủy về công tác trẻ em: 3 văn bản (2/22 đơn vị có số liệu);\n- Số nghị quyết, văn bản của HĐND xã, thị trấn về công tác trẻ em: 5 văn bản (1/22 đơn vị có số liệu).", made.Text);
        Assert.Equal([(A, 1), (B, 1), (C, 1)], made.Sources.Select(s => (s.UnitCode, s.Version)));
    }

    [Fact]
    public void Rate_comes_out_of_sums_over_units_that_gave_both()
    {
        var sources = MadeSources.Of(SourceChoice.Accepted, MadeSources.Accepted(A, "XA-02", ("XA02.01", "1000"), ("XA02.03", "10")), MadeSources.Accepted(B, "XA-02", ("XA02.01", "100"), ("XA02.03", "10")), MadeSources.Accepted(C, "XA-02", ("XA02.01", "500")));
        var made = new BlockMaker(sources).Make(new(BlockKind.Rates) { Rates = ["TL01"] });
        Assert.Equal("- Tỷ lệ trẻ em có hoàn cảnh đặc biệt: 1,82% (20/1.100) (2/22 đơn vị có số liệu).", made.Text);
    }

    [Fact]
    public void Each_rate_of_the_letter_can_be_read() => Assert.All(MadeSources.Request.DerivedIndicators, d => Assert.NotNull(RateFormula.Read(d.Formula, MadeSources.Request.Template)));

    [Fact]
    public void What_was_not_accepted_is_left_out_or_taken_with_a_mark()
    {
        (string, string, ItemState, (string, string)[])[] said = [MadeSources.Accepted(A, "XA-01", ("XA01.01", "3")), (B, "XA-01", ItemState.Sent, [("XA01.01", "4")])];
        BlockRecipe table = new(BlockKind.Table) { Items = ["XA-01"], Fields = ["XA01.01"] };
        var (left, taken) = (new BlockMaker(MadeSources.Of(SourceChoice.Accepted, said)).Make(table).Table!, new BlockMaker(MadeSources.Of(SourceChoice.Sent, said)).Make(table).Table!);
        Assert.Equal(("3", "-", "UBND xã Bình Đông"), (left.Rows[^1][2], Row(left, "Bình Đông")[2], Row(left, "Bình Đông")[1]));
        Assert.Equal(("7", "4", "UBND xã Bình Đông*"), (taken.Rows[^1][2], Row(taken, "Bình Đông")[2], Row(taken, "Bình Đông")[1]));
        Assert.Contains("(*)", taken.Note, StringComparison.Ordinal);
        Assert.Contains("1/22 đơn vị có số liệu", left.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Sensitive_figure_stands_beside_no_unit_and_as_a_sum_only_over_three()
    {
        var two = MadeSources.Of(SourceChoice.Accepted, MadeSources.Accepted(A, "XA-02", ("XA02.05", "41")), MadeSources.Accepted(B, "XA-02", ("XA02.05", "42")));
        var three = MadeSources.Of(SourceChoice.Accepted, MadeSources.Accepted(A, "XA-02", ("XA02.05", "41")), MadeSources.Accepted(B, "XA-02", ("XA02.05", "42")), MadeSources.Accepted(C, "XA-02", ("XA02.05", "43")));
        BlockRecipe table = new(BlockKind.Table) { Items = ["XA-02"] }, figures = new(BlockKind.Figures) { Items = ["XA-02"] };
        Assert.DoesNotContain("4", new BlockMaker(two).Make(table).AsText().Replace("XA-21046", "", StringComparison.Ordinal).Split('\n').Where(l => l.Contains("Bình Thạnh", StringComparison.Ordinal)).Single(), StringComparison.Ordinal);
        Assert.Equal("", new BlockMaker(two).Make(figures).Text);
        Assert.Contains("126 trẻ em", new BlockMaker(three).Make(figures).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(new BlockMaker(three).Make(table).Table!.Rows.SkipLast(1).SelectMany(r => r), c => c is "41" or "42" or "43");
    }

    [Fact]
    public void Chart_shows_what_the_table_of_the_same_says()
    {
        var maker = new BlockMaker(MadeSources.Of(SourceChoice.Accepted, MadeSources.Accepted(A, "XA-01", (ItemForm.StatusField, ItemForm.Done)), MadeSources.Accepted(B, "XA-01", (ItemForm.StatusField, ItemForm.Doing)), MadeSources.Accepted(B, "XA-02", (ItemForm.StatusField, ItemForm.Done))));
        var (table, chart) = (maker.Make(new(BlockKind.Resolution)).Table!, maker.Make(new(BlockKind.Chart)).Chart!);
        Assert.Equal(table.Rows.SkipLast(1).Select(r => r[1]), chart.Bars);
        Assert.Equal(table.Columns.Skip(2).SkipLast(1).Select(c => c.Title), chart.Series.Select(s => s.Name));
        Assert.Equal(table.Rows.SkipLast(1).SelectMany(r => r.Skip(2).SkipLast(1)), chart.Bars.SelectMany((_, k) => chart.Series.Select(s => $"{s.Values[k]}")));
        Assert.Contains("UBND các xã, thị trấn: Đã giải quyết dứt điểm 2; Đang giải quyết 1;", chart.AsText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Chart_of_a_figure_draws_who_gave_it_and_says_how_many_did_not()
    {
        var maker = new BlockMaker(MadeSources.Of(SourceChoice.Sent, MadeSources.Accepted(A, "XA-01", ("XA01.01", "1200")), (B, "XA-01", ItemState.Sent, [("XA01.01", "0")])));
        var chart = maker.Make(new(BlockKind.Chart) { Items = ["XA-01"], Fields = ["XA01.01"] }).Chart!;
        Assert.Equal("UBND xã Bình Thạnh: 1.200\nUBND xã Bình Đông*: 0\n20 đơn vị chưa có số liệu không có trong biểu đồ. (*) Báo cáo đã gửi, chưa được tiếp nhận.", chart.AsText());
    }

    [Fact]
    public void No_chart_is_drawn_of_a_sensitive_figure_or_of_nothing()
    {
        var maker = new BlockMaker(MadeSources.Of(SourceChoice.Accepted, MadeSources.Accepted(A, "XA-02", ("XA02.05", "41")), MadeSources.Accepted(B, "XA-02", ("XA02.05", "42")), MadeSources.Accepted(C, "XA-02", ("XA02.05", "43"))));
        Assert.Equal("", maker.Make(new(BlockKind.Chart) { Items = ["XA-02"], Fields = ["XA02.05"] }).AsText());
        Assert.Equal("", maker.Make(new(BlockKind.Chart) { Items = ["XA-01"], Fields = ["XA01.01"] }).AsText());
    }

    [Fact]
    public void Digest_keeps_each_sentence_as_it_was_written_and_folds_only_what_is_equal()
    {
        const string first = "Đã ban hành Kế hoạch số 12. Mở 02 lớp tập huấn cho cộng tác viên.", second = "ĐÃ BAN HÀNH KẾ HOẠCH SỐ 12.\n- Chưa mở lớp nào;";
        var sources = MadeSources.Of(SourceChoice.Accepted,
            MadeSources.Accepted(B, "XA-01", (ItemForm.NarrativeField, second), (ItemForm.StatusField, ItemForm.Done)),
            MadeSources.Accepted(A, "XA-01", (ItemForm.NarrativeField, first), (ItemForm.StatusField, ItemForm.Done)),
            MadeSources.Accepted(C, "XA-01", (ItemForm.NarrativeField, first), (ItemForm.StatusField, ItemForm.Doing)));
        var made = new BlockMaker(sources).Make(new(BlockKind.Digest) { Items = ["XA-01"] });
        Assert.Equal(
            ["Đã giải quyết dứt điểm (2 đơn vị):", "- Đã ban hành Kế hoạch số 12 (UBND xã Bình Thạnh; UBND xã Bình Đông).", "- Mở 02 lớp tập huấn cho cộng tác viên (UBND xã Bình Thạnh).", "- Chưa mở lớp nào (UBND xã Bình Đông).",
                "Đang giải quyết (1 đơn vị):", "- Đã ban hành Kế hoạch số 12 (UBND xã Bình Chánh).", "- Mở 02 lớp tập huấn cho cộng tác viên (UBND xã Bình Chánh)."], made.Text.Split('\n'));
        Assert.All(made.Sources, s => Assert.Contains(Fold.Of(sources.Taken(s.ItemCode).Single(a => a.Unit.Code == s.UnitCode)[s.Field!]!.Substring(s.Start, s.Length)), Fold.Of(made.Text), StringComparison.Ordinal));
        Assert.Equal(6, made.Sources.Count);
    }

    [Fact]
    public void First_draft_holds_every_sentence_where_it_says_that_it_was_taken_from()
    {
        var sources = MadeSources.Of(SourceChoice.Accepted, [.. MadeSources.Request.Units.SelectMany((u, k) => MadeSources.Request.ReportItemsOf(u.Code).Select(i => MadeSources.Accepted(u.Code, i.Code,
            (ItemForm.StatusField, k % 3 == 0 ? ItemForm.Doing : ItemForm.Done), (ItemForm.NarrativeField, $"Đơn vị {u.ShortName} đã thực hiện {i.Title}. Kết quả lần {k}: đạt {k * 7},5 phần."), ("khoKhanVuongMac", "Khó khăn do thiếu kinh phí."), ("giaiPhap", "Bố trí kinh phí."))))]);
        var pieces = FirstDraft.Of(sources);
        var digests = pieces.Where(p => p.Recipe.Kind is BlockKind.Digest).ToList();
        Assert.True(digests.Count >= 8);
        Assert.All(digests.SelectMany(p => p.Made!.Sources, (p, s) => (p.Text, s)), d =>
        {
            var text = sources.Taken(d.s.ItemCode).Single(a => a.Unit.Code == d.s.UnitCode)[d.s.Field!]!;
            Assert.Contains(Fold.Of(text.Substring(d.s.Start, d.s.Length)), Fold.Of(d.Text), StringComparison.Ordinal);
        });
        Assert.Contains(pieces, p => p.Text.Contains("có thể trùng nhau", StringComparison.Ordinal)); // people trained by both are not added
        Assert.DoesNotContain(pieces.SelectMany(p => new[] { p.Text, p.Made?.Table?.AsText() ?? "" }), t => t.Contains("null", StringComparison.Ordinal));
    }

    [Fact]
    public void Request_without_a_plan_gets_the_usual_sections_and_annexes()
    {
        var sources = MadeSources.Of(SourceChoice.Accepted, MadeSources.Accepted(A, "XA-01", ("XA01.01", "3"), (ItemForm.StatusField, ItemForm.Done), (ItemForm.NarrativeField, "Đã làm.")));
        var plain = new ReportSources(MadeSources.Request with { Outline = [], Annexes = [] }, sources.Answers, sources.Sendings, SourceChoice.Accepted);
        var headings = FirstDraft.Of(plain).Where(p => p.Recipe.Kind is BlockKind.Section).Select(p => p.Text);
        Assert.Equal(["Công tác chỉ đạo, triển khai thực hiện", "Kết quả thực hiện", "Đánh giá chung", "Phương hướng, giải pháp trong thời gian tới", "Đề xuất, kiến nghị"], headings);
        Assert.Equal(4, new ReportAnnexes(plain).Of([]).Count);
    }

    private static IReadOnlyList<string> Row(MadeTable table, string unit) => table.Rows.Single(r => r[1].Contains(unit, StringComparison.Ordinal));
}
