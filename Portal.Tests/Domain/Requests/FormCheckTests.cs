using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Requests;

public sealed class FormCheckTests
{
    private const string Narrative = "ketQuaThucHien=Đã phối hợp tổ chức 02 lớp tập huấn cho đội ngũ cộng tác viên";

    private static FormTemplate Template => BinhSonLetter.Request.Template;

    private static IReadOnlyList<Finding> Check(string item, string answers) => FormCheck.Item(Template, Answers.Sheet(item, answers), item);

    [Fact]
    public void Complete_item_has_nothing_to_remark() =>
        Assert.Empty(Check("XA-06", $"XA06.01=2; XA06.02=60; XA06.03=12; XA06.04=48; trangThaiGiaiQuyet=DA_GIAI_QUYET_DUT_DIEM; {Narrative}; evidence=1"));

    [Fact]
    public void Untouched_item_misses_its_required_figures_status_narrative_and_documents()
    {
        var findings = Check("XA-06", "");
        Assert.Equal(["XA06.01", "XA06.02", "trangThaiGiaiQuyet", "ketQuaThucHien"], findings.Where(f => f.Kind is FindingKind.Missing).Select(f => f.Path));
        Assert.Equal("Chưa chọn: Mức độ giải quyết.", findings[2].Message);
        Assert.Equal("R22", findings[^1].Code);
        Assert.All(findings, f => Assert.True(f.Blocks));
    }

    [Fact]
    public void Zero_is_an_answer_and_blank_is_not()
    {
        Assert.DoesNotContain(Check("XA-06", "XA06.01=0; XA06.02=0"), f => f.Path is "XA06.01" or "XA06.02");
        Assert.Contains(Check("XA-06", "XA06.01= "), f => f.Path == "XA06.01");
    }

    [Fact]
    public void Broken_sum_shows_its_figures_and_blocks_until_explained()
    {
        var broken = Assert.Single(Check("XA-06", "XA06.02=64; XA06.03=12; XA06.04=48"), f => f.Code == "R18");
        Assert.Equal(FindingKind.Explain, broken.Kind);
        Assert.Equal("64 ≠ 12 + 48 = 60, lệch 4", broken.Detail);
        Assert.Equal("XA06.02", broken.Path);
        Assert.True(broken.Blocks);

        var explained = Assert.Single(Check("XA-06", "XA06.02=64; XA06.03=12; XA06.04=48; giaiTrinhSoLieu=04 lượt người là cán bộ thôn"), f => f.Code == "R18");
        Assert.True(explained.Resolved);
        Assert.False(explained.Blocks);
    }

    [Fact]
    public void Broken_sum_of_a_column_shows_decimals_the_Vietnamese_way()
    {
        var broken = Assert.Single(Check("TN-01", "TN01.02=1200; TN01.T1/a/#=1; TN01.T1/a/dienTich=1234.5"), f => f.Code == "R09");
        Assert.Equal("1.234,5 ≠ 1.200, lệch 34,5", broken.Detail);
        Assert.Equal("TN01.T1", broken.Path);
    }

    [Fact]
    public void Impossible_figure_is_named_with_its_label_and_found_at_its_field()
    {
        var broken = Assert.Single(Check("XA-02", "XA02.01=64; XA02.02=30; XA02.05=70; giaiTrinhSoLieu=x"), f => f.Code == "R11");
        Assert.Equal("XA02.05", broken.Path);
        Assert.EndsWith("(70) > Tổng số trẻ em (người dưới 16 tuổi) trên địa bàn (64)", broken.Detail);
        Assert.True(broken.Blocks);
    }

    [Fact]
    public void Date_in_the_past_is_shown_and_does_not_block()
    {
        var warning = Assert.Single(Check("XA-01", "thoiHanHoanThanh=2024-06-30; COVER:ngayBaoCao=2024-07-02"), f => f.Code == "R23");
        Assert.Equal(("thoiHanHoanThanh", "30/6/2024 < 02/7/2024", false), (warning.Path, warning.Detail, warning.Blocks));
    }

