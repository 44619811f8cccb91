using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>What stands above the body of a letter: type, issuer, number, symbol, place, day, subject.</summary>
internal sealed partial class LetterTop
{
    private const int MaxHead = LetterHead.MaxText;

    private readonly LetterText _text;
    private readonly HeadRows _rows;
    private readonly SummaryPlace _summary;
    private readonly NumberPlace _number;

    public LetterTop(LetterText text)
    {
        _text = text;
        _rows = new HeadRows(text.Plain.Length > MaxHead ? new PlainText(text.Composed[..MaxHead]) : text.Rows);
        _summary = HeadSummary.Find(_rows);
        _number = HeadNumber.Find(_rows, _summary);
        Issued = text.Back(HeadDate.Find(_rows, _summary, _number), 0.95) ?? TitleDate();
        Dateline();
        Numbers();
        (Subject, About) = SubjectOf();
        Lines = LetterheadLines();
        DocumentType = TypeOf();
    }

    /// <summary>The day of issue.</summary>
    public Found<DateOnly>? Issued { get; }

    /// <summary>The year of the dateline, also where day and month were left blank.</summary>
    public int? Year { get; private set; }

    public Found<string>? Place { get; private set; }

    public Found<string>? Number { get; private set; }

    public Found<string>? Symbol { get; private set; }

    public Found<string>? Subject { get; }

    /// <summary>Where "V/v" stands, or the type of the document; -1 for none.</summary>
    public int About { get; }

    public Found<string>? DocumentType { get; }

    /// <summary>The letterhead, line for line, as written.</summary>
    public IReadOnlyList<Found<string>> Lines { get; }

    /// <summary>The row at which the head ends, as a place in the text.</summary>
    public int End => _rows.All.Find(c => c.Row >= _rows.BodyRow)?.From ?? _text.Plain.Length;

    /// <summary>The issuer as the letterhead has it; a department is named with the place of the body above it.</summary>
    public Found<string>? Issuer()
    {
        if (_text.Back(HeadIssuer.Find(_rows, _summary, _number), 0.95) is not { } issuer)
        {
            return null;
        }
        var name = Expanded(issuer.Value);
        if (Bare().IsMatch(new PlainText(name).Letters) && Lines.Select(l => Expanded(AgencyName.Readable(l.Value))).LastOrDefault(l => l != name && AgencyName.Begins(l)) is { } over)
        {
            return issuer with { Value = $"{name} {over}" };
        }
        var above = Lines.Select(l => AgencyName.Readable(l.Value)).Select(Expanded).LastOrDefault(l => l.StartsWith(LetterGrammar.Committee, StringComparison.Ordinal) && !name.StartsWith(LetterGrammar.Committee, StringComparison.Ordinal));
        var party = Lines.Select(l => AgencyName.Readable(l.Value)).LastOrDefault(l => PartyBody().IsMatch(new PlainText(l).Letters));
        if (above is null && party is not null && !name.Contains(party, StringComparison.OrdinalIgnoreCase) && BelowParty().IsMatch(new PlainText(name).Letters))
        {
            return issuer with { Value = $"{name} {party}" };
        }
        var place = above is null ? "" : above[LetterGrammar.Committee.Length..].Trim();
        var level = name.Split(' ')[^1];
        if (place.StartsWith(level + " ", StringComparison.OrdinalIgnoreCase))
        {
            return issuer with { Value = name[..^level.Length] + place };
        }
        return issuer with { Value = place.Length == 0 || NamesPlace(name) || !InPlace().IsMatch(new PlainText(name).Letters) ? name : $"{name} {place}" };
    }

    /// <summary>A first line of a posting that is nothing but the name of an agency with its place.</summary>
    public Found<string>? IssuerLine()
    {
        var line = _rows.Head.TakeWhile(c => c.Row < 8).FirstOrDefault(c => c.Letters.Length is > 5 and < 70 && !c.Letters.Any(l => l is ':' or '.' or ';' || char.IsAsciiDigit(l)) && AgencyName.Begins(_text.Value(c.From, c.To)) && NamesPlace(_text.Value(c.From, c.To) + " "));
        return line is null ? null : _text.Found(line.IsCapitals ? AgencyName.Readable(_text.Value(line.From, line.To)) : _text.Value(line.From, line.To), line.From, line.To, 0.6);
    }

    /// <summary>The full name of a people's committee.</summary>
    public static string Expanded(string name) => Committee().Replace(name, LetterGrammar.Committee);

    /// <summary>Whether a name says where: "Sở Nội vụ tỉnh Sơn La".</summary>
    public static bool NamesPlace(string name) => LetterWords.Levels.Split('|').Any(l => name.Contains(" " + l + " ", StringComparison.OrdinalIgnoreCase));

