using CsCheck;
using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Drafting;

namespace Portal.Tests.Domain.Requests;

/// <summary>A request while it is written: each change does what it says, nothing is lost that was not taken away, and what is complete is a definition.</summary>
public sealed class DraftTests
{
    private const string Letter = "1. Công an huyện: Công tác thực hiện nghiêm Luật Trẻ em, các vấn đề vi phạm pháp luật liên quan đến trẻ em.\n2. UBND xã báo cáo trước 10 giờ ngày 3/7/2024.";

    private static readonly string Starter = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Letters", "starter.json"));
    private static readonly RequestUnit Office = new("P-LDTBXH", "Phòng LĐ-TB&XH", "Phòng Lao động - Thương binh và Xã hội", "phong", null, 1);
    private static readonly RequestUnit Police = new("CAH", "Công an huyện", "Công an huyện Bình Sơn", "cong-an", null, 2);
    private static readonly RequestUnit Commune = new("XA-21046", "UBND xã Bình Thạnh", "Ủy ban nhân dân xã Bình Thạnh", "xa", null, 3) { OfficialCode = "21046" };

    [Fact]
    public void Words_marked_in_the_letter_become_an_item_with_its_paragraph_and_its_place()
    {
        var file = Begun();
        var at = Letter.IndexOf("Công tác thực hiện", StringComparison.Ordinal);
        const string words = "Công tác thực hiện nghiêm Luật Trẻ em";
        Change(file, new AddItem("G1", null, new(at, words.Length)));
        var item = file.Items[^1];
        Assert.Equal((words, Letter.Split('\n')[0], at), (item.Text, item.Verbatim, item.Span!.Value.Start));
        Assert.Contains(file.Marks, m => m.Key == LetterMark.OfItem(item.Code) && m.Kind == MarkKind.Item);
        Assert.Equal(nameof(Problems.DraftSpanOutside), file.Change(new AddItem("G1", null, new(Letter.Length - 3, 10)))?.Code);
    }

    [Fact]
    public void An_item_is_split_at_the_cursor_and_merged_again_to_the_words_of_the_letter()
    {
        var file = Begun();
        var at = Letter.IndexOf("Công tác", StringComparison.Ordinal);
        Change(file, new AddItem("G1", null, new(at, Letter.IndexOf('.', at) - at)));
        var whole = file.Items[^1].Text;
        Change(file, new SplitItem("CA-01", whole.IndexOf(", các", StringComparison.Ordinal)));
        Assert.Equal(["Công tác thực hiện nghiêm Luật Trẻ em", "các vấn đề vi phạm pháp luật liên quan đến trẻ em"], file.Items.Select(i => i.Text));
        Assert.Equal(["Công tác thực hiện nghiêm Luật Trẻ em", "Các vấn đề vi phạm pháp luật liên quan đến trẻ em"], file.Items.Select(i => i.Title));
        Assert.All(file.Items, i => Assert.Equal(i.Text, Letter.Substring(i.Span!.Value.Start, i.Span.Value.Length)));
        Assert.Equal(nameof(Problems.DraftSplitNowhere), file.Change(new SplitItem("CA-01", 0))?.Code);
        Change(file, new MergeItems("CA-01"));
        Assert.Equal((1, whole), (file.Items.Count, file.Items[0].Text));
        Assert.Equal(nameof(Problems.DraftNothingToMerge), file.Change(new MergeItems("CA-01"))?.Code);
    }

    [Fact]
    public void Items_move_within_their_group_and_into_another_and_keep_code_and_form()
    {
        var file = Begun();
        Change(file, new AddGroup("UBND xã"), new AddItem("G1", "Một", null), new AddItem("G1", "Hai", null), new AddItem("G1", "Ba", null));
        Change(file, new MoveItem("CA-03", "G1", 0));
        Assert.Equal(["CA-03", "CA-01", "CA-02"], file.Groups[0].Items.Select(i => i.Code));
        Change(file, new MoveItem("CA-01", "G2", 0));
        Assert.Equal(["CA-03 CA-02", "CA-01"], file.Groups.Select(g => string.Join(' ', g.Items.Select(i => i.Code))));
        Change(file, new MoveGroup("G2", 0));
        Assert.Equal(["CA-01", "CA-03", "CA-02"], file.Items.Select(i => i.Code));
    }

