using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Portal.Domain;
using Portal.Domain.Letters;

namespace Portal.Tests.Domain.Letters;

/// <summary>The real letters, changed at random. <c>PORTAL_ROUNDS=10000</c> sets how many; each is read to its end.</summary>
public sealed partial class LetterReadingProperties
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("PORTAL_ROUNDS"), out var rounds) ? rounds : 300;

    private static readonly string[] Pieces =
        ["\n", "\n\n", "\t", "1. ", "- ", "a) ", "I. ", "ngày", "31", "/", "2", "trước ngày ", "chậm nhất ", "tháng", "năm", "; ", "(", "“", "Kính gửi: ", "Nơi nhận:", "KT. CHỦ TỊCH\n", "báo cáo ", "đề nghị ", "UBND ", "\u0301", "\uD800", "…", "hằng tháng", "mồng ", "mười "];

    private static readonly Gen<string> Mutated = Gen.Select(
        Gen.Int[0, LetterSamples.All.Length - 1],
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 100_000], Gen.Int[0, 100_000], Gen.Int[0, Pieces.Length - 1]).Array[1, 12],
        (letter, changes) => changes.Aggregate(LetterSamples.Text(LetterSamples.All[letter]), Change));

    [Fact]
    public void A_changed_letter_is_read_to_its_end_and_every_place_lies_in_it() => Mutated.Sample(text =>
    {
        var node = LetterReadingJson.Node(LetterReading.Read(text));
        Assert.All(node["evidence"]!.AsObject(), e =>
        {
            var (start, length) = ((int)e.Value!["start"]!, (int)e.Value["length"]!);
            Assert.True(start >= 0 && length >= 0 && start + length <= text.Length, e.Key);
        });
    }, iter: Rounds);

    [Fact]
    public void A_changed_letter_never_gives_a_day_that_is_not_written() => Mutated.Sample(text =>
    {
        var read = LetterReading.Read(text);
        var figures = Figures().Matches(Spoken(text)).Where(m => m.Length < 10).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).ToHashSet();
        var days = new[] { read.Date?.Value, read.Deadline?.Date, read.DataCutoff?.Date }.Concat(read.OtherDeadlines.Select(d => d.Date)).Concat(read.SuperiorReferences.Select(r => r.Date))
            .Concat(read.Groups.SelectMany(g => g.Items).Select(i => i.Deadline?.Date)).OfType<DateOnly>();
        Assert.All(days, d => Assert.True(figures.IsSupersetOf([d.Day, d.Month, d.Year]), $"{d:yyyy-MM-dd}"));
    }, iter: Rounds);

    [Fact]
    public void The_worst_texts_are_read_without_going_on_for_ever()
    {
        foreach (var piece in Pieces.Append("1.1.1.1 ").Append("\na)\n").Append("các sở, ").Append("Công văn số 1/A ").Append("trước ngày 1/1/2024 ").Append("\tSở A\t"))
        {
            var reading = LetterReading.Read("Số: 1/UBND-VX\nKính gửi: Sở A\n\nUBND đề nghị các sở báo cáo:\n" + string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length)));
            Assert.Equal("1", reading.Number?.Value);
            Assert.Contains(reading.Doubts, d => d.Code == LetterDoubtCode.TooLong);
        }
    }

    private static string Change(string text, (int Kind, int At, int Other, int Piece) change)
    {
        if (text.Length < 4)
        {
            return text;
        }

        var at = change.At % text.Length;
        var lines = text.Split('\n').ToList();
        var (line, other) = (change.At % lines.Count, change.Other % lines.Count);
        switch (change.Kind)
        {
            case 0:
                return text.Remove(at, 1 + (change.Other % Math.Min(20, text.Length - at)));
            case 1:
                return text.Insert(at, Pieces[change.Piece]);
            case 2:
                return text[..at] + text[(at + 1)..] + text[at];
            case 3:
                lines.RemoveAt(line);
                return string.Join('\n', lines);
            case 4:
                (lines[line], lines[other]) = (lines[other], lines[line]);
                return string.Join('\n', lines);
            case 5:
                lines.Insert(line, lines[other]);
                return string.Join('\n', lines);
            case 6:
                return change.Piece < 5 ? text[..at] : text.Insert(at, text.Substring(change.Other % text.Length, 1));
            default:
                return change.Piece < 3 ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormD) : text.Replace(Pieces[change.Piece], " ", StringComparison.Ordinal);
        }
    }

    /// <summary>Numbers in words beside those in figures, and figures that a reader joins over a space, as "2 0 2 4".</summary>
    private static string Spoken(string text)
    {
        var folded = Fold.Of(text);
        var words = new[] { "mot 1", "gieng 1", "hai 2", "ba 3", "bon 4", "tu 4", "nam 5", "sau 6", "bay 7", "tam 8", "chin 9", "muoi 10", "muoi mot 11", "muoi hai 12", "chap 12" };
        return folded + " " + SpaceBetween().Replace(string.Concat(folded.Where(c => c < '\u0080')), "") + " " + string.Join(' ', words.Where(w => folded.Contains(w[..w.LastIndexOf(' ')], StringComparison.Ordinal)).Select(w => w[w.LastIndexOf(' ')..]));
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Figures();

    [GeneratedRegex(@"(?<=\d)[ \t]+(?=\d)")]
    private static partial Regex SpaceBetween();
}