    private Found<DateOnly>? TitleDate()
    {
        foreach (var cell in _rows.Head.Take(6))
        {
            if (Titled().Match(cell.Letters) is { Success: true } title && DatePhrases.First(cell.Letters, title.Index + title.Length, Math.Min(cell.Letters.Length, title.Index + title.Length + 40)) is { Success: true } day && DatePhrases.DateOf(day) is { } date)
            {
                return _text.Found(date, cell.From + day.Index, cell.From + day.Index + day.Length, 0.8);
            }
        }
        return null;
    }

    private void Dateline()
    {
        Year = Issued?.Value.Year;
        foreach (var cell in _rows.Head.Select(_summary.Rest).OfType<Cell>())
        {
            var from = cell.From == _number.Cell?.From && cell.Row == _number.Cell.Row ? Math.Clamp(_number.End - cell.From, 0, cell.Letters.Length) : 0;
            var line = PlaceLine().Match(cell.Letters, from);
            if (!line.Success)
            {
                continue;
            }
            Year ??= int.TryParse(line.Groups["y"].Value.Replace(" ", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
            var place = line.Groups["place"];
            if (place.Length > 0)
            {
                Place = _text.Found(cell.From + place.Index, cell.From + place.Index + place.Length, 0.95);
            }
            return;
        }
    }

    /// <summary>A wide gap for the number parts the cell from its symbol.</summary>
    private int LineEnd(int from) => _text.Plain.IndexOf('\n', from) is >= 0 and var end ? Math.Min(end, from + 120) : Math.Min(_text.Plain.Length, from + 120);

    private void Numbers()
    {
        if (_text.Back(_number.Value) is { } whole)
        {
            var slash = whole.Value.IndexOf('/');
            // 32-KH/HU, as the Party writes it, 32/KH-UBND and 12/2024/NĐ-CP.
            var end = new string([.. whole.Value.TakeWhile(char.IsLetterOrDigit)]).Length;
            var from = _number.Value!.Start;
            var cut = Math.Max(1, Math.Min(end, slash));
            Number = _text.Found(whole.Value[..cut], from, from + cut, 0.95);
            var symbol = SymbolStart().Match(_text.Plain, from, _number.Value.Length);
            Symbol = _text.Found(whole.Value[(cut + 1)..], from + (symbol.Success ? symbol.Index + symbol.Length - from : cut), from + _number.Value.Length, 0.95);
        }
        else if (_number.Cell is { } cell && BlankNumber().Match(_text.Plain[cell.From..LineEnd(cell.From)]) is { Success: true } blank)
        {
            var symbol = blank.Groups["symbol"];
            Symbol = _text.Found(_text.Value(cell.From + symbol.Index, cell.From + symbol.Index + symbol.Length).Replace(" ", ""), cell.From + symbol.Index, cell.From + symbol.Index + symbol.Length, 0.9);
        }
        else if (_number.Cell is { } only && OnlyNumber().Match(only.Letters) is { Success: true } bare)
        {
            var digits = bare.Groups["n"];
            Number = _text.Found(only.From + digits.Index, only.From + digits.Index + digits.Length, 0.7);
        }
    }

    private (Found<string>?, int) SubjectOf()
    {
        if (_text.Back(_summary.Value, 0.95) is not { } summary)
        {
            return (SubjectOfTitle(), -1);
        }
        var value = Intro().Match(new PlainText(summary.Value).Letters) is { Success: true } intro ? summary.Value[intro.Length..] : summary.Value;
        foreach (var type in LetterWords.Types.Split('|').Where(_ => _summary.Cells[0].IsCapitals).OrderByDescending(t => t.Length))
        {
            if (value.StartsWith(type + " ", StringComparison.Ordinal))
            {
                var rest = value[(type.Length + 1)..];
                value = Intro().Match(new PlainText(rest).Letters) is { Success: true } second ? rest[second.Length..] : rest;
                break;
            }
        }
        value = value.TrimEnd('.', ';', '/', ' ');
        var at = _summary.Cells[0].From;
        var last = _summary.Cells[^1];
        var first = Intro().Match(_summary.Cells[0].Letters);
        return value.Length == 0 ? (null, at) : (_text.Found(value, Math.Min(at + (first.Success ? first.Length : 0), last.To - 1), last.To, 0.95), at);
    }

    /// <summary>"Công văn số 12/UBND-VX ngày 17/4/2022 về chấn chỉnh …", as a posting is headed.</summary>
    private Found<string>? SubjectOfTitle()
    {
        foreach (var cell in _rows.Head.Take(8))
        {
            if ((TitleAbout().Match(cell.Letters) is { Success: true } title ? title : LineAbout().Match(cell.Letters)) is { Success: true } about)
            {
                var subject = about.Groups["subject"];
                return _text.Found(cell.From + subject.Index, cell.From + subject.Index + subject.Value.TrimEnd('.', ' ', ';').Length, 0.8);
            }
        }
        return null;
    }

    private List<Found<string>> LetterheadLines()
    {
        if (HeadIssuer.Find(_rows, _summary, _number) is null)
        {
            return [];
        }
        var last = new[] { _number.Cell?.Row ?? int.MaxValue, _summary.Cells.Count > 0 ? _summary.Cells[0].Row : int.MaxValue, _rows.BodyRow }.Min();
        return [.. HeadIssuer.Lines(_rows, last).Select(c => _text.Found(c.From, c.To, 0.9))];
    }

    private Found<string>? TypeOf()
    {
        if (_summary.Cells is [var first, ..] && Array.Find(LetterWords.Types.Split('|'), t => first.IsCapitals && first.Letters.StartsWith(Fold.Of(t), StringComparison.OrdinalIgnoreCase)) is { } type)
        {
            return _text.Found(type, first.From, Math.Min(first.To, first.From + type.Length), 0.95);
        }
        // A letter that names no type is a công văn (Nghị định 30/2020/NĐ-CP, phụ lục III): its sign is the subject under the number.
        var sign = About >= 0 ? About : _number.Cell?.From ?? _rows.All.Find(c => HasAddressees().IsMatch(c.Letters))?.From;
        return sign is { } at ? _text.Found(LetterGrammar.Letter, at, Math.Min(at + 3, _text.Plain.Length), About >= 0 ? 0.9 : 0.7) : null;
    }

    [GeneratedRegex(@"^[^:]{0,80}\bso\s*:?\s*\d+[^\s]*\s.{0,60}?\b(?:ve viec|v\s?/\s?v|ve)\s*:?\s+(?<subject>\S.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleAbout();

    [GeneratedRegex(@"^Ve\s+(?:viec\s+)?(?<subject>[a-z].{9,})$", RegexOptions.CultureInvariant)]
    private static partial Regex LineAbout();

    // What is an agency only together with the one above it.
    [GeneratedRegex(@"^(Van phong|Ban Thuong vu|Ban Chap hanh|Thuong truc|Ban Giam doc)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^(Tinh uy|Huyen uy|Thanh uy|Quan uy|Thi uy|Dang uy)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PartyBody();

    [GeneratedRegex(@"^(Van phong|Ban|Uy ban Kiem tra|Trung tam)\b", RegexOptions.CultureInvariant)]
    private static partial Regex BelowParty();

    [GeneratedRegex(@"\bngay\s+(?=\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Titled();

    [GeneratedRegex(@"(?:^|[\s,])(?!(?:Dang|Cap nhat|Ngay|Thu|Ngay dang|Ngay ban hanh)\b)(?<place>[A-Z][A-Za-z0-9.' -]{1,40}?)\s*,?\s*ngay[^a-zA-Z]{0,20}(?:thang[^a-zA-Z]{0,20}nam\s*(?<y>(?:19|20)\s?\d\s?\d)?|[/.\-]|\s*\d{1,2}[/.\-])", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceLine();

    [GeneratedRegex(@"^\s*\d+\s*[/-]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex SymbolStart();

    [GeneratedRegex(@"^s[o0]\s*[:.]?[\s.\u2026_]*[/-]\s*(?<symbol>[A-Z0-9][A-Za-z0-9&]*(?:\s?[-/.&]\s?[A-Z0-9][A-Za-z0-9&]*)*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BlankNumber();

    [GeneratedRegex(@"^s[o0]\s*[:.]?\s*(?<n>\d{1,6})\s*(?:$|[^\d/\s])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyNumber();

    [GeneratedRegex(@"^(?:v\s?/\s?v\b[\s:.]*)?(?:ve\s+viec\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Intro();

    [GeneratedRegex(@"^kinh\s?g[uo]i", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HasAddressees();

    // Bodies that stand below a committee of a place; a school or a hospital has a name of its own.
    [GeneratedRegex(@"^(So|Phong|Ban|Thanh tra|Van phong|Chi cuc|Trung tam|Dai|Cong an|Hoi|Uy ban)\b", RegexOptions.CultureInvariant)]
    private static partial Regex InPlace();

    [GeneratedRegex(@"^(\u1EE6y ban nh\u00E2n d\u00E2n|U\u1EF7 ban nh\u00E2n d\u00E2n|UBND)(?= )", RegexOptions.CultureInvariant)]
    private static partial Regex Committee();
}