    [Fact]
    public void A_duty_has_no_form_and_is_not_counted_and_gets_its_form_back()
    {
        var file = Complete();
        Assert.Equal(new DraftNumbers(2, 2, 2, 2, 0), file.Numbers);
        Change(file, new SetItemKind("CA-01", ItemKind.Duty));
        Assert.Equal(new DraftNumbers(2, 2, 1, 1, 1), file.Numbers);
        Assert.Null(RequestFile.Parse(file.ToJson()).Value!.Template.Form("CA-01"));
        Assert.Equal(nameof(Problems.DraftNothingAsked), Assert.Single(DraftCheck.Of(file)).Code);
        Change(file, new SetItemKind("CA-01", ItemKind.Report));
        Assert.NotNull(RequestFile.Parse(file.ToJson()).Value!.Template.Form("CA-01"));
    }

    [Fact]
    public void A_unit_is_in_one_group_and_whoever_coordinates_and_reports_is_listed_once()
    {
        var file = Complete();
        Assert.Equal(["P-LDTBXH"], Definition(file).OrganisationUnits.Select(u => u.Code));
        Change(file, new SetUnits("G2", [Commune, Police, Office], []));
        Assert.Equal(["", "XA-21046 CAH P-LDTBXH"], file.Groups.Select(g => string.Join(' ', g.Units.Select(u => u.Code))));
        Change(file, new SetUnits("G1", [Police], []));
        Assert.Equal(["XA-21046", "P-LDTBXH"], file.Groups[1].Units.Select(u => u.Code));
        Assert.Empty(Definition(file).OrganisationUnits);
        Change(file, new SetUnits("G2", [Commune], []));
        Assert.Equal(["P-LDTBXH"], Definition(file).OrganisationUnits.Select(u => u.Code));
    }

    [Fact]
    public void What_is_missing_is_named_and_what_is_complete_is_a_definition()
    {
        var file = Begun();
        Assert.Equal(
            [nameof(Problems.DraftNoSubject), nameof(Problems.DraftNoIssuer), nameof(Problems.DraftPointsOpen), nameof(Problems.DraftNoUnits), nameof(Problems.DraftNoItems)],
            DraftCheck.Of(file).Select(p => p.Code));
        Change(file, new SetUnits("G1", [], ["Đội Thuế số 3"]));
        Assert.Contains(DraftCheck.Of(file), p => p.Code == nameof(Problems.DraftUnmatched) && p.Text.Contains("Đội Thuế số 3", StringComparison.Ordinal));
        var complete = Complete();
        Assert.Empty(DraftCheck.Of(complete));
        var read = Definition(complete);
        Assert.Equal(("YC-2024-001", 2, 2, null, null), (read.Code, read.UnitItemCount, read.Groups.Count, read.Letter.Number, read.Letter.Date));
        Assert.Equal(new DateTimeOffset(2024, 7, 3, 10, 0, 0, TimeSpan.FromHours(7)), read.Deadline.Instant);
    }

    [Fact]
    public void An_open_point_is_settled_by_filling_it_in_or_by_saying_that_it_is_not_needed_and_opens_again()
    {
        var file = Begun();
        Assert.All(file.Points, p => Assert.Null(p.Settled));
        Change(file, new SetFact(OpenPoint.Period, "Số liệu đến 30/6/2024"), new SettlePoint(OpenPoint.Recommendations, "Không cần."));
        Assert.Equal([OpenPoint.Deadline, OpenPoint.Upward], file.Points.Where(p => p.Settled is null).Select(p => p.Code));
        Change(file, new SettlePoint(OpenPoint.Recommendations, null), new SetFact(OpenPoint.Period, " "));
        Assert.Equal(4, file.Points.Count(p => p.Settled is null));
    }

    [Fact]
    public void A_copy_keeps_groups_items_and_forms_and_leaves_number_days_and_letter_behind()
    {
        var copied = DraftFile.Copy(BinhSonLetter.Json, "YC-2025-007", Office).Value!;
        Assert.Equal(new DraftNumbers(7, 28, 14, 140, 1), copied.Numbers);
        Assert.Equal(("YC-2025-007", null, null, "", null), (copied.Fact("code"), copied.Fact("number"), copied.Fact("date"), copied.Letter, copied.Deadline.At));
        Assert.Equal(4, copied.Points.Count(p => p.Settled is null));
        Settle(copied);
        Assert.Equal(BinhSonLetter.Request.Template.Rules.Count, Definition(copied).Template.Rules.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"request\":{}}")]
    [InlineData("{\"request\":[],\"groups\":[],\"items\":[]}")]
    public void A_file_that_is_no_definition_is_refused(string json) => Assert.Equal(nameof(Problems.DraftFileBroken), DraftFile.Import(json, "YC-2024-001", Office).Problem?.Code);

