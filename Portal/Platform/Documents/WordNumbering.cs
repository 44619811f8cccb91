using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Portal.Platform.Documents;

/// <summary>The numbers and bullets that Word shows before paragraphs and keeps apart from their text (ECMA-376, part 1, 17.9).
/// It counts on: ask once for each paragraph, in order.</summary>
public sealed partial class WordNumbering
{
    private const int Levels = 9;

    private sealed record Level(string Format, string Text, int Start);

    private readonly Dictionary<string, string> _abstractOf = [];
    private readonly Dictionary<(string Abstract, int Level), Level> _levels = [];
    private readonly Dictionary<(string Number, int Level), Level> _replaced = [];
    private readonly Dictionary<(string Number, int Level), int> _starts = [];
    private readonly Dictionary<string, (string? Number, int Level, string? Base)> _styles = [];
    private readonly Dictionary<string, int?[]> _counts = [];
    private readonly HashSet<(string, int)> _started = [];

    /// <summary>Reads the parts <c>numbering.xml</c> and <c>styles.xml</c>; either may be missing.</summary>
    public WordNumbering(XElement? numbering, XElement? styles)
    {
        foreach (var found in Children(numbering, "abstractNum"))
        {
            foreach (var level in Children(found, "lvl"))
            {
                _levels[(Value(found, "abstractNumId") ?? "", Number(Value(level, "ilvl")))] = Read(level);
            }
        }
        foreach (var number in Children(numbering, "num"))
        {
            var id = Value(number, "numId") ?? "";
            _abstractOf[id] = Val(number, "abstractNumId") ?? "";
            foreach (var change in Children(number, "lvlOverride"))
            {
                var at = (id, Number(Value(change, "ilvl")));
                if (Child(change, "lvl") is { } level)
                {
                    _replaced[at] = Read(level);
                }
                if (Val(change, "startOverride") is { } start)
                {
                    _starts[at] = Number(start);
                }
            }
        }
        foreach (var style in Children(styles, "style"))
        {
            var list = Child(Child(style, "pPr"), "numPr");
            _styles[Value(style, "styleId") ?? ""] = (Val(list, "numId"), Number(Val(list, "ilvl")), Val(style, "basedOn"));
        }
    }

    /// <summary>What stands before a paragraph, with the blank after it, or nothing.</summary>
    /// <param name="properties">The paragraph's <c>w:pPr</c>.</param>
    public string Next(XElement? properties)
    {
        var own = Child(properties, "numPr");
        var (styled, level) = OfStyle(Val(properties, "pStyle"));
        var number = Val(own, "numId") ?? styled;
        level = Val(own, "ilvl") is { } said ? Number(said) : level;
        if (number is null or "0" || level is < 0 or >= Levels || !_abstractOf.TryGetValue(number, out var list) || At(number, list, level) is not { } shown)
        {
            return "";
        }
        if (!_counts.TryGetValue(list, out var counts))
        {
            _counts[list] = counts = new int?[Levels];
        }
        var restarts = _started.Add((number, level)) && _starts.TryGetValue((number, level), out _);
        counts[level] = restarts ? _starts[(number, level)] : counts[level] is { } before ? before + 1 : shown.Start;
        Array.Clear(counts, level + 1, Levels - level - 1);
        if (shown.Format == "none")
        {
            return "";
        }
        var text = shown.Format == "bullet" ? "-" : Place().Replace(shown.Text, m =>
        {
            var at = m.Value[1] - '1';
            return At(number, list, at) is { } part ? Written(counts[at] ??= part.Start, part.Format) : "";
        });
        return text.Length == 0 ? "" : text + " ";
    }

    private Level? At(string number, string list, int level) => _replaced.GetValueOrDefault((number, level)) ?? _levels.GetValueOrDefault((list, level));

    private (string? Number, int Level) OfStyle(string? style)
    {
        for (var i = 0; i < 20 && style is not null && _styles.TryGetValue(style, out var found); i++, style = found.Base)
        {
            if (found.Number is not null)
            {
                return (found.Number, found.Level);
            }
        }
        return (null, 0);
    }

    private static Level Read(XElement level) => new(Val(level, "numFmt") ?? "decimal", Val(level, "lvlText") ?? "", Val(level, "start") is { } start ? Number(start) : 0);

    private static string Written(int number, string format) => format switch
    {
        "lowerLetter" => Letters(number, 'a'),
        "upperLetter" => Letters(number, 'A'),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperRoman" => Roman(number),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>After z Word doubles the letter: aa, bb.</summary>
    private static string Letters(int number, char first) => number is < 1 or > 260 ? "" : new((char)(first + (number - 1) % 26), (number - 1) / 26 + 1);

    private static string Roman(int number)
    {
        (int, string)[] signs = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = "";
        foreach (var (worth, sign) in number is > 0 and < 4000 ? signs : [])
        {
            for (; number >= worth; number -= worth)
            {
                text += sign;
            }
        }
        return text;
    }

    private static IEnumerable<XElement> Children(XElement? of, string name) => of?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    private static XElement? Child(XElement? of, string name) => Children(of, name).FirstOrDefault();

    private static string? Val(XElement? of, string name) => Child(of, name) is { } child ? Value(child, "val") : null;

    private static string? Value(XElement of, string name) => of.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    private static int Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Place();
}
