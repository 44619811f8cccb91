using System.Text;
using CsCheck;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Requests;

public sealed class FieldInputTests
{
    private static Field Of(FieldType type) => new("x", "Nhãn", type);

    private static readonly Field Choice = Of(FieldType.Choice) with { Choices = [new("A", "Loại A"), new("B", "Loại B")] };

    [Theory]
    [InlineData(FieldType.Integer, "1.234", "1234")]
    [InlineData(FieldType.Decimal, "1.234,5", "1234.5")]
    [InlineData(FieldType.Money, "0,125", "0.125")]
    [InlineData(FieldType.Percent, "99,5", "99.5")]
    [InlineData(FieldType.Date, "30/9/2024", "2024-09-30")]
    [InlineData(FieldType.Date, "03/07/2024", "2024-07-03")]
    [InlineData(FieldType.Date, "2024-07-03", "2024-07-03")]
    [InlineData(FieldType.Date, "29/02/2024", "2024-02-29")]
    [InlineData(FieldType.Year, "2024", "2024")]
    [InlineData(FieldType.Boolean, "true", "true")]
    [InlineData(FieldType.Phone, " 0255 3851-234 ", "0255 3851-234")]
    [InlineData(FieldType.Phone, "+84 255.3851.234", "+84 255.3851.234")]
    [InlineData(FieldType.Text, "  một\r\ndòng\t ", "một dòng")]
    [InlineData(FieldType.LongText, " a\r\nb\rc ", "a\nb\nc")]
    [InlineData(FieldType.Text, "a\u0000b\u001Bc\u202Ed\u2066e\uFEFF", "abcde")]
    public void Typed_text_becomes_canonical(FieldType type, string raw, string canonical)
    {
        var read = FieldInput.Parse(Of(type), raw);
        Assert.True(read.Ok, read.Problem?.Text);
        Assert.Equal(canonical, read.Value);
    }

    [Fact]
    public void Blank_is_null_for_every_kind_and_never_zero()
    {
        foreach (var type in Enum.GetValues<FieldType>().Except([FieldType.Table, FieldType.File]))
        {
            foreach (var raw in new[] { null, "", "  ", "\u00A0", "\r\n", "\u202E" })
            {
                var read = FieldInput.Parse(Of(type), raw);
                Assert.True(read.Ok, $"{type}: {read.Problem?.Text}");
                Assert.Null(read.Value);
            }
        }
    }

    [Theory]
    [InlineData(FieldType.Date, "31/02/2024", "Ngày 31/02/2024 không có thật. Nhập theo dạng ngày/tháng/năm, ví dụ 30/9/2024.")]
    [InlineData(FieldType.Date, "2023-02-29", "Ngày 29/02/2023 không có thật. Nhập theo dạng ngày/tháng/năm, ví dụ 30/9/2024.")]
    [InlineData(FieldType.Date, "1/13/2024", "Ngày 1/13/2024 không có thật. Nhập theo dạng ngày/tháng/năm, ví dụ 30/9/2024.")]
    [InlineData(FieldType.Date, "hôm nay", "Không đọc được “hôm nay” là ngày. Nhập theo dạng ngày/tháng/năm, ví dụ 30/9/2024.")]
    [InlineData(FieldType.Date, "3/7/24", "Không đọc được “3/7/24” là ngày. Nhập theo dạng ngày/tháng/năm, ví dụ 30/9/2024.")]
    [InlineData(FieldType.Date, "3/7/1024", "Năm 1024 nằm ngoài khoảng 1900–2100. Kiểm tra lại năm.")]
    [InlineData(FieldType.Year, "24", "Không đọc được “24” là năm. Nhập đủ bốn chữ số, ví dụ 2024.")]
    [InlineData(FieldType.Year, "2.024", "Không đọc được “2.024” là năm. Nhập đủ bốn chữ số, ví dụ 2024.")]
    [InlineData(FieldType.Integer, "sáu tư", "Không đọc được “sáu tư” là số. Nhập số nguyên từ 0 trở lên, ví dụ 64.")]
    [InlineData(FieldType.Percent, "101", "Số 101 vượt mức của ô này. Nhập số từ 100 trở xuống.")]
    [InlineData(FieldType.Boolean, "yes", "Chọn “Có” hoặc “Không”.")]
    [InlineData(FieldType.Phone, "113", "Không đọc được “113” là số điện thoại. Nhập 8–15 chữ số, ví dụ 0255 3851 234.")]
    [InlineData(FieldType.Phone, "gọi 0255 3851234", "Không đọc được “gọi 0255 3851234” là số điện thoại. Nhập 8–15 chữ số, ví dụ 0255 3851 234.")]
    public void What_cannot_be_is_refused_with_the_way_to_write_it(FieldType type, string raw, string said) =>
        Assert.Equal(said, FieldInput.Parse(Of(type), raw).Problem?.Text);

