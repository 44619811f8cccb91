using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Requests;

/// <summary>The step from one form version to the next (workflow §7): what changes, what may not, and for whom.</summary>
public sealed class AmendmentTests
{
    [Fact]
    public void What_an_item_asks_otherwise_is_named_field_by_field()
    {
        var step = Between(AmendedLetter.New.AddField("XA-01", "XA01.06").RemoveField("XA-01", "XA01.05").Retype("XA-01", "XA01.04", "text").Limit("XA-01", "XA01.03", 10).RemoveColumn("XA-01", "XA01.T1", "coQuan"));
        var item = Assert.Single(step.Items);
        Assert.Equal(("XA-01", ItemChange.Form), (item.Code, item.Change));
        Assert.Equal(
        [
            "XA01.03 Limited", "XA01.04 Retyped", "XA01.05 Removed", "XA01.06 Added", "XA01.T1/coQuan Removed",
        ], item.Diff!.Fields.Select(f => $"{f.Place} {f.Kind}").Order());
        Assert.False(step.Adds);
    }

    [Fact]
    public void A_rule_counts_as_a_change_of_the_items_it_judges()
    {
        var step = Between(AmendedLetter.New.AddRule("R90", "XA-01", "XA01.05 >= XA01.04").AddRule("R91", "unit", "XA02.01 >= XA01.03", "warn"));
        Assert.Equal([("XA-01", "R90"), ("XA-02", "R91")], step.Items.Select(i => (i.Code, string.Join(',', i.Diff!.Rules))).Order());
    }

    [Fact]
    public void Other_words_are_no_other_form()
    {
        var step = Between(AmendedLetter.New.Relabel("XA-01", "XA01.03", "Số văn bản chỉ đạo").Say("subject", "báo cáo bổ sung"));
        Assert.Equal([("XA-01", ItemChange.Words)], step.Items.Select(i => (i.Code, i.Change)));
        Assert.Contains(step.Texts, t => t is { Place: "subject", Now: "báo cáo bổ sung" });
        Assert.All(Enum.GetValues<ItemState>(), s => Assert.Equal(AmendmentRow.None, step.RowOf("XA-01", s, asks: true)));
    }

    [Fact]
    public void A_unit_more_offers_a_place_more_and_changes_no_form() =>
        Assert.Equal((0, "XA-21115"), (Between(AmendedLetter.New.AddUnit("XA-21115", "21115", "G7")).Items.Count(i => i.Change is ItemChange.Form), Between(AmendedLetter.New.AddUnit("XA-21115", "21115", "G7")).UnitsAdded.Single().Code));

