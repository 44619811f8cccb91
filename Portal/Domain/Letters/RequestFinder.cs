using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>Who is asked in a sentence.</summary>
/// <param name="Names">The names, in tokens; empty where the sentence asks without naming anybody.</param>
/// <param name="Subject">Where the asker's name begins, as a place in the text; else where the asking word stands.</param>
/// <param name="After">Where what is asked begins.</param>
internal sealed record Asked(IReadOnlyList<(int From, int To)> Names, int Subject, int After);

/// <summary>Finds "X đề nghị Y làm việc Z" and "Y làm việc Z" within sentences and at the beginning of paragraphs.</summary>
internal sealed partial class RequestFinder(LetterText text, LetterTokens tokens, UnitNames units, string? issuer)
{
    private const int MaxBack = 14;

    private static readonly Phrases Asking = new(LetterGrammar.Asking);
    private static readonly Phrases Towards = new(LetterGrammar.Towards);
    private static readonly Phrases NotAfter = new(LetterGrammar.NotAskingAfter);
    private static readonly Phrases NotBefore = new(LetterGrammar.NotAskingBefore);

    /// <summary>The first that asks within a sentence; null for none.</summary>
    public Asked? Within(int from, int to)
    {
        var first = tokens.At(from);
        for (var i = first; i < tokens.Count && tokens[i].From < to; i++)
        {
            var length = Asking.Match(tokens, i);
            if (length == 0 || (i > first && (NotAfter.Begins(tokens, i - 1) || (i > first + 1 && NotAfter.Match(tokens, i - 2) == 2))) || NotBefore.Begins(tokens, i + length))
            {
                continue;
            }
            var at = i + length + (tokens[i + length].Key == ":" && tokens[i + length + 1].Key != "\n" ? 1 : 0);
            var names = units.List(at);
            if (names.Count > 0 && tokens[names[0].From].From < to)
            {
                return new(names, Subject(first, i), Math.Min(to, Place(names[^1].To, to)));
            }
            if (units.IsOrder(i + length) || tokens[i + length].Key == ":")
            {
                return new([], Subject(first, i), Math.Min(to, Place(tokens[i + length].Key == ":" ? i + length + 1 : i + length, to)));
            }
            i += length - 1;
        }
        return null;
    }

    /// <summary>A sentence that begins with whoever has to do it: "Bộ Công Thương rà soát …". The issuer himself is not asked.</summary>
    public Asked? Beginning(int from, int to)
    {
        var first = tokens.At(from);
        var names = units.List(first);
        if (names.Count == 0 || !tokens[first].IsCapital || !units.IsOrder(names[^1].To) || Place(names[^1].To, to) >= to || IsIssuer(names) || Asking.Begins(tokens, names[^1].To))
        {
            return null;
        }
        return new(names, from, Place(names[^1].To, to));
    }

    /// <summary>Whose part a marked paragraph is: "1. Công an huyện: …", "2. Giao Sở Y tế chủ trì …", a name alone.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <returns>Null where it names nobody.</returns>
    public Asked? Heading(BodyParagraph paragraph)
    {
        var first = tokens.At(paragraph.Body);
        var asking = Asking.Match(tokens, first);
        var towards = asking > 0 ? 0 : Towards.Match(tokens, first);
        var at = first + asking + towards;
        at += tokens[at].Key == ":" ? 1 : 0;
        var names = units.List(at);
        if (names.Count == 0 || tokens[names[0].From].From >= paragraph.To)
        {
            return null;
        }
        var next = names[^1].To;
        if (tokens[next].Key == "(")
        {
            var close = next;
            while (close < next + 30 && tokens[close].Key is not (")" or "\n"))
            {
                close++;
            }
            next = tokens[close].Key == ")" ? close + 1 : next;
        }
        if (tokens[next].From >= paragraph.To || tokens[next].Key == "\n" || (tokens[next].Key is "." or ";" or "," && tokens[next].To >= paragraph.To))
        {
            return new(names, paragraph.Body, paragraph.To);
        }
        if (tokens[next].Key == ":" || (tokens[next].Key is "-" or "." && tokens[next + 1].IsCapital && tokens[next].From > paragraph.Body))
        {
            return new(names, paragraph.Body, tokens[next].To);
        }
        if (asking > 0 || (tokens[names[0].From].IsCapital && (units.IsOrder(next) || (tokens[next].Key == "," && units.IsOrder(next + 1)))))
        {
            return new(names, paragraph.Body, Place(tokens[next].Key == "," ? next + 1 : next, paragraph.To));
        }
        for (var k = next; k < next + 9 && tokens[k].Key != "\n" && !units.IsOrder(k); k++)
        {
            if (tokens[k].Key == ":" && tokens[names[0].From].IsCapital)
            {
                return new([.. names.SkipLast(1), (names[^1].From, k)], paragraph.Body, tokens[k].To);
            }
        }
        return null;
    }

    /// <summary>A paragraph without a mark that is a heading all the same: a name and a colon.</summary>
    public bool IsHeading(BodyParagraph paragraph) =>
        paragraph.To - paragraph.From < 2000 && Heading(paragraph) is { } asked && asked.After <= paragraph.To && text.Plain[asked.After - 1] == ':' && tokens[tokens.At(paragraph.From)].IsCapital && !Asking.Begins(tokens, tokens.At(paragraph.From));

    /// <summary>Whether the verb of an order begins at a place.</summary>
    public bool Order(int at) => units.IsOrder(tokens.At(at));

    private int Place(int token, int to) => token < tokens.Count ? tokens[token].From : to;

    private int Subject(int first, int asking)
    {
        for (var k = Math.Max(first, asking - MaxBack); k < asking; k++)
        {
            if (tokens[k].IsCapital && units.One(k) is var end && end > k && (end == asking || (end < asking && asking - end <= 2 && tokens[end].IsWord)))
            {
                return tokens[k].From;
            }
        }
        return tokens[asking].From;
    }

    private bool IsIssuer(IReadOnlyList<(int From, int To)> names) =>
        issuer is not null && names.Count == 1 && Bare(LetterTop.Expanded(text.Value(tokens[names[0].From].From, tokens[names[0].To - 1].To))) is var name && (Bare(issuer).StartsWith(name, StringComparison.Ordinal) || name.StartsWith(Bare(issuer), StringComparison.Ordinal));

    private static string Bare(string name) => NotLetters().Replace(Fold.Of(name), "");

    [GeneratedRegex("[^a-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotLetters();
}
