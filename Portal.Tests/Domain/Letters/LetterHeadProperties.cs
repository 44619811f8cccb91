using System.Text;
using CsCheck;
using Portal.Domain.Letters;

namespace Portal.Tests.Domain.Letters;

public sealed class LetterHeadProperties
{
    private const string Head =
        "UBND HUYỆN BÌNH SƠN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHÒNG NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc\nSố: 45/BC-PNV\tBình Sơn, ngày 05 tháng 7 năm 2024\n"
        + "MẬT\nBÁO CÁO\nKết quả công tác năm 2024\n\nCăn cứ Kế hoạch số 12/KH-UBND ngày 01/3/2024, V/v triển khai;\nKính gửi: UBND huyện\n";

    private static readonly string[] Pieces =
        ["Số:", "/", "-", "UBND", "ngày", "tháng", "năm", "31", "2", "2024", "V/v", "BÁO CÁO", "QUYẾT ĐỊNH", "MẬT", "\n", "\n\n", "\t", "       ", "…", "\u0301", "\uD800", "\u202E", "Căn cứ ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "0", "９", "ỦY BAN"];

    private static readonly Gen<string> Mutated = Gen.Select(Gen.Int[0, Head.Length - 1], Gen.Int[0, 12], Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])).Array[0, 12].Select(Change);

    [Fact]
    public void Changed_head_never_throws_and_every_place_lies_in_the_text() => Mutated.Sample(text =>
    {
        foreach (var form in new[] { text, Whole(text).Normalize(NormalizationForm.FormD) })
        {
            var head = LetterHead.Read(form);
            Within(form, head.Number);
            Within(form, head.IssuedOn);
            Within(form, head.Issuer);
            Within(form, head.Summary);
            Within(form, head.SecrecyStamp);
        }
    }, iter: 10_000);

    [Fact]
    public void Changed_head_never_gives_a_date_or_number_that_is_not_in_the_text() => Mutated.Sample(text =>
    {
        var head = LetterHead.Read(text);
        if (head.IssuedOn is { } date)
        {
            var digits = Digits(text.Substring(date.Start, date.Length));
            Assert.EndsWith($"{date.Value.Year:D4}", digits, StringComparison.Ordinal);
            Assert.Contains(digits[..^4], from d in new[] { $"{date.Value.Day}", $"{date.Value.Day:D2}" } from m in new[] { $"{date.Value.Month}", $"{date.Value.Month:D2}" } select d + m);
        }
        if (head.Number is { } number)
        {
            Assert.Equal(number.Value, string.Concat(Whole(text.Substring(number.Start, number.Length)).Normalize().Where(c => !char.IsWhiteSpace(c))));
        }
    }, iter: 10_000);

    [Fact]
    public void Long_lines_of_the_worst_letters_are_read_at_once()
    {
        foreach (var piece in Pieces.Append("ngày 1 ").Append("1/").Append("A-").Append("V /").Append("12/A").Append("ngày 1/").Append(" "))
        {
            LetterHead.Read(string.Concat(Enumerable.Repeat(piece, LetterHead.MaxText)));
            LetterHead.Read("Số: " + string.Concat(Enumerable.Repeat(piece, LetterHead.MaxText)));
        }
    }

    private static void Within<T>(string text, Found<T>? found) => Assert.True(found is null || (found.Start >= 0 && found.Length > 0 && found.Start + found.Length <= text.Length));

    private static string Change((int At, int Cut, string Piece)[] changes) => changes.Aggregate(Head, (text, change) =>
    {
        var at = change.At % (text.Length + 1);
        return text[..at] + change.Piece + text[Math.Min(text.Length, at + change.Cut)..];
    });

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
