using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>The clauses of a paragraph as items: parted at semicolons, where a sentence begins a new order, and before the report that
/// ends a deed; without the words that say by when and to whom.</summary>
internal sealed partial class ItemReader(LetterText text, LetterTokens tokens, UnitNames units, DeadlineReader deadlines)
{
    private const int MinWords = 3;
    private const int MaxItems = 400;

    private int _items;

    /// <summary>The items in a piece of a paragraph.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="paragraph">The whole paragraph.</param>
    /// <param name="asked">What the list was introduced as.</param>
    /// <param name="reference">The place as a person would name it.</param>
    public IReadOnlyList<ReadItem> Read(int from, int to, BodyParagraph paragraph, ReadKind asked, string? reference)
    {
        var items = new List<ReadItem>();
        foreach (var (start, end) in Pieces(from, to, asked))
        {
            if (_items < MaxItems && Item(start, end, paragraph, asked, reference) is { } item)
            {
                items.Add(item.Kind == ReadKind.Action && items is [.., { Kind: ReadKind.Report }] && ItemKinds.IsMatter(new PlainText(item.Text.Value).Letters) ? item with { Kind = ReadKind.Report } : item);
                _items++;
            }
            else if (items.Count > 0 && items[^1].Deadline is null && deadlines.All(start, end) is [var late, ..])
            {
                items[^1] = items[^1] with { Deadline = late.Deadline };
            }
        }
        return items;
    }

    private List<(int From, int To)> Pieces(int from, int to, ReadKind asked)
    {
        var pieces = new List<(int From, int To)>();
        foreach (var (start, end) in Clauses.Sentences(text.Plain, from, to))
        {
            var plain = text.Plain[start..end];
            if (ItemKinds.IsFormula(plain))
            {
                continue;
            }
            if (pieces.Count > 0 && !OnlyDeadline().IsMatch(plain) && !ItemKinds.IsReport(plain) && !units.IsOrder(tokens.At(start)))
            {
                pieces[^1] = (pieces[^1].From, end);
                continue;
            }
            foreach (var (first, last) in Clauses.Split(text.Plain, start, end, ';'))
            {
                Part(first, last, asked, pieces);
            }
        }
        return pieces;
    }

    private void Part(int from, int to, ReadKind asked, List<(int, int)> into)
    {
        from += Lead().Match(text.Plain, from, to - from).Length;
        var plain = text.Plain[from..to];
        if (asked == ReadKind.Report && ItemKinds.IsMatter(plain))
        {
            foreach (Match matter in NextMatter().Matches(plain))
            {
                if (Words(from, from + matter.Index) >= 4 && Words(from + matter.Index, to) >= 4)
                {
                    into.Add((from, from + matter.Index));
                    from += matter.Groups["next"].Index;
                    break;
                }
            }
        }
        else if (ThenReport().Match(plain) is { Success: true } report && !Purpose().IsMatch(plain[..report.Index]) && Words(from, from + report.Index) >= 5 && ItemKinds.Of(plain[..report.Index], ReadKind.Action) == ReadKind.Action)
        {
            into.Add((from, from + report.Index));
            from += report.Groups["report"].Index;
        }
        if (from < to)
        {
            into.Add((from, to));
        }
    }

    private ReadItem? Item(int from, int to, BodyParagraph paragraph, ReadKind asked, string? reference)
    {
        var whole = text.Plain[from..to];
        var own = deadlines.All(from, to);
        var (start, end) = Trim(from, to, own);
        if (Words(start, end) < 2 || !text.Plain[start..end].Any(char.IsAsciiLetter) || OnlyDeadline().IsMatch(whole) || Courtesy().IsMatch(text.Plain[start..end]) || (asked == ReadKind.Action && Words(start, end) < MinWords && !ItemKinds.IsReport(whole)))
        {
            return null;
        }
        var value = text.Value(start, end);
        var kind = ItemKinds.Of(whole, asked);
        return new(text.Found(char.ToUpperInvariant(value[0]) + value[1..], start, end, kind == asked ? 0.85 : 0.7), text.Found(paragraph.From, paragraph.To), kind, reference, own.Count > 0 ? own[^1].Deadline : null);
    }

