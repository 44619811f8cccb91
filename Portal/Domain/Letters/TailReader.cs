using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>What follows the body: Nơi nhận, and who signs. In one column or two, flattened or not.</summary>
internal sealed partial class TailReader
{
    private const int MaxRows = 80;
    private const int MaxName = 45;

    private readonly LetterText _text;
    private readonly List<(int From, int To)> _signing = [];
    private readonly List<Found<string>> _recipients = [];
    private bool _listed;
    private bool _filed;

    public TailReader(LetterBlocks blocks)
    {
        _text = blocks.Text;
        var named = false;
        foreach (var paragraph in blocks.All.Skip(blocks.Tail).Take(MaxRows))
        {
            foreach (var (from, to) in Cells(paragraph))
            {
                var plain = _text.Plain[from..to];
                if (Recipients().Match(plain) is { Success: true } title)
                {
                    named = true;
                    if (title.Length < plain.Length)
                    {
                        Take(from + title.Length, to);
                    }
                }
                else if (IsSigning(plain) || !named || _filed || (_signing.Count > 0 && !plain.StartsWith('-') && IsName(from, to)))
                {
                    _signing.Add((from, to));
                }
                else
                {
                    Take(from, to);
                }
            }
        }
        Listed = named ? _recipients : null;
        Signer = Sign();
    }

    /// <summary>Who gets it; null where the letter has no such list.</summary>
    public IReadOnlyList<Found<string>>? Listed { get; }

    /// <summary>Who signs; null where no name stands there.</summary>
    public ReadSigner? Signer { get; }

    /// <summary>Neither a signature nor an office stands at the end.</summary>
    public bool CutOff => Signer is null && !_signing.Exists(s => IsSigning(_text.Plain[s.From..s.To]));

    private IEnumerable<(int From, int To)> Cells(BodyParagraph paragraph)
    {
        var from = paragraph.From;
        var plain = _text.Plain[from..paragraph.To];
        foreach (Match gap in Gap().Matches(plain))
        {
            if (paragraph.From + gap.Index > from)
            {
                yield return (from, paragraph.From + gap.Index);
            }
            from = paragraph.From + gap.Index + gap.Length;
        }
        var last = _text.Plain[from..paragraph.To];
        if (OfficeBehind().Match(last) is { Success: true, Index: > 0 } office && (last.Any(char.IsAsciiLetterLower) || last.StartsWith('-')))
        {
            yield return (from, from + office.Index);
            from += office.Groups["office"].Index;
        }
        if (from < paragraph.To)
        {
            yield return (from, paragraph.To);
        }
    }

    private void Take(int from, int to)
    {
        var dash = Dash().Match(_text.Plain, from, to - from).Length;
        _listed |= dash > 0;
        if (dash == 0 && _filed)
        {
            return;
        }
        var end = to;
        while (end > from + dash && (_text.Plain[end - 1] is '.' or ';' or ',' || char.IsWhiteSpace(_text.Plain[end - 1])))
        {
            end--;
        }
        if (end <= from + dash)
        {
            return;
        }
        _filed |= Filing().IsMatch(_text.Plain[(from + dash)..end]);
        if (dash == 0 && _listed && _recipients.Count > 0)
        {
            var last = _recipients[^1];
            var whole = _text.Value(from, end);
            var mark = _lastMark is ';' or ',' ? _lastMark.ToString() : "";
            _recipients[^1] = last with { Value = $"{last.Value}{mark} {whole}", Length = _text.Found(from, end).Start + _text.Found(from, end).Length - last.Start };
        }
        else
        {
            foreach (var (start, stop) in dash == 0 && !_listed ? Clauses.Split(_text.Plain, from, end, ';') : [(from + dash, end)])
            {
                _recipients.Add(_text.Found(start, stop, 0.95));
            }
        }
        _lastMark = _text.Plain[to - 1];
    }

    private char _lastMark;

    private ReadSigner? Sign()
    {
        var authorities = new List<string>();
        string? title = null;
        for (var i = 0; i < _signing.Count; i++)
        {
            var (from, to) = _signing[i];
            var plain = _text.Plain[from..to];
            if (title is null && authorities.Count == 0 && !IsSigning(plain))
            {
                continue;
            }
            if (LetterBlocks.IsAuthority(plain))
            {
                if (title is not null && authorities.Count > 0)
                {
                    authorities[^1] += " " + title;
                    title = null;
                }
                authorities.Add(_text.Value(from, to));
            }
            else if (IsName(from, to) && title is not null && (plain.Any(char.IsAsciiLetterLower) || !LetterBlocks.IsOffice(plain)))
            {
                return new(_text.Found(from, to, 0.95), authorities.Count > 0 ? string.Join("; ", authorities) : null, title);
            }
            else if (!plain.Any(char.IsAsciiLetterLower) && plain.Any(char.IsAsciiLetterUpper))
            {
                title = title is null ? _text.Value(from, to) : LetterBlocks.IsOffice(plain) ? Above(authorities, title, _text.Value(from, to)) : $"{title} {_text.Value(from, to)}";
            }
            else if (authorities.Count > 0 && title is null && IsName(from, to))
            {
                return new(_text.Found(from, to, 0.8), string.Join("; ", authorities), null);
            }
        }
        return null;
    }

    /// <summary>A second office below a first one: the first belongs to the line of the authority.</summary>
    private static string Above(List<string> authorities, string title, string office)
    {
        if (authorities.Count > 0)
        {
            authorities[^1] += " " + title;
        }
        else
        {
            authorities.Add(title);
        }
        return office;
    }

    /// <summary>"Thượng tá Nguyễn …": a rank is two words, the second small.</summary>
    private static bool Ranked(string[] words) => words.Length > 3 && char.IsUpper(words[0][0]) && char.IsLower(words[1][0]) && words[1].Length <= 4;

    private static bool IsSigning(string plain) => plain.Length < 90 && (LetterBlocks.IsAuthority(plain) || LetterBlocks.IsOffice(plain));

    /// <summary>Two to five words, each with a capital, without figures; a title before it is no hindrance.</summary>
    private bool IsName(int from, int to)
    {
        var words = _text.Value(from, to).Split(' ');
        return to - from <= MaxName && words.Length is >= 2 and <= 7 && words.Skip(Ranked(words) ? 2 : 0).All(w => char.IsUpper(w[0]) && w.All(c => char.IsLetter(c) || c is '.' or '\'')) && words.Count(w => GluedWords.IsSyllable(w.Trim('.'))) >= Math.Min(2, words.Length);
    }

    [GeneratedRegex(@"\s*\t\s*|\s{5,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    [GeneratedRegex(@"^noi\s?nhan\b\s*[:;.]?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recipients();

    [GeneratedRegex(@"\G\s*[-+*]*\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex(@"^luu\s?[:;,]?(\s|$|V)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Filing();

    [GeneratedRegex(@"\s+(?<office>(?:(?:KT|TM|TL|TUQ|Q)\s?\.\s?[A-Z][A-Z ,.-]{2,60}|(?:PHO )?(?:CHU TICH|GIAM DOC|BO TRUONG|THU TRUONG|TRUONG PHONG|TRUONG BAN|CHANH VAN PHONG|HIEU TRUONG|CUC TRUONG|VU TRUONG|CHU NHIEM|CHI CUC TRUONG|BI THU)(?: [A-Z,-]{2,})*))$", RegexOptions.CultureInvariant)]
    private static partial Regex OfficeBehind();
}
