using System.Text;
using Portal.Domain.Letters;

namespace Portal.Tests.Domain.Letters;

public sealed class LetterHeadTests
{
    private const string Plan = """
        ỦY BAN NHÂN DÂN
        XÃ BÌNH THẠNH

        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc

        Số: 32/KH-UBND

        Bình Thạnh, ngày 18 tháng 3 năm 2024

        KẾ HOẠCH
        Triển khai Tháng hành động vì trẻ em năm 2024
        trên địa bàn xã Bình Thạnh
        -------

        Thực hiện Công văn số 210/UBND-VX ngày 01/3/2024 của UBND huyện.
        """;

    private const string Reply =
        "UBND HUYỆN BÌNH SƠN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        + "PHÒNG LAO ĐỘNG - THƯƠNG BINH\tĐộc lập - Tự do - Hạnh phúc\n"
        + "VÀ XÃ HỘI\n"
        + "Số: 45 / LĐTBXH - TE\tBình Sơn, ngày 05/7/2024\n"
        + "V/v trả lời Công văn số 12/UBND-VX\n"
        + "ngày 24/6/2024 của UBND huyện\tMẬT\n"
        + "\tKính gửi: Ủy ban nhân dân huyện Bình Sơn.\n";

    [Fact]
    public void Plan_of_a_commune_is_read_whole()
    {
        var head = LetterHead.Read(Plan);

        Assert.Equal("32/KH-UBND", head.Number?.Value);
        Assert.Equal(new DateOnly(2024, 3, 18), head.IssuedOn?.Value);
        Assert.Equal("Ủy ban nhân dân xã Bình Thạnh", head.Issuer?.Value);
        Assert.Equal("Kế hoạch Triển khai Tháng hành động vì trẻ em năm 2024 trên địa bàn xã Bình Thạnh", head.Summary?.Value);
        Assert.Null(head.SecrecyStamp);
        Assert.Equal(new("32/KH-UBND", new(2024, 3, 18), "Ủy ban nhân dân xã Bình Thạnh", head.Summary!.Value), head.Proposal);
    }

    [Fact]
    public void Letter_in_two_columns_is_read_column_by_column()
    {
        var head = LetterHead.Read(Reply);

        Assert.Equal("45/LĐTBXH-TE", head.Number?.Value);
        Assert.Equal(new DateOnly(2024, 7, 5), head.IssuedOn?.Value);
        Assert.Equal("Phòng Lao động - Thương binh và Xã hội", head.Issuer?.Value);
        Assert.Equal("V/v trả lời Công văn số 12/UBND-VX ngày 24/6/2024 của UBND huyện", head.Summary?.Value);
        Assert.Equal("MẬT", head.SecrecyStamp?.Value);
    }

    [Theory]
    [InlineData("Số: 32/KH-UBND", "32/KH-UBND")]
    [InlineData("Số 1234 /BC-UBND", "1234/BC-UBND")]
    [InlineData("Số:05/BC - UBND", "05/BC-UBND")]
    [InlineData("SỐ: 7/TB-UBND", "7/TB-UBND")]
    [InlineData("Số: 12/2024/NĐ-CP", "12/2024/NĐ-CP")]
    [InlineData("12/2024/NĐ-CP", "12/2024/NĐ-CP")]
    [InlineData("Luật số: 102/2016/QH13", "102/2016/QH13")]
    [InlineData("Số: 2616/VPCP-V .I", "2616/VPCP-V.I")]
    [InlineData("Số: 3812/SLĐTĐBXH-TEBĐG&PCTNXH", "3812/SLĐTĐBXH-TEBĐG&PCTNXH")]
    [InlineData("Số: 454/UBND-NCTH Vị Thanh, ngày 6 tháng 4 năm 2011", "454/UBND-NCTH")]
    [InlineData("Số: 90/QĐ-TTg", "90/QĐ-TTg")]
    [InlineData("Số 12-KH/HU", "12-KH/HU")]
    [InlineData("Số: 15 - NQ/ĐU", "15-NQ/ĐU")]
    [InlineData("Công văn số 1448/SNV-CCHC ngày 27/12/2016 V/v xin ý kiến.", "1448/SNV-CCHC")]
    [InlineData("Số:   /BC-UBND", null)]
    [InlineData("Số: …/BC-UBND", null)]
    [InlineData("Số: ......./BC-UBND\n\nV/v trả lời Công văn số 12/UBND-VX", null)]
    [InlineData("Số: /UBND-VX\nV/v báo cáo\n\nKính gửi:\n\nSố: 44/UBND-VX", null)]
    [InlineData("Số: 12/2024", null)]
    [InlineData("Số lượng: 12/KH-UBND là bao nhiêu", null)]
    [InlineData("SỞ NỘI VỤ 12/KH-UBND", null)]
    [InlineData("Căn cứ Quyết định số 06/QĐ-TTg ngày 03/01/2019", null)]
    [InlineData("", null)]
    public void Number_is_read_as_written_or_not_at_all(string text, string? number) => Assert.Equal(number, LetterHead.Read(text).Number?.Value);

