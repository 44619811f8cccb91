using System.Text.RegularExpressions;

namespace Portal.Domain.People;

/// <summary>A unit as names are matched with it.</summary>
/// <param name="Code">The key.</param>
/// <param name="Name">As letters call it.</param>
/// <param name="FullName">In full.</param>
/// <param name="ShortName">As lists call it.</param>
/// <param name="Aliases">Other spellings.</param>
/// <param name="Kind">What kind of unit, a word of the data; null where none is known.</param>
/// <param name="Order">Official order, from 1.</param>
public sealed record KnownUnit(string Code, string Name, string FullName, string ShortName, IReadOnlyList<string> Aliases, string? Kind, int Order);

/// <summary>Units that letters name together.</summary>
/// <param name="Code">The key.</param>
/// <param name="Name">As letters call them.</param>
/// <param name="Aliases">Other spellings.</param>
/// <param name="UnitCodes">Who belongs to it, in official order.</param>
public sealed record KnownGroup(string Code, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> UnitCodes);

/// <summary>Whom written words mean.</summary>
/// <param name="Written">The words, as they were asked about.</param>
/// <param name="UnitCodes">Whom they mean without doubt, in the order written, each once.</param>
/// <param name="GroupCode">The group, where the words are the name of one and nothing else.</param>
/// <param name="Unmatched">Names among the words that no unit has, or more than one.</param>
/// <param name="Candidates">Whom the names in doubt may mean, by code.</param>
public sealed record UnitMatch(string Written, IReadOnlyList<string> UnitCodes, string? GroupCode, IReadOnlyList<string> Unmatched, IReadOnlyList<string> Candidates);

/// <summary>Finds the units and groups that a letter names: in all spellings, abbreviated, with the title of who leads them, alone or in a list.
/// Nothing here knows an organisation: names come with the units, abbreviations and titles with the data.</summary>
public sealed partial class UnitCatalogue
{
    private const int LongestRun = 8;

    private readonly Dictionary<string, List<UnitForm>> forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownGroup> groupForms = new(StringComparer.Ordinal);
    private readonly HashSet<string> places = new(StringComparer.Ordinal);

    /// <summary>Makes one.</summary>
    /// <param name="units">Whom names may mean.</param>
    /// <param name="groups">Their groups.</param>
    public UnitCatalogue(IReadOnlyList<KnownUnit> units, IReadOnlyList<KnownGroup> groups)
    {
        foreach (var unit in units)
        {
            Learn(unit);
        }

        foreach (var group in groups)
        {
            foreach (var words in new[] { group.Name }.Concat(group.Aliases).SelectMany(UnitWording.Readings).SelectMany(UnitWording.Beginnings))
            {
                groupForms.TryAdd(UnitWording.Key(Bare(words)), group);
            }
        }
    }

    /// <summary>Whom words mean.</summary>
    /// <param name="written">A name, or several with commas, semicolons or a joining word between them.</param>
    public UnitMatch Match(string written)
    {
        var text = Fold.Nfc(written);
        var pieces = Pieces(text);
        List<string> codes = [], candidates = [];
        List<(int From, int To, bool Joined)> unknown = [];
        List<KnownGroup> named = [];
        IReadOnlyList<UnitWord[]> heads = [];
        var alone = 0;
        for (var i = 0; i < pieces.Count;)
        {
            var (hit, next) = Longest(text, pieces, i, heads);
            var run = text[pieces[i].From..pieces[next - 1].To];
            if (hit is null && pieces[i].Before(text, ':'))
            {
                heads = [.. UnitWording.Readings(run).Select(r => r.Where(w => !w.IsPlural).ToArray())];
            }
            else if (hit is { Group: { } group })
            {
                named.Add(group);
                codes.AddRange(group.UnitCodes);
            }
            else if (hit is { Codes: [var only] })
            {
                codes.Add(only);
                alone++;
                heads = UnitWording.Heads(run) is { Count: > 0 } plural ? plural : heads;
            }
            else
            {
                candidates.AddRange(hit?.Codes ?? []);
                unknown.Add((pieces[i].From, pieces[next - 1].To, hit is null && pieces[i].Joined));
            }

            i = next;
        }

        var whole = alone == 0 && unknown.Count == 0 && named.Count == 1 ? named[0].Code : null;
        return new(written, [.. codes.Distinct()], whole, Together(text, unknown), [.. candidates.Distinct()]);
    }