    [Fact]
    public void Strange_values_in_a_file_are_read_as_blank_and_named_before_it_can_be_issued()
    {
        var file = DraftFile.Import("""{"request":{"subject":7,"addressees":[1,null]},"groups":[{"code":"G1","title":3,"unmatched":[5]}],"items":[{"code":"A","groupCode":"G1","text":[]}],"settled":{"deadline":4},"units":[3],"reading":"x"}""", "YC-2024-001", Office).Value!;
        Assert.Equal((null, "", 1), (file.Fact("subject"), file.Groups[0].Title, file.Groups[0].Items.Count));
        Assert.NotEmpty(DraftCheck.Of(file));
    }

    [Theory]
    [InlineData("date", "31/12/2024")]
    [InlineData("upwardDeadline", "ngày mai")]
    [InlineData("nothing.known", "x")]
    public void A_refused_change_leaves_the_file_as_it_was(string path, string value)
    {
        var file = Complete();
        var before = file.ToJson();
        Assert.NotNull(file.Change(new SetFact(path, value)));
        Assert.Equal(before, file.ToJson());
    }

    /// <summary>Whatever is pressed in whatever order: no exception, every item in a group that exists, counts that are true.</summary>
    [Fact]
    public void Any_presses_in_any_order_leave_a_sound_file() => Gen.Select(Gen.Int[0, 9], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[-1, 60]).List[1, 40].Sample(presses =>
    {
        var file = Complete();
        foreach (var (verb, a, b, at) in presses)
        {
            var items = file.Items;
            var item = a < items.Count ? items[a].Code : "X-99";
            var group = b < file.Groups.Count ? file.Groups[b].Code : "G99";
            _ = file.Change(verb switch
            {
                0 => new AddGroup($"Nhóm {at}"),
                1 => new RemoveGroup(group),
                2 => new MoveGroup(group, at),
                3 => new AddItem(group, null, new(at, 12), a),
                4 => new SplitItem(item, at),
                5 => new MergeItems(item),
                6 => new MoveItem(item, group, at),
                7 => new SetItemKind(item, a % 2 == 0 ? ItemKind.Duty : ItemKind.Report),
                8 => new RemoveItem(item),
                _ => new SetUnits(group, a % 2 == 0 ? [Police, Office] : [Commune], []),
            });
        }

        Assert.All(file.Items, i => Assert.Contains(file.Groups, g => g.Code == i.GroupCode && g.Items.Contains(i)));
        Assert.Equal(file.Items.Count, file.Items.Select(i => i.Code).Distinct().Count());
        Assert.Equal(file.Items.Count, file.Groups.Sum(g => g.Items.Count));
        Assert.All(file.Marks, m => Assert.InRange(m.Span.End, 0, Letter.Length));
        var read = RequestFile.Parse(file.ToJson());
        Assert.True(read.Ok || read.Problem!.Code == nameof(Problems.RequestFileBroken));
    }, iter: 300);

    private static DraftFile Begun()
    {
        var file = DraftFile.Start(Starter, "YC-2024-001", Office, Letter);
        Change(file, new AddGroup("Công an huyện"));
        return file;
    }

    private static DraftFile Complete()
    {
        var file = Begun();
        Change(file, new SetUnits("G1", [Police], []), new AddItem("G1", "Công tác thực hiện nghiêm Luật Trẻ em", null), new AddGroup("UBND xã"), new SetUnits("G2", [Commune], []), new AddItem("G2", "Công tác lãnh đạo, chỉ đạo", null),
            new SetFact("subject", "báo cáo công tác trẻ em"), new SetFact("issuingBody", "Ủy ban nhân dân huyện Bình Sơn"), new SetFact("deadline.instant", "2024-07-03T10:00:00+07:00"));
        Settle(file);
        return file;
    }

    private static void Settle(DraftFile file) => Change(file, [.. OpenPoint.All.Select(p => new SettlePoint(p, "Không cần."))]);

    private static RequestDefinition Definition(DraftFile file)
    {
        var read = RequestFile.Parse(file.ToJson());
        Assert.True(read.Ok, read.Problem?.Text);
        return read.Value!;
    }

    private static void Change(DraftFile file, params DraftEdit[] edits) => Assert.All(edits, e => Assert.Null(file.Change(e)));
}
