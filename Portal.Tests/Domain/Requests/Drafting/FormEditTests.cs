using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Drafting;

namespace Portal.Tests.Domain.Requests.Drafting;

/// <summary>Forms and rules of a draft: added, written, ordered, switched off; refused with the reason when something else would break.</summary>
public sealed class FormEditTests
{
    private const string Item = "XA-03";

    private static readonly FieldDraft Count = new("Số lớp mở trong kỳ", FieldType.Integer) { Min = 0, Rollup = "sum", Unit = "lớp", Guidance = "Tính cả lớp phối hợp." };

    private static DraftFile File() => DraftFile.Of(BinhSonLetter.Json).Value!;

    private static List<string> Codes(DraftFile file) => [.. DraftForms.Of(file).Form(Item)!.Fields.Where(f => !f.Off).Select(f => f.Code)];

    [Fact]
    public void Added_field_gets_the_next_code_of_its_item_and_is_read_by_the_form()
    {
        var file = File();
        Assert.Null(file.Change(new AddField(Item, Count)));
        var added = RequestFile.Parse(file.ToJson()).Value!.Template.Form(Item)!.Fields.Where(f => f.IsOwn && f.Type is not FieldType.Table).Last();
        Assert.Equal(("Số lớp mở trong kỳ", "lớp", "Tính cả lớp phối hợp.", 0m, "sum"), (added.Label, added.Unit, added.Guidance, added.Min, added.Rollup));
        Assert.StartsWith("XA03.", added.Code);
        Assert.DoesNotContain(added.Code, Codes(File()));
    }

    [Fact]
    public void Choice_gets_options_with_codes_and_keeps_them_when_it_is_written_anew()
    {
        var file = File();
        Assert.Null(file.Change(new AddField(Item, new("Mức", FieldType.Choice) { Rollup = "count_by_value", Choices = [new("", "Đã xong"), new("", "Chưa xong")] })));
        var added = DraftForms.Of(file).Form(Item)!.Fields.Last(f => f.Draft.Type is FieldType.Choice);
        Assert.Equal(["DA_XONG", "CHUA_XONG"], added.Draft.Choices.Select(c => c.Code));
        Assert.Null(file.Change(new WriteField(Item, added.Code, added.Draft with { Choices = [new("", "Chưa xong"), new("", "Đang làm")] })));
        Assert.Equal(["CHUA_XONG", "DANG_LAM"], DraftForms.Of(file).Template.Form(Item)!.Field(added.Code)!.Choices.Select(c => c.Code));
    }

    [Fact]
    public void Table_has_its_columns_in_order()
    {
        var file = File();
        Assert.Null(file.Change(new AddField(Item, new("Danh mục lớp", FieldType.Table) { Rollup = "concat", Columns = [new("", "Nội dung", FieldType.Text) { Required = true }, new("", "Số người", FieldType.Integer)] })));
        var table = RequestFile.Parse(file.ToJson()).Value!.Template.Form(Item)!.Fields.Last(f => f is { IsOwn: true, Type: FieldType.Table });
        Assert.Equal([("noiDung", true), ("soNguoi", false)], table.Columns.Select(c => (c.Code, c.Required)));
    }

    [Theory]
    [InlineData("", FieldType.Integer, "sum", null, nameof(Problems.DraftTextBlank))]
    [InlineData("a", FieldType.Text, "sum", null, nameof(Problems.FormRollup))]
    [InlineData("a", FieldType.Choice, "list", null, nameof(Problems.FormFewOptions))]
    [InlineData("a", FieldType.Table, "concat", null, nameof(Problems.FormNoColumns))]
    [InlineData("a", FieldType.Integer, "sum", "XA03.01 = 3", nameof(Problems.ExpressionTypesDiffer))]
    [InlineData("a", FieldType.Integer, "sum", "XA99.01 = 3", nameof(Problems.ExpressionUnknown))]
    public void Wrong_definition_is_refused_and_changes_nothing(string label, FieldType type, string rollup, string? when, string code)
    {
        var file = File();
        var before = file.ToJson();
        Assert.Equal(code, file.Change(new AddField(Item, new(label, type) { Rollup = rollup, VisibleWhen = when }))?.Code);
        Assert.Equal(before, file.ToJson());
    }

    [Fact]
    public void Switched_off_field_leaves_the_form_and_comes_back_to_its_place()
    {
        var file = File();
        Assert.Null(file.Change(new AddField(Item, Count)));
        Assert.Null(file.Change(new AddField(Item, Count with { Label = "Ô sau" })));
        var (order, code) = (Codes(file), Codes(file)[^2]);
        Assert.Null(file.Change(new SwitchField(Item, code, false)));
        Assert.Null(RequestFile.Parse(file.ToJson()).Value!.Template.Form(Item)!.Field(code));
        Assert.True(Assert.Single(DraftForms.Of(file).Form(Item)!.Fields, f => f.Code == code).Off);
        Assert.Null(file.Change(new SwitchField(Item, code, true)));
        Assert.Equal(order, Codes(file));
    }

