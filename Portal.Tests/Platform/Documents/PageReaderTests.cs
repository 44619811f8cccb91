using Portal.Demo;
using Portal.Domain.Letters;
using Portal.Platform.Documents;
using Portal.Platform.Files;
using Portal.Tests.Platform.Files;

namespace Portal.Tests.Platform.Documents;

public sealed class PageReaderTests : IDisposable
{
    private const string Table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>UBND HUYỆN BÌNH SƠN</w:t></w:r></w:p><w:p><w:r><w:t>PHÒNG </w:t></w:r><w:r><w:t>NỘI VỤ</w:t></w:r></w:p><w:p><w:r><w:t>Số: 7/PNV</w:t></w:r></w:p><w:p><w:r><w:t>V/v nộp báo cáo</w:t></w:r></w:p></w:tc>"
        + "<w:tc><w:p><w:r><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p><w:p><w:r><w:t>Bình Sơn, ngày 02 tháng 7 năm 2024</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

    private readonly string _folder = Directory.CreateTempSubdirectory("pages").FullName;
    private readonly PageReader _reader = new();

    public void Dispose()
    {
        _reader.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Two_column_letterhead_of_a_pdf_is_read_into_its_values()
    {
        string[] lines =
        [
            "UBND HUYỆN BÌNH SƠN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "PHÒNG LAO ĐỘNG - THƯƠNG BINH        Độc lập - Tự do - Hạnh phúc",
            "VÀ XÃ HỘI",
            "Số: 45/BC-LĐTBXH                 Bình Sơn, ngày 05 tháng 7 năm 2024",
            "",
            "BÁO CÁO",
            "Kết quả giải quyết dứt điểm các kiến nghị",
            "",
            "Thực hiện Công văn số 210/UBND-VX ngày 01/7/2024, phòng báo cáo:",
        ];

        var reading = await ReadAsync(SamplePdf.Write("x", lines), FileKind.Pdf);

        Assert.False(reading.Failed);
        Assert.Equal((null, 1), (reading.Trap, reading.Pages));
        Assert.Equal(new("45/BC-LĐTBXH", new(2024, 7, 5), "Phòng Lao động - Thương binh và Xã hội", "Báo cáo Kết quả giải quyết dứt điểm các kiến nghị"), LetterHead.Read(reading.Text!).Proposal);
    }

    [Fact]
    public async Task Letterhead_of_a_word_file_in_a_table_is_read_into_its_values()
    {
        var reading = await ReadAsync(Made.Word(Table + "<w:p><w:r><w:t>Kính gửi: UBND huyện</w:t></w:r></w:p>"), FileKind.Docx);

        Assert.False(reading.Failed);
        Assert.Equal(new("7/PNV", new(2024, 7, 2), "Phòng Nội vụ", "V/v nộp báo cáo"), LetterHead.Read(reading.Text!).Proposal);
    }

    [Fact]
    public async Task Deleted_text_and_the_second_copy_of_a_text_box_are_left_out()
    {
        var reading = await ReadAsync(Made.Word("<w:p><w:del><w:r><w:t>xóa</w:t></w:r></w:del><w:r><w:t>còn</w:t></w:r></w:p>"
            + "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice><w:p><w:r><w:t>một</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>hai</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"), FileKind.Docx);

        Assert.Equal("còn\nmột\n", reading.Text);
    }

    [Fact]
    public async Task Decomposed_text_comes_out_composed() =>
        Assert.Equal("Bình Thạnh\n", (await ReadAsync(Made.Word($"<w:p><w:r><w:t>{"Bình Thạnh".Normalize(System.Text.NormalizationForm.FormD)}</w:t></w:r></w:p>"), FileKind.Docx)).Text);

    [Fact]
    public async Task Bomb_in_a_pdf_gives_no_text_and_the_next_reads()
    {
        Assert.Null((await ReadAsync(MadePdf.PackedTwice(1_000_000_000), FileKind.Pdf)).Text);
        await NextReadsAsync();
    }

    [Fact]
    public async Task Hundred_thousand_nested_arrays_hurt_only_the_child() =>
        await FailsAndTheNextReadsAsync(MadePdf.With("/Deep " + new string('[', 100_000) + new string(']', 100_000)), FileKind.Pdf);

    [Fact]
    public async Task Hundred_thousand_nested_dictionaries_hurt_only_the_child() =>
        await FailsAndTheNextReadsAsync(MadePdf.With("/Deep " + string.Concat(Enumerable.Repeat("<</A", 100_000))), FileKind.Pdf);

    [Fact]
    public async Task Page_tree_in_a_circle_hurts_only_the_child() =>
        await FailsAndTheNextReadsAsync(MadePdf.File("", ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]), FileKind.Pdf);

