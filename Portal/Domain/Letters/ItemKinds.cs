using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>Whether a clause asks for a report, for a deed, or for the gathering of others' reports. Patterns are written for text without accents.</summary>
internal static partial class ItemKinds
{
    /// <summary>The kind of a clause.</summary>
    /// <param name="plain">The clause, without accents.</param>
    /// <param name="asked">What its list was introduced as.</param>
    public static ReadKind Of(string plain, ReadKind asked)
    {
        var words = Adverbs().Replace(plain, "", 1);
        if (Coordinating().IsMatch(words))
        {
            return ReadKind.Coordination;
        }
        return Reporting().IsMatch(words) || Sending().IsMatch(words) ? ReadKind.Report : asked == ReadKind.Report && Deed().IsMatch(words) ? ReadKind.Action : asked;
    }

    /// <summary>Whether a clause itself asks for a report.</summary>
    public static bool IsReport(string plain) => Of(plain, ReadKind.Action) == ReadKind.Report;

    /// <summary>Whether an introduction, after the word that asks, asks for a report: "báo cáo … như sau:".</summary>
    public static bool Introduces(string plain) => Introducing().IsMatch(plain) && !Handling().IsMatch(plain);

    /// <summary>A sentence of the kind every letter ends with: "Trong quá trình thực hiện, nếu có vướng mắc …", "thông báo để biết, thực hiện".</summary>
    public static bool IsFormula(string plain) => Formula().IsMatch(plain);

    /// <summary>Whether a clause begins with the name of a matter and not with a verb: "Công tác …", "Việc …".</summary>
    public static bool IsMatter(string plain) => Matter().IsMatch(plain);

    [GeneratedRegex(@"^(?:(?:va|dong thoi|khan truong|kip thoi|thuong xuyen|nghiem tuc|chu dong|tiep tuc|dinh ky[^,;]{0,40}?|hang (?:thang|quy|nam|tuan)|ngoai ra|rieng|sau do|trong do|tren co so do|cuoi cung|chi dao|to chuc),?\s+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Adverbs();

    [GeneratedRegex(@"^(?:tong hop(?!,? (?:va )?(?:gui|bao cao (?:ket qua|so lieu)|lap|so lieu|danh sach))|la (?:co quan|don vi|dau moi)|lam dau moi|dau moi|(?:theo doi|kiem tra|giam sat|huong dan),? (?:va )?(?:theo doi|kiem tra|giam sat|huong dan|don doc|nhac nho)|don doc|(?:chu tri|co trach nhiem|chiu trach nhiem)[^;]{0,60}?(?:don doc|tong hop (?:ket qua|bao cao|so lieu|chung|tinh hinh|danh sach|y kien|,? ?tham muu))|theo doi[^;]{0,80}(?:tong hop|bao cao)|tham muu[^;]{0,60}bao cao\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Coordinating();

    [GeneratedRegex(@"^(?:ra soat,? (?:va )?|thong ke,? (?:va )?|tong hop,? (?:va )?|danh gia,? (?:va )?|xay dung (?=bao cao)|hoan thien (?=bao cao)|lap (?=bao cao)|gui |nop |bo sung |hoan thanh (?:viec )?(?=bao cao|gui)|thuc hien (?:viec )?(?=bao cao)|co (?=van ban|bao cao)|nghien cuu,? (?:va )?)*(?:bao cao(?! vien)|thong ke|cung cap (?:thong tin|so lieu|tai lieu|ho so|danh sach)|thong tin bang van ban|tham gia y kien|gop y|cho y kien|co y kien|dong gop y kien|dien |giai trinh|tu danh gia|dang ky|phuc dap|tra loi bang|van ban|lap danh sach|lap (?:bieu|bang)|so lieu|danh sach|y kien|ke khai|cap nhat (?:so lieu|bao cao|thong tin|du lieu)|bo sung|ra soat[^;]{0,60}(?:bao cao|gui)|thong ke|phan anh bang|neu ro|nhap (?:so lieu|du lieu))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reporting();

    [GeneratedRegex(@"\b(?i:gui|goi(?= ve| bao| cho| qua| kem)|nop)\s+(?:(?:bao cao|ket qua|danh sach|van ban|y kien|ho so|so lieu|file|ke hoach|phieu|bieu mau|ban \w+(?: \w+){0,2}|de xuat|thong tin)[^;]{0,80}?\s)?(?:ve|cho|den|toi|qua)\s|thong bao ket qua[^;]{0,60}(?:cho|ve|den) |,? (?:va |dong thoi )?bao cao (?:ket qua|ve |UBND|Uy ban|So |Bo |Phong |Thu tuong|Chu tich|Tinh|Huyen|Thuong truc|cap|bang van ban)(?![^;]{0,200}theo quy dinh$)", RegexOptions.CultureInvariant)]
    private static partial Regex Sending();

    [GeneratedRegex(@"^(?:xay dung|ban hanh|to chuc|trien khai|day manh|tang cuong|chu dong|phoi hop voi|chi dao|quan triet)\b(?![^;]{0,200}bao cao)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deed();

    [GeneratedRegex(@"\b(?:bao cao(?! cua)|thong ke|cung cap|tham gia y kien|gop y|giai trinh|ra soat[^.:]{0,120}gui|dien |so lieu)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Introducing();

    [GeneratedRegex(@"\b(?:(?:trien khai|thuc hien)(?: tot| nghiem tuc| nghiem)?|tap trung|y kien(?: chi dao)?|quan tam chi dao) (?:thuc hien |trien khai )?(?:mot so |cac |nhung )?(?:noi dung|nhiem vu|cong viec|viec)?(?: cu the)?(?: chu yeu| trong tam)?(?:[,.]? ?(?:cu the )?(?:nhu )?sau)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Handling();

    [GeneratedRegex(@"^\W*(?:(?:trong )?qua trinh|neu co (?:gi|vuong|kho|van de|y kien|thac mac|phat sinh|noi dung)|truong hop|moi (?:vuong mac|thong tin|chi tiet|y kien)|rat mong|tran trong|xin (?:tran|cam|thong)|kinh mong (?:nhan|su)|neu (?:phat sinh|gap)|thong tin (?:chi tiet|lien he)|lien he|chi tiet (?:lien|xin))|\b(?:thong bao|bao)\s+(?:de|cho|den)\s[^.]{0,140}\bbiet\b|de (?:quy )?[^.]{0,60}\bbiet,? (?:va )?(?:to chuc |trien khai )?(?:thuc hien|phoi hop)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Formula();

    [GeneratedRegex(@"^(?:cong tac|viec|tinh hinh|ket qua|noi dung|cac van de|van de|nhung van de|so luong|ty le|kho khan|thuan loi|thuc trang|nguyen nhan|han che|ton tai|de xuat|kien nghi|giai phap|phuong huong|nhiem vu)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Matter();
}
