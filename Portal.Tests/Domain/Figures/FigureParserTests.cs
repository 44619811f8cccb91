using System.Globalization;
using CsCheck;
using Portal.Domain.Figures;

namespace Portal.Tests.Domain.Figures;

public sealed class FigureParserTests
{
    [Theory]
    [InlineData("64", 0, "64")]
    [InlineData("0", 0, "0")]
    [InlineData("007", 0, "7")]
    [InlineData(" 64 ", 0, "64")]
    [InlineData("1.234", 0, "1234")]
    [InlineData("1.234.567", 0, "1234567")]
    [InlineData("12.345,5", 1, "12345.5")]
    [InlineData("1,5", 1, "1.5")]
    [InlineData("0,125", 3, "0.125")]
    [InlineData("1,50", 2, "1.5")]
    [InlineData("1 234", 0, "1234")]
    [InlineData("1\u00A0234,5", 1, "1234.5")]
    [InlineData("1\u202F234\u202F567", 0, "1234567")]
    [InlineData("\u00A012\u00A0", 0, "12")]
    [InlineData("123456789012345", 0, "123456789012345")]
    public void Reads_numbers_as_Vietnamese_people_write_them(string raw, int decimals, string canonical)
    {
        var read = FigureParser.Parse(raw, decimals);
        Assert.True(read.Ok, read.Problem?.Text);
        Assert.Equal(canonical, FigureParser.Canonical(read.Value!.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00A0\u202F")]
    [InlineData("\n\t")]
    public void Blank_is_nothing_and_never_zero(string raw)
    {
        var read = FigureParser.Parse(raw, 0);
        Assert.True(read.Ok);
        Assert.Null(read.Value);
    }

    [Theory]
    [InlineData("1.5", 1, "FigureDot", "“1.5”", "(1,5)", "(1.500)")]
    [InlineData("1234.5", 1, "FigureDot", "(1234,5)", "(12.345)")]
    [InlineData("0.123", 3, "FigureDot", "(0,123)")]
    [InlineData("1.5", 0, "FigureDotWhole", "(1.500)", "Nhập số nguyên từ 0 trở lên, ví dụ 64.")]
    [InlineData("1234.567", 3, "FigureDot", "(1234,567)")]
    [InlineData("1.23.456", 0, "FigureGroups", "“1.23.456”")]
    [InlineData("1.234.56", 0, "FigureGroups")]
    [InlineData("12 34", 0, "FigureGroups")]
    [InlineData("1.234 567", 0, "FigureGroups")]
    [InlineData("1 234.567", 0, "FigureGroups")]
    [InlineData("1,234.5", 1, "FigureGroups")]
    [InlineData("0.123.456", 0, "FigureGroups")]
    [InlineData("1,", 1, "FigureGroups")]
    [InlineData(",5", 1, "FigureGroups")]
    [InlineData("1,2,3", 1, "FigureCommas", "“1,2,3”")]
    [InlineData("abc", 1, "FigureNotNumber", "“abc”")]
    [InlineData("abc", 0, "FigureNotNumberWhole", "Nhập số nguyên từ 0 trở lên, ví dụ 64.")]
    [InlineData("1e5", 1, "FigureNotNumber")]
    [InlineData("６４", 0, "FigureNotNumberWhole")]
    [InlineData("٦٤", 0, "FigureNotNumberWhole")]
    [InlineData("+5", 0, "FigureNotNumberWhole")]
    [InlineData("0x10", 0, "FigureNotNumberWhole")]
    [InlineData("12%", 1, "FigureNotNumber")]
    [InlineData(".", 1, "FigureNotNumber")]
    [InlineData(",", 1, "FigureNotNumber")]
    [InlineData("∞", 1, "FigureNotNumber")]
    [InlineData("1\n234", 0, "FigureNotNumberWhole")]
    [InlineData("-5", 0, "FigureNegative", "“-5”")]
    [InlineData("−5", 1, "FigureNegative")]
    [InlineData("–5", 1, "FigureNegative")]
    [InlineData("1,25", 1, "FigureDecimals", "2 chữ số sau dấu phẩy", "nhiều nhất 1")]
    [InlineData("1,50", 1, "FigureDecimals")]
    [InlineData("64,0", 0, "FigureNotWhole")]
    [InlineData("1,234", 0, "FigureNotWhole", "hàng nghìn viết 1.234")]
    [InlineData("1234567890123456", 0, "FigureTooLarge", "15 chữ số")]
    [InlineData("99999999999999999999999999999999999999", 0, "FigureTooLarge")]
    public void What_is_unclear_is_refused_with_what_was_read_and_how_to_write_it(string raw, int decimals, string code, params string[] said)
    {
        var problem = FigureParser.Parse(raw, decimals).Problem;
        Assert.Equal(code, problem?.Code);
        Assert.All(said, s => Assert.Contains(s, problem!.Text));
    }

    [Theory]
    [InlineData("1234.5", null, "1.234,5")]
    [InlineData("1234", null, "1.234")]
    [InlineData("0", null, "0")]
    [InlineData("999", null, "999")]
    [InlineData("1234.50", null, "1.234,5")]
    [InlineData("1234.5", 2, "1.234,50")]
    [InlineData("-1234.5", null, "-1.234,5")]
    [InlineData("0.125", null, "0,125")]
    public void Shows_numbers_with_dots_between_thousands_and_a_comma(string value, int? decimals, string shown) =>
        Assert.Equal(shown, FigureParser.Show(decimal.Parse(value, CultureInfo.InvariantCulture), decimals));

    [Fact]
    public void What_is_shown_is_read_back_as_the_same_figure()
    {
        Gen.Select(Gen.Long[0, 999_999_999_999], Gen.Int[0, 3]).Sample((digits, decimals) =>
        {
            var value = digits / (decimal)Math.Pow(10, decimals);
            Assert.Equal(value, FigureParser.Parse(FigureParser.Show(value), decimals).Value);
            Assert.Equal(value, FigureParser.Parse(FigureParser.Show(value, decimals), decimals).Value);
            Assert.Equal(value, decimal.Parse(FigureParser.Canonical(value), CultureInfo.InvariantCulture));
        });
    }

    [Fact]
    public void No_text_throws_and_none_becomes_a_number_of_other_digits()
    {
        var tricky = Gen.Select(Gen.Int[0, 12], Gen.Char["0123456789.,  \u00A0\u202F-e"], (n, c) => new string(c, n));
        Gen.OneOf(Gen.String, tricky, Gen.Char["0123456789., \u202F"].Array[0, 24].Select(c => new string(c))).Sample(raw =>
        {
            var read = FigureParser.Parse(raw, 3);
            if (read is { Ok: true, Value: { } value })
            {
                var digits = string.Concat(raw.Where(char.IsAsciiDigit)).Trim('0');
                Assert.Equal(digits, FigureParser.Canonical(value).Replace(".", "").Trim('0'));
            }
        });
    }
}
