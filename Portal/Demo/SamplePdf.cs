using System.Globalization;
using System.Text;

namespace Portal.Demo;

/// <summary>
/// Writes a one-page sample PDF with Vietnamese text without embedding a font program: every letter used becomes a glyph of a
/// Type 3 font (ISO 32000-1, 9.6.5) that shows the plain letter in Courier, which every reader has, and draws the marks as lines.
/// A ToUnicode map keeps the text selectable and searchable.
/// </summary>
public static class SamplePdf
{
    private const int Columns = 72;
    private const int Rows = 42;
    private const int FirstCode = 33;

    private static readonly Dictionary<char, int> StandardEncoding = new()
    { ['“'] = 0xAA, ['”'] = 0xBA, ['‘'] = 0x60, ['’'] = 0x27, ['–'] = 0xB1, ['—'] = 0xD0, ['•'] = 0xB7, ['…'] = 0xBC, ['«'] = 0xAB, ['»'] = 0xBB };

    /// <summary>The bytes of the PDF; the same input gives the same bytes.</summary>
    /// <param name="title">The heading; up to 40 letters stay on the page.</param>
    /// <param name="lines">The text; long lines are wrapped.</param>
    /// <param name="mark">A word written large and pale across the page, for example that this is a sample.</param>
    /// <exception cref="ArgumentException">More lines than one page holds.</exception>
    public static byte[] Write(string title, IReadOnlyList<string> lines, string? mark = null)
    {
        var rows = lines.SelectMany(Wrap).ToList();
        if (rows.Count > Rows)
        {
            throw new ArgumentException($"At most {Rows} lines of {Columns} letters.", nameof(lines));
        }
        title = title.Normalize(NormalizationForm.FormC);
        mark = mark?.Normalize(NormalizationForm.FormC) ?? "";
        var letters = string.Concat(rows.Append(title).Append(mark)).Where(c => c != ' ').Distinct().Order().Take(256 - FirstCode).ToList();

        var page = new StringBuilder();
        if (mark.Length > 0)
        {
            page.Append($"q 0.88 g 0.88 G BT /V 150 Tf 0.8 0.6 -0.6 0.8 {300 - (mark.Length * 36)} {420 - (mark.Length * 27)} Tm {Hex(mark, letters)} Tj ET Q\n");
        }
        page.Append($"BT /V 18 Tf 60 770 Td {Hex(title, letters)} Tj /V 11 Tf 16 TL 0 -32 Td\n");
        foreach (var row in rows)
        {
            page.Append($"{Hex(row, letters)} Tj T*\n");
        }
        page.Append("ET");

        var last = FirstCode + letters.Count - 1;
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /Lang (vi-VN) >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /V 5 0 R >> >> >>",
            Content(page.ToString()),
            $"<< /Type /Font /Subtype /Type3 /Name /V /FontBBox [-100 -300 700 1100] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 32 /LastChar {last} "
                + $"/Widths [{string.Join(' ', Enumerable.Repeat("600", letters.Count + 1))}] /Resources << /Font << /C 6 0 R >> >> /ToUnicode 7 0 R "
                + $"/Encoding << /Type /Encoding /Differences [32 /space {string.Join(' ', letters.Select((_, i) => $"/g{i}"))}] >> "
                + $"/CharProcs << /space 8 0 R {string.Join(' ', letters.Select((_, i) => $"/g{i} {9 + i} 0 R"))} >> >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
            Content(ToUnicode(letters)),
            Content("600 0 d0"),
            .. letters.Select(c => Content(Glyph(c))),
        ];
        return File(objects);
    }

    private static IEnumerable<string> Wrap(string line)
    {
        var row = "";
        foreach (var word in line.Normalize(NormalizationForm.FormC).Split(' '))
        {
            if (row.Length > 0 && row.Length + 1 + word.Length > Columns)
            {
                yield return row;
                row = "";
            }
            row += row.Length == 0 ? word : " " + word;
        }
        yield return row;
    }

    private static string Hex(string text, List<char> letters) =>
        $"<{string.Concat(text.Select(c => Code(c, letters).ToString("X2", CultureInfo.InvariantCulture)))}>";

    private static int Code(char c, List<char> letters) => letters.IndexOf(c) is var at and >= 0 ? FirstCode + at : 32;

    /// <summary>The plain letter, then its marks from the inside outwards, in thousandths of the letter's size.</summary>
    private static string Glyph(char letter)
    {
        var parts = letter.ToString().Normalize(NormalizationForm.FormD);
        var plain = letter switch { '\u0111' => 'd', '\u0110' => 'D', _ => parts[0] };
        var marksAbove = parts.Skip(1).Any(m => m is not ('\u031B' or '\u0323'));
        var code = plain == 'i' && marksAbove ? 0xF5 : StandardEncoding.GetValueOrDefault(plain, plain is > ' ' and <= '~' ? plain : '?');
        var drawing = new StringBuilder($"600 0 d0 BT /C 1000 Tf <{code:X2}> Tj ET 50 w 1 J 1 j\n");
        if (letter is '\u0111' or '\u0110')
        {
            drawing.Append(letter == '\u0111' ? "310 610 m 570 610 l S\n" : "20 335 m 300 335 l S\n");
        }
        var x = 300;
        var y = char.IsUpper(plain) ? 700 : 585;
        foreach (var accent in parts.Skip(1))
        {
            drawing.Append(accent switch
            {
                '\u0302' => $"{x - 110} {y} m {x} {y + 90} l {x + 110} {y} l S\n",
                '\u0306' => $"{x - 105} {y + 80} m {x - 80} {y - 15} {x + 80} {y - 15} {x + 105} {y + 80} c S\n",
                '\u031B' => char.IsUpper(plain) ? "500 600 m 580 610 610 680 570 740 c S\n" : "490 480 m 570 490 600 550 560 620 c S\n",
                '\u0301' => $"{x - 30} {y} m {x + 70} {y + 110} l S\n",
                '\u0300' => $"{x + 30} {y} m {x - 70} {y + 110} l S\n",
                '\u0309' => $"{x - 40} {y + 110} m {x + 70} {y + 130} {x + 60} {y + 60} {x} {y + 50} c {x} {y + 5} l S\n",
                '\u0303' => $"{x - 110} {y + 20} m {x - 50} {y + 110} {x + 50} {y - 20} {x + 110} {y + 70} c S\n",
                '\u0323' => "95 w 299 -170 m 301 -170 l S 50 w\n",
                _ => "",
            });
            y += accent is '\u0302' or '\u0306' ? 110 : 0;
        }
        return drawing.ToString();
    }

    private static string ToUnicode(List<char> letters)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /V def /CMapType 2 def\n1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfchar <20> <0020> endbfchar\n");
        for (var i = 0; i < letters.Count; i++)
        {
            map.Append($"1 beginbfchar <{FirstCode + i:X2}> <{(int)letters[i]:X4}> endbfchar\n");
        }
        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }

    private static string Content(string stream) => $"<< /Length {stream.Length} >>\nstream\n{stream}\nendstream";

    private static byte[] File(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Count; i++)
        {
            table.Append($"{file.Length:D10} 00000 n \n");
            file.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = file.Length;
        return Encoding.ASCII.GetBytes($"{file}{table}trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    }
}
