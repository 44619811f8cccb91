using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Domain.Requests;

namespace Portal.Domain.Privacy;

/// <summary>What a passage looks like.</summary>
public enum SuspicionKind
{
    /// <summary>A child's name, or the name of its parent.</summary>
    ChildName,
    /// <summary>The number of an identity card, a passport, a health insurance card.</summary>
    Identity,
    /// <summary>A telephone number.</summary>
    Phone,
    /// <summary>Where somebody lives.</summary>
    Address,
}

/// <summary>A passage that looks like personal data of a child.</summary>
/// <param name="Start">Its first UTF-16 unit in the text as given.</param>
/// <param name="Length">Its length in UTF-16 units of the text as given.</param>
/// <param name="Kind">What it looks like.</param>
/// <param name="Suggestion">What to write in its place: initials, or the kind in brackets.</param>
public sealed record Suspicion(int Start, int Length, SuspicionKind Kind, string Suggestion);

/// <summary>A passage in one field of a form, with what stands around it.</summary>
/// <param name="Path">The field or cell.</param>
/// <param name="Label">The field's label.</param>
/// <param name="Before">A few words before it.</param>
/// <param name="Passage">The passage.</param>
/// <param name="After">A few words after it.</param>
/// <param name="Kind">What it looks like, for people.</param>
public sealed record SuspectPassage(string Path, string Label, string Before, string Passage, string After, string Kind);

/// <summary>
/// Finds what looks like a child's name with birth date, an identity or telephone number, or a street address. It advises and never blocks
/// (Luật Trẻ em 2016, Điều 21; Nghị định 56/2017/NĐ-CP, Điều 33). The time is linear in the text: the rules have no unbounded repetition.
/// </summary>
public static class PersonalData
{
    private const int Around = 40;

    /// <summary>Finds the passages, from left to right, none overlapping another.</summary>
    /// <param name="text">Any text, composed or not, of any length.</param>
    public static IReadOnlyList<Suspicion> Find(string text)
    {
        var (composed, places) = Compose(text);
        var found = new List<(int Start, int End, SuspicionKind Kind)>();
        foreach (var rule in PersonalDataRules.Current.Rules)
        {
            try
            {
                foreach (Match match in rule.Pattern.Matches(composed))
                {
                    for (var next = match; next is { Success: true }; next = rule.Then?.Match(composed, found[^1].End))
                    {
                        var passage = next.Groups["find"];
                        found.Add((passage.Index, passage.Index + passage.Length, rule.Kind));
                    }
                }
            }
            catch (RegexMatchTimeoutException)
            {
                // It advises: a rule that takes too long is passed over.
            }
        }
        var kept = new List<Suspicion>();
        var end = 0;
        foreach (var passage in found.OrderBy(f => f.Start).ThenByDescending(f => f.End).ThenBy(f => f.Kind))
        {
            if (passage.Start >= end)
            {
                end = passage.End;
                kept.Add(new(places[passage.Start], places[end] - places[passage.Start], passage.Kind, Suggest(composed, passage.Start, end, passage.Kind)));
            }
        }
        return kept;
    }

    /// <summary>What a kind is called.</summary>
    public static string Label(SuspicionKind kind) => PersonalDataRules.Current.Kinds[kind].Label;

    /// <summary>Whether a field's text is looked at: free text, except where officials' names and numbers of documents belong.</summary>
    public static bool Guards(Field field) => field.Type is FieldType.LongText
        || (field.Type is FieldType.Text && !PersonalDataRules.Current.Unguarded.Any(u => Fold.Of(field.Label).StartsWith(u, StringComparison.Ordinal)));

    /// <summary>The passages in a form's values, in the order of the form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="values">Canonical values by path; cells of rows that are gone are passed over.</param>
    public static IReadOnlyList<SuspectPassage> In(ItemForm form, IReadOnlyDictionary<string, string> values)
    {
        var sheet = new AnswerSheet(values.Select(v => (form.ItemCode, v.Key, (string?)v.Value)));
        var cells = form.Fields.SelectMany(f => f.Type is not FieldType.Table ? [(Path: f.Code, Field: f)]
            : sheet.Rows(form.ItemCode, f.Code).SelectMany(row => f.Columns.Select(c => (Path: $"{f.Code}/{row}/{c.Code}", Field: c))));
        return [.. cells.SelectMany(c => In(c.Field, c.Path, sheet.Get(form.ItemCode, c.Path)))];
    }

    /// <summary>The passages in one value.</summary>
    /// <param name="field">Its field or column.</param>
    /// <param name="path">Where it stands, or would stand.</param>
    /// <param name="text">The value; null is blank.</param>
    public static IEnumerable<SuspectPassage> In(Field field, string path, string? text) =>
        text is not null && Guards(field) ? Find(text).Select(s => Quote(path, field.Label, text, s)) : [];

    private static SuspectPassage Quote(string path, string label, string text, Suspicion s)
    {
        var (from, to) = (Math.Max(0, s.Start - Around), Math.Min(text.Length, s.Start + s.Length + Around));
        var before = text[from..s.Start];
        var after = text[(s.Start + s.Length)..to];
        // Whole words, and a sign where something was left out.
        before = from == 0 ? before : "\u2026" + before[(before.IndexOf(' ') + 1)..];
        after = to == text.Length ? after : (after.LastIndexOf(' ') is > 0 and var cut ? after[..cut] : after) + "\u2026";
        return new(path, label, before, text.Substring(s.Start, s.Length), after, Label(s.Kind));
    }

    private static string Suggest(string text, int start, int end, SuspicionKind kind)
    {
        if (PersonalDataRules.Current.Kinds[kind].Replacement is { } words)
        {
            return words;
        }
        var initials = string.Join('.', text[start..end].Split([' ', '\u00a0'], StringSplitOptions.RemoveEmptyEntries).Select(w => w[..1]));
        return end < text.Length && text[end] == '.' ? initials : initials + ".";
    }

    /// <summary>The composed text, and for each of its UTF-16 units (and its end) the place in the text as given. Characters outside the basic plane become U+FFFD, unit by unit.</summary>
    private static (string Text, int[] Places) Compose(string text)
    {
        var composed = new StringBuilder(text.Length);
        var places = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length;)
        {
            var start = i++;
            while (i < text.Length && IsMark(text[i]))
            {
                i++;
            }
            var cluster = i - start == 1 ? text[start].ToString() : text[start..i];
            cluster = string.Concat(cluster.Select(c => char.IsSurrogate(c) || c == '\uFFFE' ? '\uFFFD' : c));
            cluster = cluster.Length == 1 || cluster.Contains('\uFFFD') ? cluster : cluster.Normalize(NormalizationForm.FormC);
            foreach (var c in cluster)
            {
                composed.Append(c);
                places.Add(start);
            }
        }
        places.Add(text.Length);
        return (composed.ToString(), [.. places]);
    }

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