    [Fact]
    public void Rule_on_documents_leads_to_the_documents_and_on_the_deadline_to_its_field()
    {
        Assert.Equal(FormCheck.EvidencePath, Assert.Single(Check("XA-01", "trangThaiGiaiQuyet=DA_GIAI_QUYET_DUT_DIEM"), f => f.Code == "R21").Path);
        Assert.Equal("thoiHanHoanThanh", Assert.Single(Check("XA-01", "trangThaiGiaiQuyet=DANG_GIAI_QUYET; khoKhanVuongMac=Thiếu"), f => f.Code == "R20").Path);
    }

    [Fact]
    public void Nothing_to_report_waives_figures_and_documents_but_not_the_reason()
    {
        var reason = Assert.Single(Check("XA-06", "trangThaiGiaiQuyet=KHONG_PHAT_SINH"));
        Assert.Equal("ketQuaThucHien", reason.Path);
        Assert.Empty(Check("XA-06", "trangThaiGiaiQuyet=KHONG_PHAT_SINH; ketQuaThucHien=Trong kỳ không tổ chức lớp tập huấn nào"));
    }

    [Fact]
    public void Narrative_too_short_says_how_long_it_must_be()
    {
        var finding = Assert.Single(Check("XA-06", "ketQuaThucHien=Đã thực hiện"), f => f.Path == "ketQuaThucHien");
        Assert.Equal("Kết quả triển khai, thực hiện: mới có 12 ký tự, cần ít nhất 30 ký tự.", finding.Message);
    }

    [Fact]
    public void Row_that_exists_needs_its_required_columns_and_a_row_that_is_gone_needs_none()
    {
        var findings = Check("XA-05", "XA05.T1/a/#=2; XA05.T1/b/#=1; XA05.T1/b/soKyHieu=01/QĐ; XA05.T1/gone/coQuan=UBND").Where(f => f.Path!.StartsWith("XA05.T1/")).ToList();
        Assert.Equal(["XA05.T1/b/ngayBanHanh", "XA05.T1/b/coQuan", "XA05.T1/b/trichYeu", "XA05.T1/a/soKyHieu"], findings.Take(4).Select(f => f.Path));
        Assert.Equal(7, findings.Count);
        Assert.Equal("Quyết định, văn bản phân công, dòng 1: Chưa nhập: Ngày ban hành.", findings[0].Message);
    }

    [Fact]
    public void Unit_is_checked_item_by_item_then_its_cover()
    {
        var items = BinhSonLetter.Request.ReportItemsOf("XA-21046").Select(i => i.Code).ToList();
        var findings = FormCheck.Unit(Template, Answers.Sheet("XA-05", "XA05.04=6; XA-04:XA04.05=5"), items);
        Assert.Equal([.. items, ItemForm.CoverCode], findings.Select(f => f.ItemCode).Distinct());
        Assert.Equal("XA-05", Assert.Single(findings, f => f.Code == "R16").ItemCode);
        Assert.Equal(["ngayBaoCao", "nguoiKy", "nguoiLap"], findings.Where(f => f is { ItemCode: ItemForm.CoverCode, Kind: FindingKind.Missing }).Select(f => f.Path));
        var signed = Assert.Single(findings, f => f.Code == "R24");
        Assert.Equal((ItemForm.CoverCode, "banBaoCaoDaKy", false), (signed.ItemCode, signed.Path, signed.Blocks));
    }

    [Fact]
    public void More_documents_than_allowed_are_refused() =>
        Assert.Equal(FindingKind.Error, Assert.Single(Check("XA-01", "evidence=21"), f => f.Path == FormCheck.EvidencePath).Kind);

    [Fact]
    public void Duty_has_nothing_to_check() => Assert.Empty(Check("LD-03", ""));

    [Fact]
    public void Rows_come_in_their_order_and_a_row_without_order_does_not_exist()
    {
        var sheet = Answers.Sheet("CA-01", "CA01.T1/x/#=20; CA01.T1/y/#=3; CA01.T1/z/trichYeu=còn sót; CA01.T1/x/trichYeu=một");
        Assert.Equal(["y", "x"], sheet.Rows("CA-01", "CA01.T1"));
        Assert.Null(sheet.Get("CA-01", "CA01.T1/z/trichYeu"));
        Assert.Equal("một", sheet.Get("CA-01", "CA01.T1/x/trichYeu"));
    }
}
