using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Domain.Privacy;
using Portal.Domain.Requests;
using Portal.Tests.Architecture;

namespace Portal.Tests.Domain.Privacy;

public sealed partial class PersonalDataTests(ITestOutputHelper output)
{
    [Fact]
    public void There_are_enough_examples_of_both_sides()
    {
        Assert.True(PersonalDataExamples.Of("seen", "must").Count >= 60);
        Assert.True(PersonalDataExamples.Of("seen", "mustNot").Count >= 60);
        Assert.True(PersonalDataExamples.Of("unseen", "must").Count >= 20);
        Assert.True(PersonalDataExamples.Of("unseen", "mustNot").Count >= 20);
        Assert.All(PersonalDataExamples.Of("seen", "must").Concat(PersonalDataExamples.Of("unseen", "must")), e => Assert.NotEmpty(e.Expected));
        Assert.All(PersonalDataExamples.Of("seen", "mustNot").Concat(PersonalDataExamples.Of("unseen", "mustNot")), e => Assert.Empty(e.Expected));
    }

    [Fact]
    public void Every_seen_example_holds_to_the_letter() => Assert.Equal([], PersonalDataExamples.Of("seen")
        .Where(e => !PersonalData.Find(e.Text).Select(s => (s.Start, s.Length, s.Kind)).SequenceEqual(e.Expected))
        .Select(e => $"{e.Text} -> {string.Join(", ", PersonalData.Find(e.Text).Select(s => $"{s.Kind} {e.Text.Substring(s.Start, s.Length)}"))}"));

    [Theory]
    [InlineData("seen", 1.0, 1.0)]
    [InlineData("unseen", 0.85, 0.85)]
    public void Precision_and_recall_are_what_the_examples_say(string set, double leastPrecision, double leastRecall)
    {
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var example in PersonalDataExamples.Of(set))
        {
            var found = PersonalData.Find(example.Text);
            bool Meets(Suspicion s, (int Start, int Length, SuspicionKind Kind) e) => s.Kind == e.Kind && s.Start < e.Start + e.Length && e.Start < s.Start + s.Length;
            right += example.Expected.Count(e => found.Any(s => Meets(s, e)));
            var misses = example.Expected.Where(e => !found.Any(s => Meets(s, e))).ToList();
            var extra = found.Where(s => !example.Expected.Any(e => Meets(s, e))).ToList();
            (wrong, missed) = (wrong + extra.Count, missed + misses.Count);
            foreach (var line in extra.Select(s => $"  too much: {example.Text.Substring(s.Start, s.Length)}").Concat(misses.Select(e => $"  missed: {example.Text.Substring(e.Start, e.Length)}")))
            {
                output.WriteLine($"{line}  in  {example.Text}");
            }
        }

