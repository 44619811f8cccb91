using Portal.Domain.Requests.Drafting;

namespace Portal.Features.Drafting;

/// <summary>A piece of the letter's text in which the same marks hold.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Text">Its words.</param>
/// <param name="Mark">The innermost mark; null where nothing was read.</param>
/// <param name="First">It is the first piece of that mark.</param>
public sealed record LetterSegment(int Start, string Text, LetterMark? Mark, bool First);

/// <summary>A letter's text cut at the ends of its marks, so that each piece is drawn once.</summary>
public static class LetterSegments
{
    /// <summary>Cuts it.</summary>
    /// <param name="text">The letter.</param>
    /// <param name="marks">Its marks, in any order; what lies outside the text is left out.</param>
    public static IReadOnlyList<LetterSegment> Of(string text, IReadOnlyList<LetterMark> marks)
    {
        var known = marks.Where(m => m.Span is { Start: >= 0, Length: > 0 } && m.Span.End <= text.Length).OrderBy(m => m.Span.Length).ToList();
        int[] cuts = [0, text.Length, .. known.SelectMany(m => new[] { m.Span.Start, m.Span.End })];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. cuts.Distinct().Order().Zip(cuts.Distinct().Order().Skip(1), (from, to) =>
        {
            var mark = known.Find(m => m.Span.Start <= from && m.Span.End >= to);
            return new LetterSegment(from, text[from..to], mark, mark is not null && seen.Add(mark.Key));
        })];
    }
}