    /// <summary>What is not in the table of the workflow.</summary>
    public static TheoryData<string, string> Refused { get; } = new()
    {
        { nameof(Problems.AmendmentNothing), AmendedLetter.New.Json },
        { nameof(Problems.AmendmentOtherRequest), AmendedLetter.New.Say("code", "BS-2025").Json },
        { nameof(Problems.AmendmentMovesDeadline), AmendedLetter.New.Say("deadline", System.Text.Json.Nodes.JsonNode.Parse("""{"text":"trước 10 giờ ngày 4/7/2024","instant":"2024-07-04T10:00:00+07:00","inclusive":false}""")!).Json },
        { nameof(Problems.AmendmentUnitGone), AmendedLetter.New.RemoveUnit("XA-21046").Json },
        { nameof(Problems.AmendmentItemMoves), AmendedLetter.New.MoveItem("XA-06", "G6").Json },
        { nameof(Problems.AmendmentItemRenamed), AmendedLetter.New.Recode("XA-06", "XA-16").Json },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_the_workflow_does_not_know_is_refused(string code, string json) =>
        Assert.Equal(code, Amendment.Between(BinhSonLetter.Request, RequestFile.Parse(json).Value!).Problem?.Code);

    /// <summary>The rows of workflow §7, "Amending the form".</summary>
    [Theory]
    [InlineData(ItemChange.Form, ItemState.NotStarted, AmendmentRow.Moves, AmendmentRow.Moves)]
    [InlineData(ItemChange.Form, ItemState.Drafting, AmendmentRow.Moves, AmendmentRow.Moves)]
    [InlineData(ItemChange.Form, ItemState.SentBack, AmendmentRow.Moves, AmendmentRow.Moves)]
    [InlineData(ItemChange.Form, ItemState.Returned, AmendmentRow.Moves, AmendmentRow.Moves)]
    [InlineData(ItemChange.Form, ItemState.WithHead, AmendmentRow.Dissolves, AmendmentRow.Dissolves)]
    [InlineData(ItemChange.Form, ItemState.Approved, AmendmentRow.Dissolves, AmendmentRow.Dissolves)]
    [InlineData(ItemChange.Form, ItemState.Sent, AmendmentRow.Stays, AmendmentRow.Asked)]
    [InlineData(ItemChange.Form, ItemState.Resent, AmendmentRow.Stays, AmendmentRow.Asked)]
    [InlineData(ItemChange.Form, ItemState.Accepted, AmendmentRow.Stays, AmendmentRow.Asked)]
    [InlineData(ItemChange.Form, ItemState.Included, AmendmentRow.Stays, AmendmentRow.Stays)]
    [InlineData(ItemChange.Form, ItemState.Cancelled, AmendmentRow.None, AmendmentRow.None)]
    [InlineData(ItemChange.TakenAway, ItemState.NotStarted, AmendmentRow.TakenAway, AmendmentRow.TakenAway)]
    [InlineData(ItemChange.TakenAway, ItemState.Included, AmendmentRow.TakenAway, AmendmentRow.TakenAway)]
    [InlineData(ItemChange.None, ItemState.WithHead, AmendmentRow.None, AmendmentRow.None)]
    public void A_state_meets_its_row(ItemChange change, ItemState state, AmendmentRow kept, AmendmentRow asked)
    {
        var step = Between(AmendedLetter.New.AddField("XA-01", "XA01.06").RemoveItem("XA-06"));
        var code = change switch { ItemChange.Form => "XA-01", ItemChange.TakenAway => "XA-06", _ => "XA-02" };
        Assert.Equal(change, step.ChangeOf(code));
        Assert.Equal((kept, asked), (step.RowOf(code, state, asks: false), step.RowOf(code, state, asks: true)));
    }

    [Fact]
    public void The_outlook_counts_by_row_and_says_how_many_there_will_be()
    {
        var step = Between(AmendedLetter.New.AddField("XA-01", "XA01.06").AddItem("XA-07", "G7", "XA-01").RemoveItem("XA-06").AddUnit("XA-21115", "21115", "G7"));
        StandingItem[] standing =
        [
            .. BinhSonLetter.Request.Units.SelectMany(u => BinhSonLetter.Request.ReportItemsOf(u.Code).Select(i => new StandingItem(u.Code, i.Code,
                u.Code switch { "XA-21040" => ItemState.WithHead, "XA-21043" => ItemState.Sent, _ => ItemState.NotStarted }, u.Code == "XA-21040" ? 1 : null))),
        ];
        var outlook = AmendmentOutlook.Of(step, standing, asks: true);
        Assert.Equal((20, 1, 1, 22, 22), (outlook.Count(AmendmentRow.Moves), outlook.Count(AmendmentRow.Dissolves), outlook.Count(AmendmentRow.Asked), outlook.Count(AmendmentRow.Added), outlook.Count(AmendmentRow.TakenAway)));
        Assert.Equal(["XA-21040"], outlook.Dissolved);
        Assert.Equal((140, 146), (outlook.Before, outlook.After));
    }

    [Fact]
    public void Of_several_versions_each_item_has_its_own_form_and_rules_and_what_an_older_form_lacks_does_not_fire()
    {
        var newer = AmendedLetter.New.AddField("XA-01", "XA01.06", required: true).AddRule("R90", "XA-01", "XA01.06 > 0").AddRule("R91", "unit", "XA02.01 > XA01.06").AddRule("R92", "unit", "XA02.01 > XA01.03").Read();
        var of = BinhSonLetter.Request.ReportItemsOf("XA-21046").ToDictionary(i => i.Code, _ => newer);
        of[ItemForm.CoverCode] = newer;
        of["XA-01"] = BinhSonLetter.Request;
        var composed = ComposedForms.Of(newer, newer, of).Template;
        Assert.Null(composed.Form("XA-01")!.Field("XA01.06"));
        Assert.Equal(["R92"], composed.Rules.Select(r => r.Code).Intersect(["R90", "R91", "R92"]));
        var sheet = Answers.Sheet("XA-01", "XA01.03=7");
        Assert.DoesNotContain(FormCheck.Item(composed, sheet, "XA-01"), f => f.Code is "R90" or "R91");
        Assert.Equal(BinhSonLetter.Request.Template.RulesOf("XA-04").Select(r => r.Code).Order(), composed.RulesOf("XA-04").Select(r => r.Code).Order());
    }

    [Theory]
    [InlineData("XA01.03", "7", true)]
    [InlineData("XA01.03", "12", false)] // above the new limit
    [InlineData("XA01.04", "3", false)] // another kind of value
    [InlineData("XA01.05", "2", false)] // asked for no longer
    [InlineData("ketQuaThucHien", "Đã ban hành.", true)]
    [InlineData("trangThaiGiaiQuyet", "DANG_GIAI_QUYET", true)]
    [InlineData("trangThaiGiaiQuyet", "KHAC", false)] // no option
    [InlineData("XA01.T1/r1/trichYeu", "Kế hoạch", true)]
    [InlineData("XA01.T1/r1/coQuan", "UBND xã", false)]
    [InlineData("XA01.T1/r1/#", "1", true)]
    public void A_value_stays_where_it_could_be_typed_now(string path, string value, bool fits)
    {
        var now = AmendedLetter.New.RemoveField("XA-01", "XA01.05").Retype("XA-01", "XA01.04", "text").Limit("XA-01", "XA01.03", 10).RemoveColumn("XA-01", "XA01.T1", "coQuan").Read();
        Assert.Equal(fits, FormFit.Fits(BinhSonLetter.Request.Template.Form("XA-01")!, now.Template.Form("XA-01")!, path, value));
    }

    [Fact]
    public void Versions_by_different_forms_stand_side_by_side_each_by_its_own()
    {
        var old = BinhSonLetter.Request.Template.Form("XA-01")!;
        var now = AmendedLetter.New.RemoveField("XA-01", "XA01.05").Retype("XA-01", "XA01.04", "text").AddField("XA-01", "XA01.06").Read().Template.Form("XA-01")!;
        var lines = AnswerLines.Of(now, new Dictionary<string, string> { ["XA01.03"] = "7", ["XA01.04"] = "1234", ["XA01.05"] = "2" }, new Dictionary<string, string> { ["XA01.03"] = "7", ["XA01.04"] = "ba buổi", ["XA01.06"] = "4" }, true, old)
            .Where(l => l.Path.StartsWith("XA01.0", StringComparison.Ordinal) && (l.Before ?? l.After) is not null).Select(l => (l.Path, l.Before, l.After, l.Changed)).ToList();
        Assert.Equal([("XA01.03", "7", "7", false), ("XA01.04", null, "ba buổi", true), ("XA01.06", null, "4", true), ("XA01.04", "1.234", null, true), ("XA01.05", "2", null, true)], lines);
    }

    private static Amendment Between(AmendedLetter letter)
    {
        var step = Amendment.Between(BinhSonLetter.Request, letter.Read());
        Assert.True(step.Ok, step.Problem?.Text);
        return step.Value!;
    }
}