        var (precision, recall) = ((double)right / (right + wrong), (double)right / (right + missed));
        var said = string.Create(CultureInfo.InvariantCulture, $"Names of children, {set} examples: {right} passages found, {missed} missed, {wrong} too much; precision {precision:P1}, recall {recall:P1}");
        output.WriteLine(said);
        Console.WriteLine(said);
        Assert.True(precision >= leastPrecision && recall >= leastRecall, said);
    }

    [Theory]
    [InlineData("Cháu Nguyễn Văn An bị ngã.", "N.V.A.")]
    [InlineData("Gặp cháu Nguyễn Văn An.", "N.V.A")]
    [InlineData("Cháu ĐINH THỊ Ý, sinh năm 2012", "Đ.T.Ý.")]
    [InlineData("Gọi 0912 345 678 nhé", "[số điện thoại]")]
    [InlineData("CCCD 051215003456", "[số giấy tờ]")]
    [InlineData("Ở số nhà 12 đường Trần Phú", "[địa chỉ]")]
    public void What_to_write_instead_is_offered(string text, string suggestion) => Assert.Equal(suggestion, Assert.Single(PersonalData.Find(text)).Suggestion);

    [Theory]
    [InlineData("Cháu Nguyễn Văn An, sinh ngày 12/3/2015", "N.V.A.")]
    [InlineData("Gọi cho cháu Lê Thị Hồng. Hết.", "L.T.H")]
    public void What_was_rewritten_as_offered_is_no_longer_found(string text, string initials)
    {
        var found = Assert.Single(PersonalData.Find(text));
        Assert.Equal(initials, found.Suggestion);
        Assert.Empty(PersonalData.Find(text.Remove(found.Start, found.Length).Insert(found.Start, found.Suggestion)));
    }

    [Fact]
    public void Decomposed_text_is_marked_where_it_stands()
    {
        const string Text = "Hỗ trợ cháu Nguyễn Thị Ánh, sinh năm 2013";
        var decomposed = Text.Normalize(NormalizationForm.FormD);
        var found = Assert.Single(PersonalData.Find(decomposed));
        Assert.Equal("Nguyễn Thị Ánh".Normalize(NormalizationForm.FormD), decomposed.Substring(found.Start, found.Length));
        Assert.Equal("N.T.Á.", found.Suggestion);
    }

    [Theory]
    [InlineData("\uD83D\uDE00\uD83D cháu Lê Văn Tám \uDE00")]
    [InlineData("\u0301\u0301 cháu Lê Văn Tám\uFFFE")]
    public void Broken_characters_do_no_harm(string text)
    {
        var found = Assert.Single(PersonalData.Find(text));
        Assert.Equal("Lê Văn Tám", text.Substring(found.Start, found.Length));
    }

    [Theory]
    [InlineData("Cháu Nguyễn Văn An, sinh ngày 12/3/2015, gọi 0912345678, ở số nhà 12 đường Trần Phú. ")]
    [InlineData("cháu ")]
    [InlineData("Nguyễn ")]
    [InlineData("số nhà 1 đường Trần ")]
    [InlineData("0 ")]
    [InlineData("( ")]
    public void Fifty_thousand_characters_are_read_by_every_rule(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (50_000 / piece.Length) + 1)) + ". Cháu Nguyễn Văn An";
        var clock = Stopwatch.StartNew();
        var found = PersonalData.Find(text);
        output.WriteLine($"{text.Length} characters of “{piece}”: {clock.ElapsedMilliseconds} ms");
        Assert.Contains(found, s => s.Start + s.Length == text.Length);
    }

    [Fact]
    public void Rules_say_the_same_in_both_languages_and_end()
    {
        using var file = JsonDocument.Parse(SourceRules.Read("Portal/Domain/Privacy/personal-data.json"));
        var patterns = file.RootElement.GetProperty("parts").EnumerateObject().Select(p => p.Value.GetString()!)
            .Concat(file.RootElement.GetProperty("rules").EnumerateArray().SelectMany(r => new[] { r.GetProperty("pattern").GetString()!, r.TryGetProperty("then", out var t) ? t.GetString()! : "" })).ToList();
        Assert.DoesNotContain(patterns, p => Unbounded().IsMatch(p));
        Assert.DoesNotContain(patterns, p => ReadDifferently().IsMatch(p));
        Assert.Matches(Unbounded(), "(?:a|b)+");
        Assert.Matches(Unbounded(), "a{2,}");
        Assert.Matches(ReadDifferently(), @"\d");
    }

    [Fact]
    public void Fields_of_officials_and_of_document_numbers_are_left_alone()
    {
        var template = Requests.BinhSonLetter.Request.Template;
        Assert.Equal(["danhGiaChung"], template.Cover.Fields.Where(PersonalData.Guards).Select(f => f.Code));
        Assert.Equal(["ketQuaThucHien", "khoKhanVuongMac", "giaiPhap", "deXuatKienNghi", "giaiTrinhSoLieu", "lyDoKhongCoMinhChung"], template.Form("XA-02")!.Fields.Where(PersonalData.Guards).Select(f => f.Code));
        Assert.Equal(["trichYeu"], template.Form("XA-05")!.Field("XA05.T1")!.Columns.Where(PersonalData.Guards).Select(f => f.Code));
    }

    [Fact]
    public void Passages_of_a_form_come_with_their_field_and_the_words_around_them()
    {
        var form = Requests.BinhSonLetter.Request.Template.Form("XA-05")!;
        var found = PersonalData.In(form, new Dictionary<string, string>
        {
            [ItemForm.NarrativeField] = "Trong kỳ báo cáo đã phối hợp các ngành hỗ trợ cháu Nguyễn Văn An, sinh ngày 12/3/2015, và những trẻ em khác có hoàn cảnh khó khăn.",
            ["XA05.T1/a/#"] = "1",
            ["XA05.T1/a/trichYeu"] = "Về việc hỗ trợ em Lê Thị Bé",
            ["XA05.T1/gone/trichYeu"] = "Về việc hỗ trợ em Lê Thị Út",
        });
        Assert.Equal(["XA05.T1/a/trichYeu", ItemForm.NarrativeField], found.Select(f => f.Path));
        Assert.Equal(("…cáo đã phối hợp các ngành hỗ trợ cháu ", "Nguyễn Văn An", ", sinh ngày 12/3/2015, và những trẻ em…"), (found[1].Before, found[1].Passage, found[1].After));
        Assert.Equal("Kết quả triển khai, thực hiện", found[1].Label);
    }

    [GeneratedRegex(@"(?<!\\)[*]|(?<=[^(?\\[])\+|\{[0-9]+,\}")]
    private static partial Regex Unbounded();

    [GeneratedRegex(@"\\[dDsSwWbB]|\(\?[imsx-]|\(\?>|(?<!\\)\.(?![^\[]*\])")]
    private static partial Regex ReadDifferently();
}
