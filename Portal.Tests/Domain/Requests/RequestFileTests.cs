using System.Text;
using CsCheck;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Requests;

public sealed class RequestFileTests
{
    private static RequestDefinition Request => BinhSonLetter.Request;

    [Fact]
    public void Letter_of_Binh_Son_has_7_groups_28_units_14_reports_1_duty_and_140_unit_items()
    {
        Assert.Equal(7, Request.Groups.Count);
        Assert.Equal(28, Request.Units.Count);
        Assert.Equal(14, Request.Items.Count(i => i.Kind is ItemKind.Report));
        Assert.Equal("LD-03", Assert.Single(Request.Items, i => i.Kind is ItemKind.Duty).Code);
        Assert.Equal(140, Request.UnitItemCount);
        Assert.Equal(2, Request.OrganisationUnits.Count);
        Assert.Equal(8, Request.Themes.Count);
        Assert.Equal(8, Request.Annexes.Count);
        Assert.Equal(5, Request.Reconciliations.Count);
        Assert.Equal(23, Request.Template.Rules.Count);
    }

    [Fact]
    public void Number_date_period_and_the_superiors_day_stay_unknown()
    {
        Assert.Null(Request.Letter.Number);
        Assert.Null(Request.Letter.Date);
        Assert.Null(Request.ReportPeriod);
        Assert.Null(Request.UpwardDeadline);
        Assert.Equal("3812/SLĐTĐBXH-TEBĐG&PCTNXH", Request.Letter.SuperiorReference!.Number);
    }

    [Fact]
    public void Deadline_is_ten_o_clock_in_Vietnam_and_ten_sharp_is_late()
    {
        Assert.Equal(new DateTimeOffset(2024, 7, 3, 3, 0, 0, TimeSpan.Zero), Request.Deadline.Instant);
        Assert.False(Request.Deadline.Inclusive);
        Assert.Equal("trước 10 giờ ngày 3/7/2024", Request.Deadline.Text);
    }

