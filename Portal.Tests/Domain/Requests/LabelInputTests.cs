using Portal.Domain;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Requests;

/// <summary>Answers as spreadsheets hold them: the words of a choice, a share with its sign.</summary>
public sealed class LabelInputTests
{
    private static readonly Field Status = new("tt", "Mức độ", FieldType.Choice) { Choices = [new("XONG", "Đã giải quyết dứt điểm"), new("DANG", "Đang giải quyết")] };
    private static readonly Field Place = new("xa", "Xã", FieldType.UnitRef) { Choices = [new("XA-21046", "Bình Thạnh"), new("XA-21091", "Bình Thanh")] };

    [Theory]
    [InlineData("Đã giải quyết dứt điểm", "XONG")]
    [InlineData("  đã GIẢI  quyết dứt điểm ", "XONG")]
    [InlineData("dang giai quyet", "DANG")]
    [InlineData("XONG", "XONG")]
    [InlineData("xong", "XONG")]
    [InlineData("", null)]
    public void A_choice_is_known_by_its_words_and_its_code(string written, string? code) => Assert.Equal(code, LabelInput.Parse(Status, written).Value);

    [Theory]
    [InlineData("Bình Thạnh", "XA-21046")]
    [InlineData("Bình Thanh", "XA-21091")]
    [InlineData("binh thanh", null)]
    [InlineData("BÌNH THẠNH", null)]
    public void Words_that_fit_two_choices_are_refused_unless_they_are_exact(string written, string? code)
    {
        var read = LabelInput.Parse(Place, written);
        Assert.Equal((code, code is null ? nameof(Problems.ChoiceNotOffered) : null), (read.Value, read.Problem?.Code));
    }

    [Theory]
    [InlineData(FieldType.Boolean, "có", "true")]
    [InlineData(FieldType.Boolean, "KHONG", "false")]
    [InlineData(FieldType.Boolean, "true", "true")]
    [InlineData(FieldType.Percent, "65,7 %", "65.7")]
    [InlineData(FieldType.Percent, "65,7", "65.7")]
    public void Yes_no_and_shares_are_read_as_written(FieldType type, string written, string value) => Assert.Equal(value, LabelInput.Parse(new("a", "A", type), written).Value);

    [Theory]
    [InlineData(FieldType.Decimal, "1234567.25")]
    [InlineData(FieldType.Date, "2024-12-31")]
    [InlineData(FieldType.Boolean, "false")]
    [InlineData(FieldType.Text, "=1+1")]
    [InlineData(FieldType.Year, "2024")]
    public void A_stored_value_can_be_typed_again(FieldType type, string value)
    {
        var field = new Field("a", "A", type);
        Assert.Equal(value, FieldInput.Parse(field, LabelInput.Typed(field, value)).Value);
    }
}
