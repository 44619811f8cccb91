using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Requests;

public sealed class LetterRuleTests
{
    private static FormTemplate Template => BinhSonLetter.Request.Template;

    /// <summary>Rule, item, answers, whether it fires. Every rule has to fire once and to keep quiet once.</summary>
    public static TheoryData<string, string, string, bool> Cases => new()
    {
        { "R01", "CA-02", "CA02.01=10; CA02.02=4; CA02.03=3; CA02.04=2; CA02.05=2", true },
        { "R01", "CA-02", "CA02.01=10; CA02.02=4; CA02.03=3; CA02.04=2; CA02.05=1", false },
        { "R01", "CA-02", "CA02.01=10; CA02.02=4; CA02.03=3; CA02.04=2", false },
        { "R02", "CA-02", "CA02.06=3; CA02.08=4", true },
        { "R02", "CA-02", "CA02.06=4; CA02.07=4; CA02.08=4; CA02.09=0", false },
        { "R03", "CA-02", "CA02.01=1; CA02.06=0", true },
        { "R03", "CA-02", "CA02.01=1; CA02.06=1", false },
        { "R03", "CA-02", "CA02.01=0; CA02.06=0", false },
        { "R03", "CA-02", "CA02.01=1", false },
        { "R04", "VH-01", "VH01.01=1; VH01.02=2", true },
        { "R04", "VH-01", "VH01.01=2; VH01.02=2", false },
        { "R05", "VH-01", "VH01.05=1; VH01.06=2", true },
        { "R05", "VH-01", "VH01.05=2; VH01.06=2", false },
        { "R06", "TC-01", "TC01.01=true; TC01.02=0", true },
        { "R06", "TC-01", "TC01.01=true; TC01.02=1", false },
        { "R07", "TC-01", "TC01.01=false; TC01.02=1", true },
        { "R07", "TC-01", "TC01.01=false; TC01.02=0", false },
        { "R07", "TC-01", "TC01.02=1", false },
        { "R08", "TN-01", "TN01.02=10.5; TN01.03=10.6", true },
        { "R08", "TN-01", "TN01.02=10.5; TN01.03=10.5", false },
        { "R09", "TN-01", "TN01.02=10; TN01.T1/a/#=1; TN01.T1/a/dienTich=4; TN01.T1/b/#=2; TN01.T1/b/dienTich=5.5", true },
        { "R09", "TN-01", "TN01.02=10; TN01.T1/a/#=1; TN01.T1/a/dienTich=4.5; TN01.T1/b/#=2; TN01.T1/b/dienTich=5.5", false },
        { "R09", "TN-01", "TN01.02=10; TN01.T1/a/#=1; TN01.T1/a/dienTich=4.5; TN01.T1/b/#=2", false },
        { "R09", "TN-01", "TN01.02=10; TN01.T1/a/#=1; TN01.T1/a/dienTich=10; TN01.T1/gone/dienTich=5", false },
        { "R09", "TN-01", "TN01.02=10", false },
        { "R10", "LD-01", "LD01.03=64; LD01.04=12; LD01.05=40; LD01.06=8", true },
        { "R10", "LD-01", "LD01.03=60; LD01.04=12; LD01.05=40; LD01.06=8", false },
        { "R11", "XA-02", "XA02.01=64; XA02.02=70", true },
        { "R11", "XA-02", "XA02.01=64; XA02.07=65", true },
        { "R11", "XA-02", "XA02.01=64; XA02.02=30; XA02.03=5; XA02.05=0; XA02.07=64", false },
        { "R12", "XA-02", "XA02.03=1; XA02.04=2", true },
        { "R12", "XA-02", "XA02.03=2; XA02.04=2", false },
        { "R13", "XA-02", "XA02.07=1; XA02.08=2", true },
        { "R13", "XA-02", "XA02.07=2; XA02.08=2", false },
        { "R14", "XA-03", "XA03.01=true; XA03.02=0", true },
        { "R14", "XA-03", "XA03.01=false; XA03.02=2", true },
        { "R14", "XA-03", "XA03.01=true; XA03.02=2", false },
        { "R14", "XA-03", "XA03.01=false; XA03.02=0", false },
        { "R14", "XA-03", "XA03.02=2", false },
        { "R15", "XA-04", "XA04.05=1; XA04.06=2", true },
        { "R15", "XA-04", "XA04.02=1; XA04.03=1; XA04.05=2; XA04.06=2", false },
        { "R16", "XA-05", "XA05.04=6; XA-04:XA04.05=5", true },
        { "R16", "XA-05", "XA05.04=5; XA-04:XA04.05=5", false },
        { "R16", "XA-05", "XA05.04=5", false },
        { "R17", "XA-05", "XA05.01=true; XA05.02=0", true },
        { "R17", "XA-05", "XA05.01=true; XA05.02=1", false },
        { "R18", "XA-06", "XA06.02=64; XA06.03=12; XA06.04=48", true },
        { "R18", "XA-06", "XA06.02=60; XA06.03=12; XA06.04=48", false },
        { "R18", "XA-06", "XA06.02=64; XA06.04=48", false },
        { "R20", "XA-01", "trangThaiGiaiQuyet=DANG_GIAI_QUYET; khoKhanVuongMac=Thiếu kinh phí", true },
        { "R20", "XA-01", "trangThaiGiaiQuyet=CHUA_GIAI_QUYET; thoiHanHoanThanh=2024-12-31", true },
        { "R20", "XA-01", "trangThaiGiaiQuyet=DANG_GIAI_QUYET; khoKhanVuongMac=Thiếu kinh phí; thoiHanHoanThanh=2024-12-31", false },
        { "R20", "XA-01", "trangThaiGiaiQuyet=DA_GIAI_QUYET_DUT_DIEM", false },
        { "R20", "XA-01", "", false },
        { "R21", "XA-01", "trangThaiGiaiQuyet=DA_GIAI_QUYET_DUT_DIEM; lyDoKhongCoMinhChung=Không có", true },
        { "R21", "XA-01", "trangThaiGiaiQuyet=DA_GIAI_QUYET_DUT_DIEM; evidence=1", false },
        { "R22", "XA-01", "trangThaiGiaiQuyet=DANG_GIAI_QUYET", true },
        { "R22", "XA-01", "trangThaiGiaiQuyet=DANG_GIAI_QUYET; lyDoKhongCoMinhChung=Chưa ban hành", false },
        { "R22", "XA-01", "evidence=1", false },
        { "R22", "XA-01", "trangThaiGiaiQuyet=KHONG_PHAT_SINH", false },
        { "R23", "XA-01", "thoiHanHoanThanh=2024-06-30; COVER:ngayBaoCao=2024-07-02", true },
        { "R23", "XA-01", "thoiHanHoanThanh=2024-12-31; COVER:ngayBaoCao=2024-07-02", false },
        { "R23", "XA-01", "thoiHanHoanThanh=2024-06-30", false },
        { "R24", "COVER", "", true },
        { "R24", "COVER", "banBaoCaoDaKy=1", false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rule_fires_when_it_should_and_only_then(string rule, string item, string answers, bool fires) =>
        Assert.Equal(fires, FormCheck.Item(Template, Answers.Sheet(item, answers), item).Any(f => f.Code == rule));

    [Fact]
    public void Every_rule_of_the_letter_is_tried_both_ways()
    {
        var cases = Cases.Select(c => c.Data).ToList();
        foreach (var rule in Template.Rules)
        {
            Assert.Contains(cases, c => c.Item1 == rule.Code && c.Item4);
            Assert.Contains(cases, c => c.Item1 == rule.Code && !c.Item4);
        }
    }

    /// <summary>The cases of figures are the smallest that fire: with any answer taken away the rule has nothing to compare and keeps quiet.</summary>
    [Fact]
    public void Blank_is_never_zero()
    {
        var figures = Cases.Select(c => c.Data).Where(c => c.Item4 && c.Item1 is not ("R20" or "R21" or "R22" or "R24")).ToList();
        Assert.Equal(19, figures.Select(c => c.Item1).Distinct().Count());
        foreach (var (rule, item, answers, _) in figures)
        {
            var parts = answers.Split("; ").ToList();
            foreach (var taken in parts.Where(p => !p.Contains("/#=", StringComparison.Ordinal)))
            {
                var left = string.Join("; ", parts.Where(p => p != taken));
                Assert.DoesNotContain(FormCheck.Item(Template, Answers.Sheet(item, left), item), f => f.Code == rule);
            }

            Assert.DoesNotContain(FormCheck.Item(Template, Answers.Sheet(item, ""), item), f => f.Code == rule);
        }
    }

    [Fact]
    public void Browser_is_given_the_rules_that_need_nothing_but_the_item()
    {
        string[] Codes(string item) => [.. BrowserRules.RulesOf(Template, item).Select(r => r.Code)];
        Assert.Equal(["R01", "R02", "R03", "R20"], Codes("CA-02"));
        Assert.Equal(["R08", "R09", "R20"], Codes("TN-01"));
        Assert.Equal(["R17", "R20"], Codes("XA-05"));
        Assert.Empty(Codes(ItemForm.CoverCode));
        Assert.Null(BrowserRules.Of(Template, ItemForm.CoverCode));
        Assert.Null(BrowserRules.Of(Template, "LD-03"));
        Assert.Same(BrowserRules.Of(Template, "CA-02"), BrowserRules.Of(Template, "CA-02"));
        using var json = System.Text.Json.JsonDocument.Parse(BrowserRules.Of(Template, "XA-06")!);
        Assert.Equal("""["=",["v","XA06.02"],["+",["v","XA06.03"],["v","XA06.04"]]]""", json.RootElement.GetProperty("rules")[0].GetProperty("tree").GetRawText());
        Assert.Equal(0, json.RootElement.GetProperty("fields").GetProperty("XA06.02").GetProperty("decimals").GetInt32());
    }
}