    [Fact]
    public void Every_item_quotes_a_paragraph_that_stands_in_the_letter()
    {
        foreach (var item in Request.Items)
        {
            Assert.Contains(item.Verbatim, BinhSonLetter.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_clause_stands_in_the_paragraph_it_quotes()
    {
        foreach (var item in Request.Items)
        {
            Assert.Contains(item.Text, item.Verbatim, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Units_come_in_the_order_of_the_letter_and_log_in_by_official_code_or_code()
    {
        Assert.Equal(["CAH", "P-VHTT", "P-TCKH", "P-TNMT", "TT-TTVHTT", "P-LDTBXH", "XA-21040"], Request.Units.Take(7).Select(u => u.Code));
        Assert.Equal(Enumerable.Range(1, 28), Request.Units.Select(u => u.Order));
        Assert.Equal("p-ldtbxh", Request.Units[5].LoginCode);
        Assert.Equal("21040", Request.Units[6].LoginCode);
        Assert.Equal(28, Request.Units.Select(u => u.LoginCode).Distinct().Count());
    }

    [Fact]
    public void Coordinator_reports_on_two_items_and_has_a_duty_besides()
    {
        Assert.Equal(["LD-01", "LD-02"], Request.ReportItemsOf("P-LDTBXH").Select(i => i.Code));
        Assert.Equal(["LD-01", "LD-02", "LD-03"], Request.ItemsOf("P-LDTBXH").Select(i => i.Code));
        Assert.Null(Request.Template.Form("LD-03"));
    }

    [Fact]
    public void Form_draws_figures_then_tables_then_narrative_then_explanation_and_reason()
    {
        var form = Request.Template.Form("XA-06")!;
        Assert.Equal(
            ["XA06.01", "XA06.02", "XA06.03", "XA06.04", "XA06.T1", "trangThaiGiaiQuyet", "ketQuaThucHien", "khoKhanVuongMac", "giaiPhap",
                "thoiHanHoanThanh", "deXuatKienNghi", "kienNghi", "giaiTrinhSoLieu", "lyDoKhongCoMinhChung"],
            form.Fields.Select(f => f.Code));
        Assert.True(form.Field("XA06.01")!.IsIndicator);
        Assert.False(form.Field("ketQuaThucHien")!.IsIndicator);
        Assert.Equal("R20", form.Field("khoKhanVuongMac")!.RequiredWhen);
        Assert.False(form.Field("khoKhanVuongMac")!.Required);
        Assert.Equal("kienNghi", form.At("kienNghi/r1/mucDo") is { Type: FieldType.Choice, Choices.Count: 4 } ? "kienNghi" : null);
    }

    [Fact]
    public void Place_in_a_table_offers_the_22_communes()
    {
        var place = Request.Template.Field("VH-01", "VH01.T1/r1/diaDiem")!;
        Assert.Equal(22, place.Choices.Count);
        Assert.Contains(new Choice("XA-21046", "Bình Thạnh"), place.Choices);
        Assert.Contains(new Choice("XA-21091", "Bình Thanh"), place.Choices);
    }

    [Fact]
    public void Evidence_takes_one_to_twenty_files_of_twenty_megabytes()
    {
        var evidence = Request.Template.Form("CA-01")!.Evidence!;
        Assert.Equal((1, 20, 20), (evidence.MinFiles, evidence.MaxFiles, evidence.MaxFileMegabytes));
        Assert.Equal("lyDoKhongCoMinhChung", evidence.ExemptField!.Code);
        Assert.Equal(["soKyHieu", "ngay", "coQuan", "trichYeu"], evidence.Kinds[0].Required);
        Assert.StartsWith("Kế hoạch", evidence.Hint);
        Assert.Contains(".pdf", evidence.Extensions);
    }

    [Theory]
    [InlineData("\"none\"", null)]
    [InlineData("\"optional\"", Severity.Warn)]
    [InlineData("\"required\"", Severity.Error)]
    public void Rule_on_the_signed_report_is_as_strict_as_the_request_says(string value, Severity? severity)
    {
        var read = RequestFile.Parse(Changed("\"signedReport\": \"optional\"", $"\"signedReport\": {value}"));
        Assert.Equal(severity, read.Value!.Template.Rules.FirstOrDefault(r => r.Code == "R24")?.Severity);
    }

    [Theory]
    [InlineData("\"kind\": \"coordination\"", "\"kind\": \"dream\"", "items[8].kind", "dream")]
    [InlineData("\"instant\": \"2024-07-03T10:00:00+07:00\"", "\"instant\": \"3/7/2024\"", "request.deadline.instant", "3/7/2024")]
    [InlineData("\"expression\": \"VH01.02 <= VH01.01\"", "\"expression\": \"VH01.02 <= <= VH01.01\"", "validationRules[3].expression", "R04", "Ký tự 12")]
    [InlineData("\"expression\": \"VH01.02 <= VH01.01\"", "\"expression\": \"VH01.02 <= VH01.99\"", "validationRules[3].expression", "R04", "VH01.99")]
    [InlineData("sum(TN01.T1.dienTich) = TN01.02", "sum(TN01.T1.viTri) = TN01.02", "validationRules[8].expression", "R09", "TN01.T1.viTri")]
    [InlineData("\"scope\": \"VH-01\"", "\"scope\": \"VH-07\"", "validationRules[3].scope", "VH-07")]
    [InlineData("\"code\": \"CA01.02\"", "\"code\": \"CA01.01\"", "items[0].form.indicators[1]", "CA01.01")]
    [InlineData("\"code\": \"CA02.01\"", "\"code\": \"CA01.01\"", "items[1].form.indicators[0]", "CA01.01")]
    [InlineData("\"code\": \"XA-21043\"", "\"code\": \"XA-21040\"", "units[7]", "XA-21040")]
    [InlineData("\"officialCode\": \"21043\"", "\"officialCode\": \"21040\"", "units[7]", "21040")]
    [InlineData("\"receivingUnitCode\": \"P-LDTBXH\"", "\"receivingUnitCode\": \"P-XYZ\"", "request.receivingUnitCode", "P-XYZ")]
    [InlineData("\"type\": \"unit-ref\"", "\"type\": \"colour\"", "items[2].form.tables[0].columns[1].type", "diaDiem", "colour")]
    [InlineData("\"type\": \"enum:trangThaiGiaiQuyet\"", "\"type\": \"enum:mauSac\"", "baseForms.BASE_ITEM_FORM.fields[0].type", "mauSac")]
    [InlineData("\"left\": \"VH-01.VH01.04\"", "\"left\": \"VH-01.VH01.99\"", "crossUnitReconciliation[0].left", "VH01.99")]
    [InlineData("count(XA-04 where XA04.04 > 0)", "count(XA-04 where XA04.44 > 0)", "crossUnitReconciliation[0].right", "XA04.44")]
    [InlineData("\"annex\": \"PL4\"", "\"annex\": \"PL44\"", "items[0].consolidation.annex", "PL44")]
    [InlineData("\"units\": 28", "\"units\": 27", "counts.units", "27", "28")]
    [InlineData("\"minLength\": 30", "\"minLength\": \"30\"", "baseForms.BASE_ITEM_FORM.fields[1].minLength")]
    [InlineData("\"place\": \"Bình Sơn\"", "\"place\": [1]", "request.place")]
    [InlineData("\"place\": \"Bình Sơn\"", "\"place\": \"\\ud800\"", "request.place")]
    public void Broken_file_names_the_place(string old, string broken, params string[] named)
    {
        var problem = RequestFile.Parse(Changed(old, broken)).Problem;
        Assert.NotNull(problem);
        Assert.All(named, n => Assert.Contains(n, problem.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"request\": 1, \"items\": {}}")]
    [InlineData("{\"request\": {}, \"request\": {}}")]
    [InlineData("{\"enums\": {\"\\ud800\": []}}")]
    public void What_is_no_request_gives_a_problem(string json) => Assert.False(RequestFile.Parse(json).Ok);

    [Fact]
    public void No_damage_to_the_file_throws()
    {
        var bytes = Encoding.UTF8.GetBytes(BinhSonLetter.Json);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Sample((at, b) =>
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] = b;
            var read = RequestFile.Parse(damaged);
            Assert.True(read.Ok || read.Problem!.Text.Length > 0);
        }, iter: 150, threads: 1);
    }

    private static string Changed(string old, string changed)
    {
        var at = BinhSonLetter.Json.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The file no longer says {old}.");
        return string.Concat(BinhSonLetter.Json.AsSpan(0, at), changed, BinhSonLetter.Json.AsSpan(at + old.Length));
    }
}
