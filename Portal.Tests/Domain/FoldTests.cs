using System.Text;
using CsCheck;
using Portal.Domain;

namespace Portal.Tests.Domain;

public sealed class FoldTests
{
    [Theory]
    [InlineData("Bình Đông", "binh dong")]
    [InlineData("ĐẶNG THỊ ƯỚC", "dang thi uoc")]
    [InlineData("Đ", "d")]
    [InlineData("", "")]
    [InlineData("Số: 12/UBND-VX", "so: 12/ubnd-vx")]
    public void Folded_text_has_no_accents_and_d_for_đ(string text, string folded)
    {
        Assert.Equal(folded, Fold.Of(text));
        Assert.Equal(folded, Fold.Of(text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Thạnh_and_Thanh_fold_alike_and_so_are_no_keys() => Assert.Equal(Fold.Of("Bình Thạnh"), Fold.Of("Bình Thanh"));

    [Fact]
    public void Decomposed_text_is_stored_composed()
    {
        var composed = "Tập huấn ở Châu Ổ";
        Assert.Equal(composed, Fold.Nfc(composed.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void No_text_throws_not_even_half_a_character()
    {
        Gen.String.Sample(s => Assert.Equal(Fold.Of(s), Fold.Of(Fold.Of(s))));
        Assert.Equal("\uFFFD", Fold.Nfc("\uD800"));
    }
}
