using CsCheck;
using Portal.Domain.Consolidation;

namespace Portal.Tests.Domain.Consolidation;

/// <summary>What a unit wrote, cut into sentences without changing a character.</summary>
public sealed class SentencesTests
{
    [Theory]
    [InlineData("Đã ban hành kế hoạch. Đã tổ chức 02 lớp; có 45 người dự.", "Đã ban hành kế hoạch|Đã tổ chức 02 lớp; có 45 người dự")]
    [InlineData("- Mở 01 lớp;\n- Cấp 1.200 tờ rơi.", "Mở 01 lớp|Cấp 1.200 tờ rơi")]
    [InlineData("1. Về chỉ đạo: đã làm. 2. Về kinh phí 1.234,5 triệu đồng!", "1. Về chỉ đạo: đã làm|2. Về kinh phí 1.234,5 triệu đồng")]
    [InlineData("Đã ban hành Kế hoạch số 12. Mở 02 lớp.", "Đã ban hành Kế hoạch số 12|Mở 02 lớp")]
    [InlineData("Kế hoạch số 12/KH-UBND ngày 03.5.2024 của UBND xã.", "Kế hoạch số 12/KH-UBND ngày 03.5.2024 của UBND xã")]
    [InlineData("Không có dấu chấm", "Không có dấu chấm")]
    [InlineData(" \r\n ; ", "")]
    public void Each_sentence_is_a_piece_of_the_text(string text, string sentences) => Assert.Equal(sentences, string.Join('|', Sentences.Of(text).Select(s => s.In(text))));

    [Fact]
    public void Whatever_is_written_sentences_lie_one_behind_the_other_and_lose_no_letter() =>
        Gen.String[Gen.OneOf(Gen.Char["aăâbcdđ ABCĐ.;!?…-–•12,\n\r\t"], Gen.Char), 0, 200].Sample(text =>
        {
            var end = 0;
            foreach (var sentence in Sentences.Of(text))
            {
                Assert.True(sentence.Start >= end && sentence.Length > 0);
                Assert.DoesNotContain(text[end..sentence.Start], char.IsLetterOrDigit);
                end = sentence.Start + sentence.Length;
            }

            Assert.DoesNotContain(text[end..], char.IsLetterOrDigit);
        });
}
