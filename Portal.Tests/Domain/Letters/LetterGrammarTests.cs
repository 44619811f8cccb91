using Portal.Domain.Letters;

namespace Portal.Tests.Domain.Letters;

public sealed class LetterGrammarTests
{
    [Theory]
    [InlineData("trước 10 giờ ngày 3/7/2024", "2024-07-03", "10:00", "trước")]
    [InlineData("trước 17h00 ngày 05/7/2024", "2024-07-05", "17:00", "trước")]
    [InlineData("trước 17 giờ 30, ngày 05 tháng 7", "2024-07-05", "17:30", "trước")]
    [InlineData("trước ngày 5-7-2024", "2024-07-05", null, "trước")]
    [InlineData("trước ngày mồng 5 tháng 7", "2024-07-05", null, "trước")]
    [InlineData("trước ngày mồng năm tháng bảy năm hai nghìn không trăm hai mươi tư", "2024-07-05", null, "trước")]
    [InlineData("chậm nhất 20/9/2024", "2024-09-20", null, "chậm nhất (bao gồm cả ngày đó)")]
    [InlineData("chậm nhất là 16g00 ngày 20 tháng 9 năm 2024", "2024-09-20", "16:00", "chậm nhất (bao gồm cả ngày đó)")]
    [InlineData("hạn cuối ngày 20/9/2024", "2024-09-20", null, "chậm nhất (bao gồm cả ngày đó)")]
    [InlineData("trước 5 giờ chiều ngày 20/9/2024", "2024-09-20", "17:00", "trước")]
    [InlineData("trong quý II năm 2024", null, null, "trong")]
    [InlineData("trong tháng 7/2024", null, null, "trong")]
    [InlineData("trước ngày 25 hằng tháng", null, null, "trước")]
    [InlineData("trước ngày 31/02/2024", null, null, null)]
    [InlineData("đúng thời gian quy định", null, null, null)]
    public void Deadline_is_read_as_written(string words, string? date, string? time, string? qualifier)
    {
        var deadline = Body($"UBND huyện đề nghị các xã báo cáo kết quả công tác trẻ em về Phòng Nội vụ {words}.").Deadline;

        Assert.Equal(date, deadline?.Date?.ToString("yyyy-MM-dd"));
        Assert.Equal(time, deadline?.Time?.ToString("HH:mm"));
        Assert.Equal(qualifier, deadline?.Qualifier);
    }

    [Fact]
    public void A_day_alone_has_no_instant_and_an_hour_has_one_at_seven_hours_east()
    {
        Assert.Null(Body("UBND huyện đề nghị các xã báo cáo về UBND huyện trước ngày 5/7/2024.").Deadline!.Instant);
        Assert.Equal(new DateTimeOffset(2024, 7, 5, 3, 0, 0, TimeSpan.Zero), Body("UBND huyện đề nghị các xã báo cáo về UBND huyện trước 10 giờ ngày 5/7/2024.").Deadline!.Instant!.Value.ToUniversalTime());
    }

    [Fact]
    public void A_year_that_is_nowhere_written_is_not_made_up()
    {
        Assert.Null(LetterReading.Read("Kính gửi: UBND các xã\n\nUBND huyện đề nghị UBND các xã báo cáo kết quả về UBND huyện trước ngày 5/7.").Deadline!.Date);
        var december = LetterReading.Read("UBND HUYỆN X\nSố: 1/UBND-VX\nX, ngày 20 tháng 12 năm 2023\nKính gửi: UBND các xã\n\nUBND huyện đề nghị UBND các xã báo cáo kết quả về UBND huyện trước ngày 05/01.");
        Assert.Null(december.Deadline!.Date);
        Assert.Contains(december.Doubts, d => d.Code == LetterDoubtCode.YearMissing);
    }

    [Fact]
    public void A_weekday_that_is_another_and_a_day_before_the_letter_are_doubted()
    {
        var doubts = Body("UBND huyện đề nghị các xã báo cáo về UBND huyện chậm nhất thứ Hai, ngày 3/7/2024. Danh sách gửi về UBND huyện trước ngày 01/5/2024.").Doubts;

        Assert.Contains(doubts, d => d.Code == LetterDoubtCode.WeekdayDisagrees);
        Assert.Contains(doubts, d => d.Code == LetterDoubtCode.DeadlineBeforeLetter);
    }

