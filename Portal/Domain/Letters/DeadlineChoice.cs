using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>Which deadline of a letter is the report's own; the others are kept beside it.</summary>
internal sealed partial class DeadlineChoice
{
    private readonly LetterText _text;

    public DeadlineChoice(LetterText text, DeadlineReader reader, LetterBlocks blocks, DateOnly? issued, bool reports)
    {
        _text = text;
        var (from, to) = blocks.BodyPlace;
        if (from >= to)
        {
            return;
        }
        Cutoff = CutoffIn(from, to);
        var weighed = reader.All(from, to).Where(d => Cutoff is null || d.From > Cutoff.Value.To || d.To < Cutoff.Value.From)
            .Select(d => (Place: d, Weight: Weight(d, from, to, issued))).Where(d => d.Weight > -20).ToList();
        var reminder = weighed.Exists(d => d.Weight < 0);
        var chosen = weighed.Where(d => reports && d.Weight > 0).OrderByDescending(d => d.Weight).ThenBy(d => reminder ? -d.Place.From : d.Place.From).Select(d => d.Place).FirstOrDefault();
        if (chosen is null && reports)
        {
            chosen = Urging(reader, blocks);
        }
        Chosen = chosen is null ? null : chosen with { Deadline = chosen.Deadline with { For = For(chosen, from, to) } };
        Others = [.. weighed.Where(d => d.Place != chosen).Select(d => d.Place with { Deadline = d.Place.Deadline with { For = For(d.Place, from, to) } })];
    }

    /// <summary>The report's own.</summary>
    public DeadlinePlace? Chosen { get; }

    /// <summary>The others, in the letter's order.</summary>
    public IReadOnlyList<DeadlinePlace> Others { get; } = [];

    /// <summary>The day up to which figures are asked for.</summary>
    public (ReadDeadline Value, int From, int To)? Cutoff { get; }

    private int Weight(DeadlinePlace place, int from, int to, DateOnly? issued)
    {
        var start = DeadlineReader.SentenceStart(_text.Plain, place.From, from);
        var before = _text.Plain[start..place.From];
        var sentence = _text.Plain[start..DeadlineReader.SentenceEnd(_text.Plain, place.To, to)];
        if (!Demand().IsMatch(sentence))
        {
            return -30;
        }
        var weight = Report().IsMatch(sentence) ? 6 : 1;
        weight += Sending().IsMatch(sentence) ? 3 : 0;
        weight -= Cited().IsMatch(before) && !Report().IsMatch(AfterCitation(before)) ? 12 : 0;
        weight -= Earlier().IsMatch(before) ? 4 : 0;
        weight -= issued is { } day && place.Deadline.Date < day ? 12 : 0;
        weight -= Deed().IsMatch(before) ? 3 : 0;
        weight -= place.Deadline.Date is not null ? 0 : place.Deadline.Period is null ? 3 : 1;
        return weight;
    }

    private static string AfterCitation(string before) => before.LastIndexOf(", ", StringComparison.Ordinal) is >= 0 and var comma ? before[comma..] : "";

    private DeadlinePlace? Urging(DeadlineReader reader, LetterBlocks blocks)
    {
        foreach (var paragraph in blocks.Body)
        {
            foreach (var (start, end) in Clauses.Sentences(_text.Plain, paragraph.From, paragraph.To).SelectMany(s => Clauses.Split(_text.Plain, s.From, s.To, ';')))
            {
                if (Report().IsMatch(_text.Plain[start..end]) && !ItemKinds.IsFormula(_text.Plain[start..end]) && reader.Urging(start, end) is { } urging)
                {
                    return urging;
                }
            }
        }
        return null;
    }

    /// <summary>What is due: the verb before the deadline and what it governs, in at most a dozen words.</summary>
    private string? For(DeadlinePlace place, int from, int to)
    {
        var start = DeadlineReader.SentenceStart(_text.Plain, place.From, from);
        var verbs = Due().Matches(_text.Plain[start..place.From]);
        var reports = verbs.Where(v => Report().IsMatch(v.Value) && !Onward().IsMatch(_text.Plain[(start + v.Index + v.Length)..place.From])).ToList();
        if ((reports.LastOrDefault(v => _text.Plain[(start + v.Index + v.Length)..place.From].Any(char.IsAsciiLetter)) ?? reports.LastOrDefault() ?? verbs.FirstOrDefault()) is { } verb)
        {
            var end = Math.Min(place.From, start + verb.Index + 160);
            var stop = Stop().Match(_text.Plain, start + verb.Index + verb.Length, end - start - verb.Index - verb.Length);
            var value = _text.Value(start + verb.Index, stop.Success ? stop.Index : end).Trim(' ', ',', ';', '(', ':');
            return string.Join(' ', value.Split(' ').Take(14));
        }
        var late = Due().Match(_text.Plain, place.To, Math.Max(0, Math.Min(to, place.To + 120) - place.To));
        return late.Success ? _text.Value(late.Index, late.Index + late.Length) : null;
    }

