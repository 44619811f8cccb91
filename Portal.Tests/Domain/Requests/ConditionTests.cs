using Portal.Domain.Requests;
using Portal.Domain.Requests.Expressions;

namespace Portal.Tests.Domain.Requests;

/// <summary>A small form with conditions: chosen → number → note, and a column that is asked for only then.</summary>
public sealed class ConditionTests
{
    private static readonly ItemForm Form = new("I-01",
    [
        new("chosen", "Có chỉ tiêu", FieldType.Boolean) { Required = true },
        new("number", "Số chỉ tiêu", FieldType.Integer) { Required = true, VisibleWhen = Read("chosen = true") },
        new("note", "Ghi chú", FieldType.LongText) { Required = true, VisibleWhen = Read("number > 1") },
        new("T1", "Danh mục", FieldType.Table)
        {
            MinRows = 1,
            Columns = [new("name", "Tên", FieldType.Text) { Required = true }, new("cost", "Kinh phí", FieldType.Integer) { Required = true, VisibleWhen = Read("chosen = true") }],
        },
    ], null);

    /// <summary>The small form and its two rules.</summary>
    internal static readonly FormTemplate Template = new(new Dictionary<string, ItemForm> { [Form.ItemCode] = Form }, new(ItemForm.CoverCode, [], null),
        [new("R1", "I-01", Severity.Error, "number >= 1", Read("number >= 1"), "Ít nhất một.", "proposal"), new("R2", "I-01", Severity.Error, "sum(T1.cost) <= 10", Read("sum(T1.cost) <= 10"), "Nhiều nhất mười.", "proposal")]);

    [Theory]
    [InlineData("", "number,note,T1/cost")]
    [InlineData("chosen=false", "number,note,T1/cost")]
    [InlineData("chosen=true", "note")]
    [InlineData("chosen=true; number=1", "note")]
    [InlineData("chosen=true; number=2", "")]
    [InlineData("chosen=false; number=2", "number,note,T1/cost")]
    public void Field_is_shown_only_when_its_condition_is_true(string answers, string hidden) =>
        Assert.Equal(hidden, string.Join(',', Conditions.Hidden(Form, Answers.Sheet("I-01", answers))));

    [Fact]
    public void Hidden_field_is_not_missed_and_its_value_breaks_no_rule()
    {
        const string Rows = "T1/a/#=1; T1/a/name=x; T1/a/cost=99";
        Assert.Empty(FormCheck.Item(Template, Answers.Sheet("I-01", $"chosen=false; number=0; {Rows}"), "I-01"));
        Assert.Equal(["R1", "R2"], FormCheck.Item(Template, Answers.Sheet("I-01", $"chosen=true; number=0; {Rows}"), "I-01").Select(f => f.Code));
        Assert.Equal(["number", "T1/a/cost"], FormCheck.Item(Template, Answers.Sheet("I-01", "chosen=true; T1/a/#=1; T1/a/name=x"), "I-01").Select(f => f.Path));
    }

    [Fact]
    public void Hidden_value_is_kept_and_left_out_of_what_is_sent()
    {
        var values = new Dictionary<string, string> { ["chosen"] = "false", ["number"] = "2", ["note"] = "x", ["T1/a/#"] = "1", ["T1/a/name"] = "y", ["T1/a/cost"] = "3" };
        Assert.Equal(["chosen", "T1/a/#", "T1/a/name"], Conditions.Shown(Form, values).Select(v => v.Key));
        values["chosen"] = "true";
        Assert.Equal(values.Keys, Conditions.Shown(Form, values).Select(v => v.Key));
    }

    [Fact]
    public void Browser_is_given_the_conditions() =>
        Assert.Contains("""
            "when":{"number":["=",["v","chosen"],["t",true]],"note":[">",["v","number"],["n","1"]],"T1/cost":["=",["v","chosen"],["t",true]]}
            """.Trim(), BrowserRules.Of(Template, "I-01"));

    [Fact]
    public void Letter_of_Binh_Son_has_none() => Assert.DoesNotContain(BinhSonLetter.Request.Template.Items.Values.Append(BinhSonLetter.Request.Template.Cover), Conditions.Any);

    [Theory]
    [InlineData("XA03.02", "XA03.01 = true", null)]
    [InlineData("XA03.02", "XA03.01 = = true", "visibleWhen", "Ký tự 11")]
    [InlineData("XA03.02", "XA04.01 > 0", "visibleWhen", "XA04.01")]
    [InlineData("XA03.02", "nothing = true", "visibleWhen", "nothing")]
    [InlineData("XA03.02", "evidence.count > 0", "visibleWhen", "evidence.count")]
    [InlineData("XA03.02", "XA03.02 > 0", "visibleWhen", "XA03.02", "vòng tròn")]
    public void File_is_read_with_its_conditions_and_names_the_place_of_a_wrong_one(string field, string condition, params string[]? named)
    {
        var read = RequestFile.Parse(With((field, condition)));
        if (named is null)
        {
            Assert.Equal(Read(condition), read.Value!.Template.Field("XA-03", field)!.VisibleWhen);
            return;
        }

        Assert.NotNull(read.Problem);
        Assert.All(named, n => Assert.Contains(n, read.Problem.Text));
    }

    [Fact]
    public void Circle_of_conditions_is_refused()
    {
        Assert.True(RequestFile.Parse(With(("XA03.02", "XA03.03 > 0"))).Ok);
        Assert.Contains("vòng tròn", RequestFile.Parse(With(("XA03.02", "XA03.03 > 0"), ("XA03.03", "XA03.02 > 0"))).Problem!.Text);
    }

    private static string With(params (string Field, string Condition)[] conditions)
    {
        var json = BinhSonLetter.Json;
        foreach (var (field, condition) in conditions)
        {
            var code = $"\"code\": \"{field}\"";
            Assert.Contains(code, json);
            json = json.Replace(code, $"{code}, \"visibleWhen\": \"{condition}\"", StringComparison.Ordinal);
        }

        return json;
    }

    private static Expression Read(string text) => ExpressionParser.Parse(text).Value!;
}
