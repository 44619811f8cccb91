using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>Duties in a table: rows parted by tabs, with a head that names a column of contents and one of units or of deadlines.
/// A table without such a head is a form to be filled in, and no list of duties.</summary>
internal sealed partial class DutyTable
{
    private const int MaxRows = 500;

    public DutyTable(LetterBlocks blocks, ItemReader items, DeadlineReader deadlines)
    {
        var text = blocks.Text;
        int content = -1, unit = -1, due = -1;
        Found<string>? last = null;
        foreach (var paragraph in blocks.Body.Where(p => text.Plain.AsSpan(p.From, p.To - p.From).Contains('\t')).Take(MaxRows))
        {
            var cells = Cells(text.Plain, paragraph);
            var heads = cells.Select(c => text.Plain[c.From..c.To]).ToList();
            if (heads.FindIndex(h => Content().IsMatch(h)) is >= 0 and var found && heads.Exists(h => Unit().IsMatch(h) || Due().IsMatch(h)))
            {
                (content, unit, due) = (found, heads.FindIndex(h => Unit().IsMatch(h)), heads.FindIndex(h => Due().IsMatch(h)));
                continue;
            }
            if (content < 0 || content >= cells.Count || !text.Plain[cells[content].From..cells[content].To].Any(char.IsAsciiLetter))
            {
                continue;
            }
            if (unit >= 0 && unit < cells.Count && cells[unit].To > cells[unit].From)
            {
                last = text.Found(cells[unit].From, cells[unit].To, 0.8);
            }
            ReadDeadline? deadline = null;
            if (due >= 0 && due < cells.Count && cells[due].To > cells[due].From)
            {
                deadline = deadlines.All(cells[due].From, cells[due].To) is [var written, ..] ? written.Deadline : deadlines.Bare(cells[due].From, cells[due].To);
            }
            var label = cells.Count > 0 && content != 0 ? text.Value(cells[0].From, cells[0].To).TrimEnd('.') : null;
            var read = items.Read(cells[content].From, cells[content].To, paragraph, ReadKind.Action, string.IsNullOrEmpty(label) ? null : label);
            Rows.Add((last ?? new(LetterGrammar.Everybody, paragraph.From, 0, 0.2), [.. read.Select(i => i with { Deadline = i.Deadline ?? deadline })]));
        }
    }

    /// <summary>Each row's unit and items.</summary>
    public List<(Found<string> Unit, IReadOnlyList<ReadItem> Items)> Rows { get; } = [];

    private static List<(int From, int To)> Cells(string plain, BodyParagraph paragraph)
    {
        var cells = new List<(int, int)>();
        for (int from = paragraph.From, to; from <= paragraph.To && cells.Count < 40; from = to + 1)
        {
            to = plain.IndexOf('\t', from, paragraph.To - from);
            to = to < 0 ? paragraph.To : to;
            var (start, end) = (from, to);
            while (start < end && char.IsWhiteSpace(plain[start]))
            {
                start++;
            }
            while (end > start && char.IsWhiteSpace(plain[end - 1]))
            {
                end--;
            }
            cells.Add((start, end));
        }
        return cells;
    }

    [GeneratedRegex(@"^(?:ten )?(?:noi dung|nhiem vu|cong viec|dau viec|viec|chi tieu|san pham)\b[^.]{0,40}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Content();

    [GeneratedRegex(@"^(?:ten )?(?:don vi|co quan|phong|dia phuong|nguoi|chu tri|bo phan)\b[^.]{0,40}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^(?:thoi han|thoi gian|han|tien do|ngay)\b[^.]{0,40}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Due();
}