    [Fact]
    public void Option_not_offered_is_refused_with_those_that_are()
    {
        Assert.Equal("B", FieldInput.Parse(Choice, "B").Value);
        Assert.Equal("“C” không có trong các lựa chọn. Chọn một trong: Loại A; Loại B.", FieldInput.Parse(Choice, "C").Problem?.Text);
    }

    [Fact]
    public void Bounds_of_a_figure_are_kept()
    {
        var communes = Of(FieldType.Integer) with { Min = 1, Max = 22 };
        Assert.Equal("22", FieldInput.Parse(communes, "22").Value);
        Assert.Equal("FigureAbove", FieldInput.Parse(communes, "23").Problem?.Code);
        Assert.Equal("Nhập số nguyên từ 1 trở lên, ví dụ 64; đã nhập 0.", FieldInput.Parse(communes, "0").Problem?.Text);
        Assert.Equal("FigureDecimals", FieldInput.Parse(Of(FieldType.Decimal) with { Decimals = 1 }, "1,25").Problem?.Code);
    }

    [Fact]
    public void Text_too_long_is_refused_by_how_much_counted_in_characters_composed()
    {
        var field = Of(FieldType.Text) with { MaxLength = 10 };
        Assert.True(FieldInput.Parse(field, string.Concat(Enumerable.Repeat("ộ", 10)).Normalize(NormalizationForm.FormD)).Ok);
        Assert.True(FieldInput.Parse(field, string.Concat(Enumerable.Repeat("😀", 10))).Ok);
        Assert.Contains("dài 13 ký tự, vượt 3 ký tự so với mức 10", FieldInput.Parse(field, new string('ă', 13)).Problem?.Text);
        Assert.Equal("FieldTooLong", FieldInput.Parse(Of(FieldType.Text), new string('a', 501)).Problem?.Code);
        Assert.True(FieldInput.Parse(Of(FieldType.LongText), new string('a', 20_000)).Ok);
        Assert.Contains("vượt 1 ký tự so với mức 20.000", FieldInput.Parse(Of(FieldType.LongText), new string('a', 20_001)).Problem?.Text);
    }

    [Fact]
    public void Short_text_is_not_refused_while_typing() =>
        Assert.Equal("ngắn", FieldInput.Parse(Of(FieldType.LongText) with { MinLength = 30 }, "ngắn").Value);

    [Fact]
    public void Table_and_file_have_no_value_of_their_own()
    {
        Assert.Equal("FieldHasNoValue", FieldInput.Parse(Of(FieldType.Table), "x").Problem?.Code);
        Assert.Equal("FieldHasNoValue", FieldInput.Parse(Of(FieldType.File), "x").Problem?.Code);
    }

    [Theory]
    [InlineData(FieldType.Decimal, "1234.5", "1.234,5")]
    [InlineData(FieldType.Date, "2024-07-03", "03/7/2024")]
    [InlineData(FieldType.Date, "2024-09-30", "30/9/2024")]
    [InlineData(FieldType.Date, "2024-02-09", "09/02/2024")]
    [InlineData(FieldType.Date, "2024-12-01", "01/12/2024")]
    [InlineData(FieldType.Boolean, "true", "Có")]
    [InlineData(FieldType.Boolean, "false", "Không")]
    [InlineData(FieldType.Year, "2024", "2024")]
    [InlineData(FieldType.Text, null, "")]
    [InlineData(FieldType.Integer, "?", "?")]
    public void Stored_values_are_shown_as_official_letters_write_them(FieldType type, string? canonical, string shown) =>
        Assert.Equal(shown, FieldInput.Show(Of(type), canonical));

    [Fact]
    public void Choice_is_shown_by_its_label() => Assert.Equal("Loại A", FieldInput.Show(Choice, "A"));

    [Fact]
    public void No_text_throws_and_what_was_accepted_is_accepted_again()
    {
        var types = Enum.GetValues<FieldType>().Except([FieldType.Table, FieldType.File]).ToArray();
        Gen.Select(Gen.Int[0, types.Length - 1].Select(i => types[i]), Gen.OneOf(Gen.String, Gen.Char["0123456789/-., "].Array[0, 12].Select(c => new string(c)))).Sample((type, raw) =>
        {
            var read = FieldInput.Parse(Of(type), raw);
            if (read is { Ok: true, Value: { } value })
            {
                Assert.Equal(value, FieldInput.Parse(Of(type), type is FieldType.Decimal or FieldType.Money or FieldType.Percent or FieldType.Integer ? FieldInput.Show(Of(type), value) : value).Value);
            }
        });
    }
}
