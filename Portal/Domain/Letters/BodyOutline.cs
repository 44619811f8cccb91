using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>A marked paragraph of the body and what stands below it.</summary>
internal sealed class OutlineNode(BodyParagraph paragraph, OutlineNode? above, int order)
{
    public BodyParagraph Paragraph { get; } = paragraph;

    /// <summary>The marked paragraphs one step deeper.</summary>
    public List<OutlineNode> Below { get; } = [];

    /// <summary>Paragraphs without a mark that follow it.</summary>
    public List<BodyParagraph> Loose { get; } = [];

    public OutlineNode? Above { get; } = above;

    /// <summary>Which one among its like, from 1.</summary>
    public int Order { get; } = order;

    /// <summary>How a person would name the place: "6, gạch đầu dòng 1".</summary>
    public string? Reference
    {
        get
        {
            var above = Above?.Reference;
            var own = Paragraph.Mark switch
            {
                LineMark.Dash or LineMark.Plus or LineMark.Star => string.Format(LetterGrammar.DashReference, Order),
                LineMark.Unit => null,
                _ => Paragraph.Label,
            };
            return above is null || own is null || Paragraph.Mark == LineMark.Dotted ? own ?? above : Paragraph.Mark is LineMark.Dash or LineMark.Plus or LineMark.Star ? $"{above}, {own}" : $"{above}.{own}";
        }
    }
}

/// <summary>The body as a tree of its marks: which mark stands for which step is seen from their order, for every writer has his own.</summary>
internal sealed partial class BodyOutline
{
    private const int MaxDepth = 8;
    private const int MaxNodes = 3000;

    public BodyOutline(LetterBlocks blocks, Func<BodyParagraph, bool> namesUnit)
    {
        var path = new List<OutlineNode>();
        var count = 0;
        var notes = false;
        foreach (var written in blocks.Body)
        {
            var paragraph = written.Mark == LineMark.None && namesUnit(written) ? written with { Mark = LineMark.Unit } : written;
            if (notes && paragraph.Mark is LineMark.Dash or LineMark.Plus or LineMark.Star)
            {
                continue;
            }
            if (paragraph.Mark == LineMark.None || ++count > MaxNodes)
            {
                notes = Notes().IsMatch(blocks.Plain(paragraph));
                (path.Count > 0 ? path[^1].Loose : Top.Count > 0 ? After : Lead).Add(paragraph);
                if (path.Count > 0)
                {
                    LooseAll.Add((paragraph, path[^1]));
                }
                continue;
            }
            notes = false;
            var at = path.FindIndex(n => n.Paragraph.Mark == paragraph.Mark && n.Paragraph.Dots == paragraph.Dots);
            if (at >= 0)
            {
                path.RemoveRange(at, path.Count - at);
            }
            else if (path.Count == MaxDepth)
            {
                path.RemoveAt(path.Count - 1);
            }
            var above = path.Count > 0 ? path[^1] : null;
            var siblings = above?.Below ?? Top;
            var node = new OutlineNode(paragraph, above, siblings.Count + 1);
            siblings.Add(node);
            path.Add(node);
        }
    }

    /// <summary>The paragraphs before the first mark.</summary>
    public List<BodyParagraph> Lead { get; } = [];

    /// <summary>Unmarked ones that belong to no mark.</summary>
    public List<BodyParagraph> After { get; } = [];

    /// <summary>The marked paragraphs of the first step.</summary>
    public List<OutlineNode> Top { get; } = [];

    /// <summary>Unmarked paragraphs behind a mark, with the mark.</summary>
    public List<(BodyParagraph Paragraph, OutlineNode Node)> LooseAll { get; } = [];

    // What explains the columns of a form is no item.
    [GeneratedRegex(@"^(ghi chu|chu thich|luu y|chu giai)\s*:?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Notes();
}