    [Theory]
    [InlineData("Bình Thạnh, ngày 18 tháng 3 năm 2024", "2024-03-18")]
    [InlineData("Bình Thạnh ngày 18 tháng 03 năm 2024.", "2024-03-18")]
    [InlineData("ngày 05/7/2024", "2024-07-05")]
    [InlineData("Bình Sơn, ngày 05-07-2024", "2024-07-05")]
    [InlineData("Bình Sơn, ngày18tháng3năm2024", "2024-03-18")]
    [InlineData("Bình Sơn, ngày 1 8 tháng 0 3 năm 2 0 2 4", "2024-03-18")]
    [InlineData("TP. Hồ Chí Minh, ngày 29 tháng 02 năm 2024", "2024-02-29")]
    [InlineData("Số: 454/UBND-NCTH Vị Thanh, ngày 6 tháng 4 năm 2011", "2011-04-06")]
    [InlineData("Số: 454/UBND-NCTH          Vị Thanh, ngày 6 tháng 4 năm 2011", "2011-04-06")]
    [InlineData("Công văn số 1448/SNV-CCHC ngày 27/12/2016 V/v xin ý kiến năm 2017.", "2016-12-27")]
    [InlineData("Bình Sơn, ngày 29 tháng 02 năm 2023", null)]
    [InlineData("Bình Sơn, ngày 31 tháng 4 năm 2024", null)]
    [InlineData("Bình Sơn, ngày 12 tháng 13 năm 2024", null)]
    [InlineData("Bình Sơn, ngày 00 tháng 1 năm 2024", null)]
    [InlineData("Bình Sơn, ngày 1 tháng 1 năm 20240", null)]
    [InlineData("Bình Sơn, ngày tháng năm 2024", null)]
    [InlineData("Bình Sơn, ngày      tháng 7 năm 2024", null)]
    [InlineData("Bình Sơn, ngày … tháng … năm 2024\n\nCông văn, ngày 05/7/2024", null)]
    [InlineData("Bình Sơn, ngày 05/7-2024", null)]
    [InlineData("V/v trả lời Công văn số 12/UBND ngày 05/7/2024", null)]
    [InlineData("(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/7/2024)", null)]
    [InlineData("Kính gửi: Phòng\n\nBình Sơn, ngày 05/7/2024", null)]
    [InlineData("các cơ quan đã họp lần thứ ba, ngày 05/7/2024 rồi thôi", null)]
    public void Date_is_read_from_the_dateline_or_not_at_all(string text, string? date) =>
        Assert.Equal(date, LetterHead.Read(text).IssuedOn?.Value.ToString("yyyy-MM-dd"));

    [Theory]
    [InlineData("ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HẬU GIANG Độc Lập - Tự Do - Hạnh Phúc\nSố: 1/UBND", "Ủy ban nhân dân tỉnh Hậu Giang")]
    [InlineData("UBND HUYỆN BÌNH SƠN\nPHÒNG TÀI CHÍNH - KẾ HOẠCH\n\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Phòng Tài chính - Kế hoạch")]
    [InlineData("**UỶ BAN NHÂN DÂN\nTHỊ TRẤN CHÂU Ổ**\n\n**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**", "Uỷ ban nhân dân thị trấn Châu Ổ")]
    [InlineData("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI\n-------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Bộ Lao động - Thương binh và Xã hội")]
    [InlineData("CÔNG AN TỈNH QUẢNG NGÃI\nCÔNG AN HUYỆN BÌNH SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Công an huyện Bình Sơn")]
    [InlineData("VĂN PHÒNG HĐND VÀ UBND\nHUYỆN BÌNH SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Văn phòng HĐND và UBND huyện Bình Sơn")]
    [InlineData("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG TIỂU HỌC\nBÌNH THẠNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Trường Tiểu học Bình Thạnh")]
    [InlineData("UBND HUYỆN BÌNH SƠN\nTRUNG TÂM TRUYỀN THÔNG -\nVĂN HÓA - THỂ THAO\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Trung tâm Truyền thông - Văn hóa - Thể thao")]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nUBND XÃ BÌNH CHÁNH\nSố: 1/BC-UBND", "UBND xã Bình Chánh")]
    [InlineData("HỘI ĐỒNG NHÂN DÂN\nHUYỆN BÌNH SƠN\nHỎA TỐC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Hội đồng nhân dân huyện Bình Sơn")]
    [InlineData("HUYỆN ỦY BÌNH SƠN ĐẢNG CỘNG SẢN VIỆT NAM\nSố 12-KH/HU", "Huyện ủy Bình Sơn")]
    [InlineData("BẢN GHI CHÉP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", null)]
    [InlineData("ỦY BAN NHÂN DÂN\nXÃ BÌNH THẠNH\nSố: 1/BC-UBND", null)]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", null)]
    public void Issuer_is_the_letterhead_as_people_write_it(string text, string? issuer) => Assert.Equal(issuer, LetterHead.Read(text).Issuer?.Value);