    [Fact]
    public void Field_that_a_rule_names_is_neither_switched_off_nor_removed()
    {
        var file = File();
        Assert.Equal(nameof(Problems.FormFieldNamed), file.Change(new SwitchField("XA-06", "XA06.03", false))?.Code);
        Assert.Equal(nameof(Problems.FormFieldNamed), file.Change(new RemoveField("XA-06", "XA06.03"))?.Code);
        Assert.Null(file.Change(new SwitchRule("R18", false)));
        Assert.Null(file.Change(new RemoveField("XA-06", "XA06.03")));
        Assert.Equal(nameof(Problems.ExpressionUnknown), file.Change(new SwitchRule("R18", true))?.Code);
    }

    [Fact]
    public void Base_field_is_switched_off_where_every_report_can_do_without_it()
    {
        var file = File();
        Assert.Equal(nameof(Problems.FormStatusFixed), file.Change(new SwitchField(Item, ItemForm.StatusField, false))?.Code);
        Assert.Equal(nameof(Problems.FormStatusFixed), file.Change(new SwitchField(Item, ItemForm.NarrativeField, false))?.Code);
        Assert.Equal(nameof(Problems.FormFieldNamed), file.Change(new SwitchField(Item, "khoKhanVuongMac", false))?.Code);
        Assert.Null(file.Change(new SwitchField(Item, "deXuatKienNghi", false)));
        Assert.Null(RequestFile.Parse(file.ToJson()).Value!.Template.Form(Item)!.Field("deXuatKienNghi"));
        Assert.Null(file.Change(new SwitchField(Item, "deXuatKienNghi", true)));
        Assert.NotNull(RequestFile.Parse(file.ToJson()).Value!.Template.Form(Item)!.Field("deXuatKienNghi"));
    }

    [Fact]
    public void Field_moves_among_its_kind()
    {
        var file = File();
        var last = DraftForms.Of(file).Form("XA-02")!.Fields.Last(f => f.Draft.Type is not FieldType.Table).Code;
        Assert.Null(file.Change(new MoveField("XA-02", last, 0)));
        Assert.Equal(last, RequestFile.Parse(file.ToJson()).Value!.Template.Form("XA-02")!.Fields[0].Code);
    }

    [Fact]
    public void Rule_is_added_written_switched_and_removed()
    {
        var file = File();
        var rule = new RuleDraft(Item, Severity.Explain, "XA03.02 <= 9", "Nhiều quá.");
        Assert.Null(file.Change(new AddRule(rule)));
        var code = Assert.Single(DraftForms.Of(file).Rules, r => r.Message == "Nhiều quá.").Code;
        Assert.Equal("R19", code);
        Assert.Null(file.Change(new WriteRule(code, rule with { Severity = Severity.Warn })));
        Assert.Equal(Severity.Warn, RequestFile.Parse(file.ToJson()).Value!.Template.Rules.Single(r => r.Code == code).Severity);
        Assert.Null(file.Change(new SwitchRule(code, false)));
        Assert.DoesNotContain(RequestFile.Parse(file.ToJson()).Value!.Template.Rules, r => r.Code == code);
        Assert.Null(file.Change(new SwitchRule(code, true)));
        Assert.Contains(RequestFile.Parse(file.ToJson()).Value!.Template.Rules, r => r.Code == code);
        Assert.Null(file.Change(new RemoveRule(code)));
        Assert.Equal(nameof(Problems.FormRuleUnknown), file.Change(new RemoveRule(code))?.Code);
        Assert.Equal(("expression", nameof(Problems.ExpressionTypesDiffer)), file.Change(new AddRule(rule with { Expression = "XA03.01 > 2" })) is { } p ? (p.Field, p.Code) : default);
    }

    [Fact]
    public void Documents_are_asked_for_within_limits()
    {
        var file = File();
        Assert.Equal(nameof(Problems.FormMinOverMax), file.Change(new SetEvidence(Item, 3, 2, null))?.Code);
        Assert.Null(file.Change(new SetEvidence(Item, 2, 5, "Kế hoạch, quyết định.")));
        var asked = RequestFile.Parse(file.ToJson()).Value!.Template.Form(Item)!.Evidence!;
        Assert.Equal((2, 5, "Kế hoạch, quyết định."), (asked.MinFiles, asked.MaxFiles, asked.Hint));
    }

    [Fact]
    public void Ready_made_indicators_take_a_fresh_code_where_theirs_is_taken()
    {
        var ready = ReadyFields.Of(BinhSonLetter.Json, "CU");
        Assert.Equal(BinhSonLetter.Request.Template.Items.Values.Sum(f => f.Fields.Count(x => x.IsOwn)), ready.Count);
        var file = File();
        Assert.Null(file.Change(new PickFields(Item, [ready.First(r => r.Code == "LD01.03"), ready.First(r => r.Code == "LD01.T1")])));
        var form = RequestFile.Parse(file.ToJson()).Value!.Template.Form(Item)!;
        Assert.Contains(form.Fields, f => f.Label == "Tổng số lượt người được tập huấn" && f.Code.StartsWith("XA03.", StringComparison.Ordinal));
        Assert.Contains(form.Fields, f => f is { Label: "Danh mục lớp tập huấn", Columns.Count: 4 } && f.Code.StartsWith("XA03.T", StringComparison.Ordinal));
    }
}