    private (ReadDeadline, int, int)? CutoffIn(int from, int to)
    {
        foreach (Match match in DataUpTo().Matches(_text.Plain[from..to]))
        {
            var (start, end) = (from + match.Index, from + match.Index + match.Length);
            var sentence = _text.Plain[DeadlineReader.SentenceStart(_text.Plain, start, from)..DeadlineReader.SentenceEnd(_text.Plain, end, to)];
            if (!Status().IsMatch(_text.Plain[end..Math.Min(to, end + 60)]) && Figures().IsMatch(sentence) && DatePhrases.DateOf(match) is { } date)
            {
                return (new(_text.Found(start, end, 0.8), date, null, null, true, null, null, null), start, end);
            }
        }
        return null;
    }

    [GeneratedRegex(@"\b(?:gui|goi(?= ve| bao| cho| qua| kem)|nop|bao cao|hoan thanh|xong|dang ky|cung cap|phan hoi|tra loi|thong ke|tham gia y kien|gop y|y kien|thoi han|thoi gian|ket thuc|trien khai|thuc hien|ra soat|lap|to chuc|ban hanh|cap nhat|nhan|han|co van ban|(?:dot|lan|ky) [\dIVX]+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Demand();

    [GeneratedRegex(@"\b(?:bao cao|thong ke|gui|goi(?= ve| bao| cho| qua| kem)|nop|tham gia y kien|y kien|gop y|cung cap|giai trinh|dang ky|danh sach|so lieu|phuc dap|tra loi|phan hoi|(?:dot|lan|ky) [\dIVX]+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Report();

    [GeneratedRegex(@"\b(?:gui|goi(?= ve| bao| cho| qua| kem)|nop|bao cao)\b[^.;]{0,200}\b(?:ve|cho|den|toi|qua)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sending();

    // "Theo Công văn số … yêu cầu … trước ngày": what the earlier letter said.
    [GeneratedRegex(@"^\s*(?:theo|tai|ngay \d+[/.]\d+[/.]\d+|truoc do|vua qua|can cu)\b[^.]*\b(?:cong van|van ban|thong bao|ke hoach)\b[^.]*\b(?:yeu cau|de nghi|quy dinh|gui|bao cao)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cited();

    [GeneratedRegex(@"\b(?:da (?:yeu cau|de nghi|co (?:cong van|van ban)|ban hanh|quy dinh)|theo cong van so[^,]*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"\b(?:hoan thanh|xong|trien khai|thuc hien)\b[^,;]{0,60}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deed();

    [GeneratedRegex(@"\b(?:ra soat,? bo sung bao cao|ra soat|bao cao(?! cua)|thong ke|gui|goi(?= ve| bao| cho| qua| kem)|nop|tham gia y kien|y kien tham gia|gop y|cung cap|hoan thanh|dang ky|giai trinh|lap|to chuc|xay dung|cap nhat|trien khai|thuc hien)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Due();

    [GeneratedRegex(@"^\s+(?:ve|cho|den|toi|qua)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Onward();

    [GeneratedRegex(@",?\s(?:gui ve|goi ve|gui|goi(?= ve| bao| cho| qua| kem)|ve (?=[A-Z])|theo cac noi dung)|[(;]", RegexOptions.CultureInvariant)]
    private static partial Regex Stop();

    [GeneratedRegex(@"\b(?:thoi diem(?: tu [^.;,]{1,40}?)?\s+(?:den|toi)|(?:so lieu|du lieu|ky bao cao|moc so lieu|thoi diem(?: bao cao| lay so lieu)?|thoi ky|tinh hinh)(?:\s*\(?\s*(?:bao cao|duoc|lay|chot|tinh|tu [^.;,()]{1,40}?))*\s+(?:den|toi|tinh den)|(?<!da )tinh (?:tu [^.;,]{1,40}? )?(?:den|toi)|chot (?:so lieu )?(?:den|tai|vao)(?: thoi diem)?|(?:giai doan |thoi gian |)tu ngay\s+[^.;,]{1,30}?\s+den)\s+(?:het\s+|thoi diem\s+)?(?:ngay\s+)?" + DatePhrases.Day, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DataUpTo();

    [GeneratedRegex(@"^\s*,?[^.;]{0,40}\b(?:da|van chua|van con|chua|moi co|con \d+|co \d+|nhan duoc|chi co)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Status();

    [GeneratedRegex(@"\b(?:so lieu|du lieu|tinh hinh|ket qua|bao cao|thong ke|so luong|tong so|danh sach|bien che|ty le|hien co|ton kho|hien trang)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
