using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>Phrases, written for text without accents.</summary>
internal sealed partial class GroupReader
{
    [GeneratedRegex(@"^(giao|de nghi|yeu cau|dong thoi,? (?:giao|de nghi|yeu cau))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Turns();

    [GeneratedRegex(@"^(?:theo|ngay|tai|thuc hien|can cu|vua qua|truoc do)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Earlier();

    // A heading over when and how reports are sent.
    [GeneratedRegex(@"^(?:thoi (?:han|gian)|hinh thuc|cach thuc|phuong thuc|dia chi|noi nhan)\b[^.:]{0,60}:?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HowToSend();

    // "Ý kiến tham gia gửi về …": where the same goes, no second thing.
    [GeneratedRegex(@"^(?:y kien|bao cao|van ban|ket qua|danh sach|ho so|phieu|cong van|file|noi dung)\b[^,;]{0,80}?\b(?:gui|goi(?= ve| bao| cho| qua| kem)|nop)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SendsOnly();

    [GeneratedRegex(@"\b(?:da (?:nhan duoc|co|gui|ban hanh)|chua (?:nhan duoc|gui|bao cao))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(?:(?:gui|goi(?= ve| bao| cho| qua| kem)|nop|bao cao)\b[^.]{0,200}\b(?:ve|cho|den|toi|truoc|cham nhat|qua)\b|khan truong bao cao|bao cao (?:gap|nhanh))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Demands();

    [GeneratedRegex(@"^(?:(?:cac|quy|toan the|nhung|thu truong|lanh dao|mot so) )*(?:co quan|don vi|dia phuong|ban|so|nganh|ban nganh|doan the|truong|nha truong|to chuc|ca nhan|dong chi|,|va| )+(?:(?:co )?lien quan|neu tren|tren|co ten.*|thanh vien)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex General();
}