    private (int From, int To) Trim(int from, int to, IReadOnlyList<DeadlinePlace> own)
    {
        foreach (var deadline in own)
        {
            if (Words(from, deadline.From) <= 1)
            {
                from = Math.Min(to, deadline.To);
            }
            else if (Words(from, deadline.From) >= MinWords && deadline.From < to && (Words(deadline.To, to) <= 3 || Follows().IsMatch(text.Plain[deadline.To..to])))
            {
                to = deadline.From;
            }
        }
        foreach (Match sent in Tail().Matches(text.Plain[from..to]))
        {
            if (Words(from, from + sent.Index) >= MinWords)
            {
                to = from + sent.Index;
                break;
            }
        }
        while (from < to && !char.IsLetterOrDigit(text.Plain[from]) && text.Plain[from] is not ('(' or '"' or '\u201C'))
        {
            from++;
        }
        var bracket = Bracket().Match(text.Plain[from..to]);
        if (bracket.Success && Words(from, from + bracket.Index) >= MinWords)
        {
            to = from + bracket.Index;
        }
        while (to > from && (text.Plain[to - 1] is '.' or ';' or ',' or ':' or '/' or '-' || char.IsWhiteSpace(text.Plain[to - 1])))
        {
            to--;
        }
        return (from, to);
    }

    private int Words(int from, int to) => to <= from ? 0 : Math.Max(0, tokens.At(to) - tokens.At(from));

    // "quan tâm, phối hợp thực hiện" closes a letter and orders nothing.
    [GeneratedRegex(@"^(?:(?:quan tam|nghiem tuc|khan truong|phoi hop|trien khai|to chuc|chi dao|kip thoi|luu y|va)[,\s]+)*(?:quan tam|phoi hop|thuc hien|trien khai)(?:[,\s]+(?:nghiem tuc|nghiem|day du|dung(?: thoi gian| tien do| thoi han)?(?: quy dinh)?|theo quy dinh|Cong van nay|noi dung tren|cac noi dung tren))*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"\G(?:(?:dong thoi|ngoai ra|va|rieng|sau do|ben canh do),?\s+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@",\s+(?:va\s+)?(?<next>(?:cac van de|nhung van de|viec|tinh hinh|cong tac(?! vien))\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NextMatter();

    [GeneratedRegex(@"(?:,\s*(?:va\s+|dong thoi\s+)?|\s+va\s+|\s+dong thoi\s+)(?<report>(?:dinh ky\s|tong hop\s|gui\s)?(?:bao cao|gui bao cao)\s(?:ket qua|tinh hinh|ve\s|cho\s|UBND|Uy ban|So\s|Bo\s|Phong\s|Ban\s|Thu tuong|Chinh phu|Chu tich|Tinh uy|Huyen uy|Thuong truc|Hoi dong|bang van ban|dinh ky))", RegexOptions.CultureInvariant)]
    private static partial Regex ThenReport();

    // "để tổng hợp, báo cáo", "rà soát, báo cáo": one deed, not two.
    [GeneratedRegex(@"^(?:dinh ky|hang (?:thang|quy|nam|tuan)|truoc (?:ngay|\d)|cham nhat)\b|(?:\b(?:de|nham|tong hop|ra soat|thong ke|danh gia|bo sung|tham muu|xem xet|kiem tra)\s*$)|\bde\s+(?!nghi|xuat|an\b|cap|ra\b)[^,;]{0,60}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"[,\s]+(?:(?:va\s+)?(?:gui|nop|goi(?= ve| bao| cho| qua| kem))\s+(?:(?:bao cao|ket qua|van ban)\s+)?(?:ve|cho|den|toi|qua)\s|(?<=,\s+)gui\s+(?=[A-Z])|de\s+(?:tong hop|bao cao|kip thoi|theo doi|phuc vu|co (?:co so|can cu)|Phong|So|UBND)\b|(?:thoi gian|thoi han|hoan thanh|gui|nop|xong|thoi gian gui)\s*:?\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^[\s,.;)]*(?:de|gui|goi(?= ve| bao| cho| qua| kem)|qua|theo|va gui|ve|cho|dong thoi gui|va|bang|thong qua)\b|^\s*[(,]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Follows();

    [GeneratedRegex(@"\s*\((?:theo|kem|co|chi tiet|mau|dinh kem|gui kem|qua|thoi (?:gian|han)|hoan thanh)[^()]*\)?\s*[.;]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^\W*(?:dot|lan|ky)\s+[\dIVX]{1,3}\s*:?\W*(?:truoc|cham nhat|han|gui|tu|$)|^\W*(?:thoi (?:gian|han)|han)\b[^:]{0,60}:|^\W*(?:thoi gian|thoi han) (?:hoan thanh|gui|bao cao|thuc hien)|^\W*(?:hoan thanh|xong) (?:truoc|trong|cham nhat)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyDeadline();
}