    private static List<Piece> Pieces(string text)
    {
        var pieces = new List<Piece>();
        var (from, joined) = (0, false);
        foreach (var cut in Separator().EnumerateMatches(text))
        {
            var joins = char.IsLetter(text[cut.Index]);
            if (joins && !UnitWording.IsJoining(text.AsSpan(cut.Index, cut.Length)))
            {
                continue;
            }

            Add(from, cut.Index, joined);
            (from, joined) = (cut.Index + cut.Length, joins);
        }

        Add(from, text.Length, joined);
        return pieces;

        void Add(int at, int to, bool after)
        {
            while (at < to && !char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            while (to > at && !char.IsLetterOrDigit(text[to - 1]) && text[to - 1] != ')')
            {
                to--;
            }

            if (to > at)
            {
                pieces.Add(new(at, to, after));
            }
        }
    }

    private static List<string> Together(string text, List<(int From, int To, bool Joined)> unknown)
    {
        var names = new List<(int From, int To)>();
        foreach (var (from, to, joined) in unknown)
        {
            if (joined && names.Count > 0 && UnitWording.IsJoining(text.AsSpan(names[^1].To, from - names[^1].To).Trim()))
            {
                names[^1] = (names[^1].From, to);
            }
            else
            {
                names.Add((from, to));
            }
        }

        return [.. names.Select(n => text[n.From..n.To])];
    }

    private static UnitWord[] Bare(UnitWord[] words) => [.. words.Where(w => !w.IsPlural && !w.IsNumber)];

    private (Hit? Hit, int Next) Longest(string text, List<Piece> pieces, int from, IReadOnlyList<UnitWord[]> heads)
    {
        for (var to = Math.Min(pieces.Count, from + LongestRun); to > from; to--)
        {
            var readings = UnitWording.Readings(text[pieces[from].From..pieces[to - 1].To]);
            if (Find([.. heads.SelectMany(h => readings.Select(r => h.Concat(r).ToArray())), .. readings]) is { } hit)
            {
                return (hit, to);
            }
        }

        return (null, from + 1);
    }

    private Hit? Find(IReadOnlyList<UnitWord[]> readings)
    {
        foreach (var words in readings.SelectMany(UnitWording.Beginnings))
        {
            var single = words.Where(w => !w.IsPlural).ToArray();
            if ((Unit(words) ?? Unit(single) ?? Group(words)) is { } hit)
            {
                return hit;
            }
        }

        return null;
    }

    private Hit? Unit(UnitWord[] words)
    {
        if (!forms.TryGetValue(UnitWording.Key(words), out var same))
        {
            return null;
        }

        var given = same.Exists(f => f.Given) ? same.FindAll(f => f.Given) : same;
        var spelled = given.FindAll(f => f.Words.SequenceEqual(words));
        var agreeing = spelled.Count > 0 ? spelled : given.FindAll(f => f.Words.Zip(words).All(p => p.Second.Agrees(p.First)));
        return new(null, [.. (agreeing.Count > 0 ? agreeing : given).Select(f => f.Code).Distinct()]);
    }

    private Hit? Group(UnitWord[] words)
    {
        var bare = Bare(words);
        for (var length = bare.Length; length > 0; length--)
        {
            // Behind the name of a group there may stand only where its units are.
            if ((length == bare.Length || places.Contains(UnitWording.Key(bare[length..]))) && groupForms.TryGetValue(UnitWording.Key(bare[..length]), out var group))
            {
                return words.Any(w => w.IsNumber && w.Plain.TrimStart('0') != $"{group.UnitCodes.Count}") ? null : new(group, []);
            }
        }

        return null;
    }

    private void Learn(KnownUnit unit)
    {
        var full = UnitWording.Readings(unit.FullName)[0];
        foreach (var name in new[] { unit.Name, unit.FullName, unit.ShortName }.Concat(unit.Aliases).Where(n => !string.IsNullOrWhiteSpace(n)))
        {
            foreach (var (words, at) in UnitWording.Readings(name).SelectMany(UnitWording.Beginnings).Select((w, k) => (w, k)))
            {
                Add(unit.Code, words, at == 0);
            }
        }

        // Of the rest of the full name, which says where the unit is, as much may follow as people write.
        foreach (var words in new[] { unit.Name, unit.ShortName }.SelectMany(UnitWording.Readings))
        {
            var from = Enumerable.Range(0, full.Length).FirstOrDefault(k => full[k..].Take(words.Length).SequenceEqual(words), full.Length) + words.Length;
            for (var to = from + 1; words.Length > 0 && to <= full.Length; to++)
            {
                places.Add(UnitWording.Key(full[from..to]));
                foreach (var beginning in UnitWording.Beginnings(words))
                {
                    Add(unit.Code, [.. beginning, .. full[from..to]], false);
                }
            }
        }
    }

    private void Add(string code, UnitWord[] words, bool given)
    {
        var same = forms.TryGetValue(UnitWording.Key(words), out var known) ? known : forms[UnitWording.Key(words)] = [];
        same.Add(new(code, words, given));
    }

    [GeneratedRegex(@"[,;:\n\r]+|(?<=\s)\p{L}+(?=\s)")]
    private static partial Regex Separator();

    /// <summary>A stretch of the text between two separators.</summary>
    private sealed record Piece(int From, int To, bool Joined)
    {
        public bool Before(string text, char mark) => text.AsSpan(To).TrimStart().StartsWith([mark]);
    }

    private sealed record UnitForm(string Code, UnitWord[] Words, bool Given);

    private sealed record Hit(KnownGroup? Group, IReadOnlyList<string> Codes);
}