    [Theory]
    [InlineData("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nPhạm Quang Sự", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Phạm Quang Sự")]
    [InlineData("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(đã ký)\nVõ Văn Hưng", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Võ Văn Hưng")]
    [InlineData("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Hà", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Hà")]
    [InlineData("TL. BỘ TRƯỞNG\nKT. VỤ TRƯỞNG VỤ PHÁP CHẾ\nPHÓ VỤ TRƯỞNG\nTrần Thị An", "TL. BỘ TRƯỞNG; KT. VỤ TRƯỞNG VỤ PHÁP CHẾ", "PHÓ VỤ TRƯỞNG", "Trần Thị An")]
    [InlineData("TUQ. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\nĐỗ Minh Hoàng", "TUQ. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "Đỗ Minh Hoàng")]
    [InlineData("HIỆU TRƯỞNG\nLê Thị Thanh Hương", null, "HIỆU TRƯỞNG", "Lê Thị Thanh Hương")]
    [InlineData("TRƯỞNG CÔNG AN HUYỆN\nThượng tá Nguyễn Văn Bình", null, "TRƯỞNG CÔNG AN HUYỆN", "Thượng tá Nguyễn Văn Bình")]
    public void Signer_is_read_with_the_line_of_authority(string signature, string? authority, string title, string name)
    {
        var signer = LetterReading.Read($"Kính gửi: UBND các xã\n\nUBND huyện đề nghị các xã báo cáo.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n{signature}\n").Signer;

        Assert.Equal((authority, title, name), (signer?.Authority, signer?.Title, signer?.Name.Value));
    }

    [Theory]
    [InlineData("trựcthuộc", "trực|thuộc")]
    [InlineData("báocáo", "báo|cáo")]
    [InlineData("BINHVÀ", "BINH|VÀ")]
    [InlineData("củaThanh", "của|Thanh")]
    [InlineData("nghiêng", null)]
    [InlineData("HĐND", null)]
    [InlineData("online", null)]
    [InlineData("Quốchội", "Quốc|hội")]
    public void Glued_words_are_parted_only_where_it_is_certain(string word, string? parts)
    {
        var split = GluedWords.Split(word, new HashSet<string> { "quốc", "hội" });

        Assert.Equal(parts, split is null ? null : string.Join('|', split));
    }

    [Theory]
    [InlineData("UBND huyện thông báo để các đơn vị biết, thực hiện.", false)]
    [InlineData("Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các đơn vị báo cáo về UBND huyện để được hướng dẫn.", false)]
    [InlineData("UBND huyện trân trọng kính mời Thủ trưởng các cơ quan dự Hội nghị báo cáo viên vào ngày 5/7/2024.", false)]
    [InlineData("UBND huyện đề nghị các đơn vị tham gia ý kiến bằng văn bản, gửi về UBND huyện.", true)]
    [InlineData("Yêu cầu các đơn vị lập danh sách gửi về Phòng Nội vụ.", true)]
    [InlineData("Yêu cầu các đơn vị nghiêm túc thực hiện.", false)]
    public void A_request_for_a_report_is_told_from_what_every_letter_says(string sentence, bool asks) => Assert.Equal(asks, Body(sentence).IsReportingRequest.Value);

    [Fact]
    public void Lines_broken_by_a_page_and_its_number_are_one_paragraph()
    {
        var read = Body("UBND huyện đề nghị UBND các xã, thị trấn báo cáo các nội dung sau:\n1. Công tác chăm sóc trẻ em có hoàn cảnh đặc biệt trên địa\n\n2\n\nbàn xã, thị trấn trong năm.\n2. Công tác tập huấn cho cộng tác viên.");

        Assert.Equal(["Công tác chăm sóc trẻ em có hoàn cảnh đặc biệt trên địa bàn xã, thị trấn trong năm", "Công tác tập huấn cho cộng tác viên"], read.Groups.Single().Items.Select(i => i.Text.Value));
    }

    [Fact]
    public void Values_are_where_they_say_they_are()
    {
        const string Text = "UBND HUYỆN BÌNH SƠN\nSố: 12/UBND-VX\nBình Sơn, ngày 01 tháng 6 năm 2024\n\nKính gửi: UBND các xã\n\nUBND huyện đề nghị UBND các xã báo cáo số liệu trẻ em về Phòng Nội vụ trước 9 giờ ngày 5/7/2024.";
        var read = LetterReading.Read(Text);

        Assert.Equal("12", Text.Substring(read.Number!.Start, read.Number.Length));
        Assert.Equal("UBND-VX", Text.Substring(read.Symbol!.Start, read.Symbol.Length));
        Assert.Equal("Phòng Nội vụ", Text.Substring(read.ReceivingUnit!.Start, read.ReceivingUnit.Length));
        Assert.Equal("trước 9 giờ ngày 5/7/2024", Text.Substring(read.Deadline!.Text.Start, read.Deadline.Text.Length));
        Assert.Equal("báo cáo số liệu trẻ em về Phòng Nội vụ", Text.Substring(read.Groups[0].Items[0].Text.Start, read.Groups[0].Items[0].Text.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    [InlineData("Kính gửi")]
    [InlineData("\u0301\u0301")]
    public void Nothing_is_read_from_nothing(string text)
    {
        var read = LetterReading.Read(text);

        Assert.False(read.IsReportingRequest.Value);
        Assert.Empty(read.Groups);
        Assert.Null(read.Deadline);
    }

    private static LetterReading Body(string body) =>
        LetterReading.Read($"ỦY BAN NHÂN DÂN\nHUYỆN BÌNH SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/UBND-VX\nV/v công tác trẻ em\nBình Sơn, ngày 01 tháng 6 năm 2024\n\nKính gửi: UBND các xã, thị trấn.\n\n{body}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\nNguyễn Tưởng Duy\n");
}
