using Portal.Domain.Letters;

namespace Portal.Tests.Platform.Documents.Letters;

/// <summary>Letters with everything in them that a letter may have.</summary>
public static class MadeLetters
{
    private const string Subject = "kết quả giải quyết dứt điểm các kiến nghị sau giám sát, khảo sát của Thường trực HĐND và các Ban của HĐND tỉnh đối với lĩnh vực trẻ em";

    /// <summary>When they are made.</summary>
    public static readonly DateTimeOffset At = new(2024, 7, 3, 14, 30, 0, TimeSpan.FromHours(7));

    /// <summary>A báo cáo: grounds, sections, clauses, points, tables, two annexes, one of them wide.</summary>
    public static OfficialLetter Report { get; } = new()
    {
        Issuer = ["Ủy ban nhân dân", "huyện Bình Sơn"],
        IssuerName = "Ủy ban nhân dân huyện Bình Sơn",
        Symbol = "BC-UBND",
        Place = "Bình Sơn",
        Date = new(null, 7, 2024),
        Kind = "Báo cáo",
        Subject = Subject,
        Addressees = ["Sở Lao động - Thương binh và Xã hội tỉnh Quảng Ngãi"],
        Body =
        [
            new LetterBasis("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015", false),
            new LetterBasis("Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016", true),
            new LetterParagraph("Thực hiện Công văn của Sở, Ủy ban nhân dân huyện báo cáo kết quả như sau (chi tiết tại Phụ lục I và Phụ lục II kèm theo):"),
            new LetterHeading(LetterLevel.Section, "Kết quả triển khai"),
            new LetterHeading(LetterLevel.Clause, "Công tác lãnh đạo, chỉ đạo"),
            new LetterParagraph(Words(90)),
            new LetterList(LetterListKind.Dashes, ["Ban hành 03 văn bản chỉ đạo;", "Tổ chức 02 lớp tập huấn cho 86 người."]),
            new LetterHeading(LetterLevel.Clause, "Số liệu"),
            new LetterTable("Số trẻ em theo xã, thị trấn", [new("STT", 1, LetterColumnKind.Centred), new("Đơn vị", 5), new("Trẻ em", 2, LetterColumnKind.Figure)],
                [["1", "UBND thị trấn Châu Ổ", "4.312"], ["2", "UBND xã Bình Thuận", "2.105"]]) { CaptionShown = true },
            new LetterChart("Biểu đồ: Trẻ em theo xã, thị trấn", ["UBND thị trấn Châu Ổ", "UBND xã Bình Thuận"], [new("Trẻ em", [4312, 2105])]) { Note = "20 đơn vị chưa có số liệu không có trong biểu đồ." },
            new LetterChart("Biểu đồ: Mức độ giải quyết", ["Công an huyện", "UBND các xã, thị trấn"], [new("Đã giải quyết", [2, 9]), new("Chưa có số liệu", [0, 121])]),
            new LetterHeading(LetterLevel.Section, "Khó khăn, vướng mắc và nguyên nhân"),
            new LetterList(LetterListKind.Points, ["Kinh phí hạn chế;", "Quỹ đất chưa được bố trí;", "Cán bộ kiêm nhiệm;", "Thiếu số liệu;", "Chưa có thiết chế riêng."]),
            new LetterParagraph(Words(260)),
            new LetterParagraph("Kính báo cáo", new LetterRun(" trước 10 giờ ngày 03/7/2024", true), "."),
        ],
        Annexes =
        [
            new("Danh mục văn bản đã ban hành", [new LetterParagraph("Danh mục này gồm các văn bản còn hiệu lực."), Long("Danh mục văn bản", 60, 3)]),
            new("Tổng hợp số liệu theo từng đơn vị", [Long("Số liệu theo từng đơn vị", 40, 9)]) { Wide = true },
        ],
        AuthorityLines = ["TM. Ủy ban nhân dân", "KT. Chủ tịch"],
        SignerTitle = "Phó Chủ tịch",
        SignerName = "Nguyễn Văn A",
        Recipients = ["Như trên", "Thường trực Huyện ủy (b/cáo)", "CT, các PCT UBND huyện", "Lưu: VT, LĐTBXH"],
        MadeAt = At,
    };

    /// <summary>A công văn of an office below another body, to several, with nothing attached.</summary>
    public static OfficialLetter Letter { get; } = new()
    {
        IssuerParent = "UBND huyện Bình Sơn",
        Issuer = ["Phòng Lao động - Thương binh và Xã hội"],
        IssuerName = "Phòng Lao động - Thương binh và Xã hội huyện Bình Sơn",
        Number = 7,
        Symbol = "LĐTBXH",
        Place = "Bình Sơn",
        Date = new(3, 1, 2025),
        Subject = $"đôn đốc gửi báo cáo {Subject}",
        Addressees = ["Công an huyện", "UBND xã Bình Thạnh", "UBND xã Bình Thanh"],
        Body = [new LetterParagraph("Đề nghị các đơn vị gửi báo cáo trước ngày 10/01/2025.")],
        SignerTitle = "Trưởng phòng",
        Recipients = ["Như trên", "Lưu: VT"],
        MadeAt = At,
    };

    /// <summary>A kế hoạch in two parts, without addressees.</summary>
    public static OfficialLetter Parted { get; } = Report with
    {
        Kind = "Kế hoạch",
        Addressees = [],
        Annexes = [new("Danh sách đơn vị", [Long("Danh sách đơn vị", 3, 3)])],
        Body =
        [
            new LetterHeading(LetterLevel.Part, "Mục đích, yêu cầu"),
            new LetterHeading(LetterLevel.Section, "Mục đích"),
            new LetterParagraph("Bảo đảm tiến độ (Phụ lục kèm theo)."),
            new LetterHeading(LetterLevel.Part, "Tổ chức thực hiện"),
            new LetterParagraph("Các đơn vị phối hợp thực hiện."),
        ],
    };

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("công tác bảo vệ, chăm sóc trẻ em trên địa bàn huyện được quan tâm,", count / 13 + 1)) + " đạt kết quả.";

    private static LetterTable Long(string caption, int rows, int columns) => new(caption,
        [.. Enumerable.Range(1, columns).Select(c => new LetterColumn(c == 1 ? "STT" : $"Cột {c}", c == 1 ? 1 : 3, c == 1 ? LetterColumnKind.Centred : c == columns ? LetterColumnKind.Figure : LetterColumnKind.Text))],
        Enumerable.Range(1, rows).Select(r => (IReadOnlyList<string>)[.. Enumerable.Range(1, columns).Select(c => c == 1 ? $"{r}" : c == columns ? $"{r * 7}" : $"Nội dung dòng {r}, cột {c}")]));
}