    [Fact]
    public async Task Word_file_with_a_billion_laughs_is_a_trap_and_nothing_is_unfolded()
    {
        var laughs = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));

        var reading = await ReadAsync(Made.Word("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", $"<!DOCTYPE d [<!ENTITY l0 \"ha\">{laughs}]>"), FileKind.Docx);

        Assert.Equal(PageTrap.Dtd, reading.Trap);
        await NextReadsAsync();
    }

    [Fact]
    public async Task Huge_part_of_a_word_file_hurts_only_the_child() =>
        await FailsAndTheNextReadsAsync(Made.Word("<w:p><w:r><w:t>" + new string('a', 150_000_000) + "</w:t></w:r></w:p>"), FileKind.Docx);

    [Fact]
    public async Task Deeply_nested_word_file_hurts_only_the_child() =>
        await FailsAndTheNextReadsAsync(Made.Word(string.Concat(Enumerable.Repeat("<w:p>", 2_000_000))), FileKind.Docx);

    [Fact]
    public async Task Not_even_a_pdf_fails_without_an_exception() => await FailsAndTheNextReadsAsync([1, 2, 3], FileKind.Pdf);

    [Fact]
    public async Task Reader_without_patience_kills_the_child_and_says_failed()
    {
        using var impatient = new PageReader(TimeSpan.Zero);

        Assert.True((await impatient.ReadAsync(Written(MadePdf.With("")), FileKind.Pdf, CancellationToken.None)).Failed);
    }

    [Fact]
    public async Task Caller_who_gives_up_is_told_so() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _reader.ReadAsync(Written(MadePdf.With("")), FileKind.Pdf, new(canceled: true)));

    [Fact]
    public async Task Many_at_once_all_get_their_answer()
    {
        var path = Written(MadePdf.With(""));

        var readings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _reader.ReadAsync(path, FileKind.Pdf, CancellationToken.None)));

        Assert.All(readings, r => Assert.Equal((false, "Xin chao\n\n"), (r.Failed, r.Text)));
    }

    [Theory]
    [InlineData(FileKind.Png)]
    [InlineData(FileKind.Jpeg)]
    [InlineData(FileKind.Doc)]
    [InlineData(FileKind.Xls)]
    public async Task Kinds_without_text_need_no_child(FileKind kind) => Assert.Equal(PageReading.Nothing, await _reader.ReadAsync("/nowhere", kind, CancellationToken.None));

    private async Task FailsAndTheNextReadsAsync(byte[] bytes, FileKind kind)
    {
        var reading = await ReadAsync(bytes, kind);
        Assert.True(reading.Failed);
        Assert.Null(reading.Trap);
        await NextReadsAsync();
    }

    private async Task NextReadsAsync() => Assert.Equal("Xin chao\n\n", (await ReadAsync(MadePdf.With(""), FileKind.Pdf)).Text);

    private Task<PageReading> ReadAsync(byte[] bytes, FileKind kind) => _reader.ReadAsync(Written(bytes), kind, CancellationToken.None);

    private string Written(byte[] bytes)
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
