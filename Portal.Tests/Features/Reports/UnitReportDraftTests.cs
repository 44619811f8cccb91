using Portal.Domain.Letters;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Reports;
using Portal.Tests.Domain.Requests;
using Portal.Tests.Platform.Documents.Letters;

namespace Portal.Tests.Features.Reports;

/// <summary>The words of a unit's report, without a database.</summary>
public sealed class UnitReportDraftTests
{
    [Theory]
    [InlineData("35/BC-UBND", 35, "BC-UBND")]
    [InlineData(" Số: 035 / BC-LĐTBXH ", 35, "BC-LĐTBXH")]
    [InlineData("638/BC-CAH", 638, "BC-CAH")]
    [InlineData("BC-UBND", null, null)]
    [InlineData("35/báo cáo", null, null)]
    [InlineData("99999999999/BC", null, null)]
    [InlineData(null, null, null)]
    public void The_number_is_taken_as_it_was_typed_or_stays_blank(string? typed, int? number, string? symbol)
    {
        var cover = ReportCover.Of(typed is null ? new Dictionary<string, string>() : new() { ["soKyHieuBaoCao"] = typed });
        Assert.Equal((number, symbol), (cover.Number, cover.Symbol));
    }

    [Theory]
    [InlineData("Phó Chủ tịch UBND, Trần Văn Bình", "Phó Chủ tịch UBND", "Trần Văn Bình")]
    [InlineData("Trần Văn Bình, Phó Chủ tịch", "Phó Chủ tịch", "Trần Văn Bình")]
    [InlineData("Phó Chủ tịch UBND (người ký mẫu)", "Phó Chủ tịch UBND (người ký mẫu)", null)]
    [InlineData("Chủ tịch", "Chủ tịch", null)]
    [InlineData("Trần Văn Bình", "", "Trần Văn Bình")]
    [InlineData(" , ", "", null)]
    [InlineData("", "", null)]
    public void The_signer_is_office_and_name(string typed, string title, string? name)
    {
        var cover = ReportCover.Of(new Dictionary<string, string> { ["nguoiKy"] = typed });
        Assert.Equal((title, name), (cover.SignerTitle, cover.SignerName));
    }

    [Fact]
    public void A_table_too_wide_for_the_page_is_an_annex_on_its_side_to_which_the_clause_points()
    {
        var cells = Enumerable.Range(1, 2).SelectMany(row => Enumerable.Range(1, 8).Select(c => new AnswerLine($"T/r{row}/c{c}", $"Cột {c}", LineKind.Figure) { Table = "Bảng rộng", Row = row, After = $"{row * c}" }));
        var letter = Compose(new ReportedItem("Nội dung", [.. cells], [(new(1, "a", "a.pdf", 1, new(EvidenceKind.Other, null, null, null, "Ảnh")), false)]));
        Assert.Equal([("Bảng rộng", true), ("Danh mục văn bản minh chứng", false)], letter.Annexes.Select(a => (a.Title, a.Wide)));
        Assert.Contains(letter.Body.OfType<LetterParagraph>(), p => p.Runs[0].Text.Contains("Phụ lục I kèm theo", StringComparison.Ordinal));
        Assert.Contains(letter.Body.OfType<LetterParagraph>(), p => p.Runs[0].Text.Contains("Phụ lục II kèm theo", StringComparison.Ordinal));
        Assert.Equal([], LetterMutant.Check(letter, null));
    }

    [Fact]
    public void A_report_without_words_is_a_letter_all_the_same() => Assert.Equal([], LetterMutant.Check(Compose(new ReportedItem("Nội dung", [], [])), null));

    [Fact]
    public void Names_in_any_form_of_letters_and_marks_that_end_a_letter_do_not_spoil_it()
    {
        var item = new ReportedItem("Nội dung\u202E một".Normalize(System.Text.NormalizationForm.FormD), [
            new("a", "Chỉ tiêu", LineKind.Figure) { After = "1.234", Unit = "người" },
            new(ItemForm.NarrativeField, "Kết quả", LineKind.Text) { After = "Dòng \0một ]]> <b>&amp;\vx\n\u2029Dòng hai./.\n" },
            new("T/r1/c", "Cột", LineKind.Short) { Table = "Bảng", Row = 1, After = "ô./." },
        ], []);
        var letter = Compose("Ủy ban nhân dân xã Bình Thạnh".Normalize(System.Text.NormalizationForm.FormD), item);
        Assert.Equal([], LetterMutant.Check(letter, null));
    }

    private static OfficialLetter Compose(params ReportedItem[] items) => Compose("Phòng Nội vụ", items);

    private static OfficialLetter Compose(string name, params ReportedItem[] items) =>
        UnitReportDraft.Of(new(new Unit("PNV", "pnv", name, name, name, 1), BinhSonLetter.Request.Letter, "Phòng Lao động", ReportCover.Of(new Dictionary<string, string>()), [], items, MadeLetters.At));
}