    [Theory]
    [InlineData("V/v báo cáo kết quả giải\nquyết dứt điểm\n\nBình Sơn, ngày tháng năm 2024", "V/v báo cáo kết quả giải quyết dứt điểm")]
    [InlineData("V/v tập trung giải quyết\nHà Nội, ngày 03 tháng 04 năm 2013", "V/v tập trung giải quyết")]
    [InlineData("Công văn số 1448/SNV-CCHC ngày 27/12/2016 V/v xin ý kiến năm 2017.\n\nĐăng ngày: 28/12/2016", "V/v xin ý kiến năm 2017")]
    [InlineData("BÁO CÁO\nKết quả thực hiện công tác trẻ em 6 tháng đầu năm\n\nCăn cứ Kế hoạch", "Báo cáo Kết quả thực hiện công tác trẻ em 6 tháng đầu năm")]
    [InlineData("QUYẾT ĐỊNH\nVề việc ban hành Quy chế\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\nCăn cứ Luật", "Quyết định về việc ban hành Quy chế")]
    [InlineData("QUYẾT ĐỊNH\nBAN HÀNH QUY CHẾ\nỦY BAN NHÂN DÂN HUYỆN\n", "Quyết định BAN HÀNH QUY CHẾ")]
    [InlineData("BÁO CÁO KẾT QUẢ CÔNG TÁC\nTRẺ EM NĂM 2024\nUBND xã báo cáo như sau:", "Báo cáo KẾT QUẢ CÔNG TÁC TRẺ EM NĂM 2024")]
    [InlineData("KẾ HOẠCH\n\nTriển khai Tháng hành động\nKính gửi: UBND", "Kế hoạch Triển khai Tháng hành động")]
    [InlineData("THÔNG BÁO\nKết luận của Chủ tịch\nNgày 05/7/2024, Chủ tịch UBND xã đã chủ trì cuộc họp và kết luận một số nội dung:", "Thông báo Kết luận của Chủ tịch")]
    [InlineData("BÁO CÁO", null)]
    [InlineData("V/v", null)]
    [InlineData("Kế hoạch này được gửi cho các đơn vị", null)]
    [InlineData("Kính gửi: UBND\nBÁO CÁO\nKết quả", null)]
    public void Summary_is_what_stands_under_the_number_or_the_type(string text, string? summary) => Assert.Equal(summary, LetterHead.Read(text).Summary?.Value);

    [Theory]
    [InlineData("MẬT", "MẬT")]
    [InlineData("TỐI MẬT", "TỐI MẬT")]
    [InlineData("  TUYỆT  MẬT  ", "TUYỆT MẬT")]
    [InlineData("[ MẬT ]\nSố: 1/BC-CAH", "MẬT")]
    [InlineData("UBND XÃ BÌNH THẠNH\tMẬT", "MẬT")]
    [InlineData("T Ố I  M Ậ T", "TỐI MẬT")]
    [InlineData("Kính gửi: Công an huyện\nnội dung\nMẬT", "MẬT")]
    [InlineData("bảo mật", null)]
    [InlineData("BẢO MẬT THÔNG TIN", null)]
    [InlineData("bí mật", null)]
    [InlineData("Mật", null)]
    [InlineData("MẮT", null)]
    [InlineData("MẤT", null)]
    [InlineData("Tài liệu MẬT không được gửi", null)]
    [InlineData("ĐƯỜNG MẬT", null)]
    public void Stamp_is_a_mark_of_its_own(string text, string? stamp) => Assert.Equal(stamp, LetterHead.Read(text).SecrecyStamp?.Value);

    [Fact]
    public void Decomposed_text_gives_the_same_values()
    {
        foreach (var text in new[] { Plan, Reply })
        {
            var (composed, decomposed) = (LetterHead.Read(text), LetterHead.Read(text.Normalize(NormalizationForm.FormD)));
            Assert.Equal(composed.Proposal, decomposed.Proposal);
            Assert.Equal(composed.SecrecyStamp?.Value, decomposed.SecrecyStamp?.Value);
        }
    }

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD)]
    public void Every_value_points_at_its_place(NormalizationForm form)
    {
        var text = Plan.Normalize(form);
        var head = LetterHead.Read(text);

        Assert.Equal("32/KH-UBND", At(head.Number!.Start, head.Number.Length));
        Assert.Equal("ngày 18 tháng 3 năm 2024", At(head.IssuedOn!.Start, head.IssuedOn.Length));
        Assert.Equal("ỦY BAN NHÂN DÂN\nXÃ BÌNH THẠNH", At(head.Issuer!.Start, head.Issuer.Length));
        Assert.Equal("KẾ HOẠCH\nTriển khai Tháng hành động vì trẻ em năm 2024\ntrên địa bàn xã Bình Thạnh", At(head.Summary!.Start, head.Summary.Length));

        string At(int start, int length) => text.Substring(start, length).Normalize().Replace("\r", "");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t\n ")]
    [InlineData("Ảnh chụp hội nghị")]
    [InlineData("\uD800 Số: \uDC00/")]
    public void Nothing_found_proposes_nothing(string text) => Assert.Null(LetterHead.Read(text).Proposal);
}
