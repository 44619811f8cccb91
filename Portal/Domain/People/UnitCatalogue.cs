using System.Text;

namespace Portal.Domain.People;

/// <summary>A unit that a letter may mean.</summary>
/// <param name="Code">Its key.</param>
/// <param name="Name">As letters call it.</param>
/// <param name="FullName">In full.</param>
/// <param name="ShortName">As lists call it.</param>
/// <param name="Aliases">Other spellings.</param>
/// <param name="Kind">What it is, in the organisation's own words.</param>
/// <param name="Order">Official order.</param>
public sealed record KnownUnit(string Code, string Name, string FullName, string ShortName, IReadOnlyList<string> Aliases, string? Kind, int Order);

/// <summary>A group of units that letters name in one breath.</summary>
public sealed record KnownGroup(string Code, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> UnitCodes);

/// <summary>Whom a name in a letter means.</summary>
/// <param name="Written">The name.</param>
/// <param name="UnitCodes">The units it means, in the order in which it names them.</param>
/// <param name="GroupCode">The group, where it names one.</param>
/// <param name="Unmatched">The pieces that mean nobody known.</param>
/// <param name="Candidates">Units that an ambiguous piece may mean.</param>
public sealed record UnitMatch(string Written, IReadOnlyList<string> UnitCodes, string? GroupCode, IReadOnlyList<string> Unmatched, IReadOnlyList<string> Candidates);

/// <summary>
/// Finds whom a letter means by the names it gives: other spellings, abbreviations, the office of whoever heads the unit, several names in one line.
/// What the accents tell apart (Bình Thạnh, Bình Thanh) is never guessed without them. Abbreviations and offices are data (<c>UnitWords.resx</c>).
/// </summary>
public sealed class UnitCatalogue
{
    private const int LongestName = 6; // pieces between commas that one name may have

    private readonly Dictionary<string, HashSet<string>> accented = new(StringComparer.Ordinal), plain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownGroup> groups = new(StringComparer.Ordinal);

    /// <summary>Takes the units and groups that stand.</summary>
    public UnitCatalogue(IReadOnlyList<KnownUnit> units, IReadOnlyList<KnownGroup> groups)
    {
        foreach (var unit in units)
        {
            foreach (var name in unit.Aliases.Append(unit.Name).Append(unit.FullName).Append(unit.ShortName))
            {
                var words = UnitName.Words(name);
                Add(accented, words, unit.Code);
                Add(plain, Fold.Of(words), unit.Code);
            }
        }

        foreach (var group in groups)
        {
            foreach (var name in group.Aliases.Append(group.Name))
            {
                this.groups.TryAdd(Fold.Of(UnitName.Bare(UnitName.Words(name))), group);
            }
        }
    }

    /// <summary>Whom a name means: one unit, a group, or several in a list with or without a word that stands before them all.</summary>
    /// <param name="written">As the letter writes it.</param>
    public UnitMatch Match(string written)
    {
        if (GroupOf(written) is { } group)
        {
            return new(written, group.UnitCodes, group.Code, [], []);
        }

        var (found, unmatched, candidates) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var (piece, codes) in Pieces(written))
        {
            switch (codes.Count)
            {
                case 0:
                    unmatched.Add(piece);
                    break;
                case 1:
                    found.AddRange(codes.Where(c => !found.Contains(c)));
                    break;
                default:
                    unmatched.Add(piece);
                    candidates.AddRange(codes);
                    break;
            }
        }

        return new(written, found, null, unmatched, candidates);
    }

    private KnownGroup? GroupOf(string written) => groups.GetValueOrDefault(Fold.Of(UnitName.Bare(UnitName.Words(written))));

    /// <summary>The names in a line, each as long as it can be, with whom it means.</summary>
    private IEnumerable<(string Piece, IReadOnlyCollection<string> Codes)> Pieces(string written)
    {
        var (head, rest) = written.Split(':', 2) is [var before, { Length: > 0 } after] && UnitName.Words(before).Length > 0 ? (UnitName.Singular(before), after) : ("", written);
        var parts = rest.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? kind = head.Length > 0 ? head : null;
        for (var from = 0; from < parts.Length;)
        {
            var (length, codes) = Longest(parts, from, kind);
            var piece = string.Join(", ", parts.Skip(from).Take(length));
            kind ??= UnitName.Words(piece).Split(' ')[0]; // "Phòng A, B, C": the word before the first stands before them all
            yield return (head.Length > 0 && codes.Count == 0 ? $"{head} {piece}" : piece, codes);
            from += length;
        }
    }

    private (int Length, IReadOnlyCollection<string> Codes) Longest(string[] parts, int from, string? kind)
    {
        for (var length = Math.Min(LongestName, parts.Length - from); length > 0; length--)
        {
            var name = string.Join(' ', parts.Skip(from).Take(length));
            var codes = CodesOf(name);
            if (codes.Count == 0 && kind is not null)
            {
                codes = CodesOf($"{kind} {name}");
            }

            if (codes.Count > 0)
            {
                return (length, codes);
            }
        }

        return (1, []);
    }

    private IReadOnlyCollection<string> CodesOf(string name)
    {
        var words = UnitName.Words(name);
        return accented.TryGetValue(words, out var exact) ? exact : plain.GetValueOrDefault(Fold.Of(words)) ?? [];
    }

    private static void Add(Dictionary<string, HashSet<string>> names, string words, string code)
    {
        if (words.Length > 0)
        {
            (names.TryGetValue(words, out var codes) ? codes : names[words] = []).Add(code);
        }
    }
}

/// <summary>A unit's name as it is compared.</summary>
internal static class UnitName
{
    private static readonly IReadOnlyList<(string Short, string Long)> Abbreviations = [.. UnitWords.Abbreviations.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('=')).Select(p => (p[0], p[1]))];
    private static readonly IReadOnlyList<string> Offices = [.. Listed(UnitWords.Offices)], Silent = [.. Listed(UnitWords.Silent)], Prefixes = [.. Listed(UnitWords.Prefixes)];

    /// <summary>Small letters, composed, words apart by one space, abbreviations written out, without the office of its head and without words that say nothing.</summary>
    public static string Words(string name)
    {
        var words = $" {Spaced(name)} ";
        foreach (var (given, meant) in Abbreviations)
        {
            words = words.Replace($" {given} ", $" {meant} ", StringComparison.Ordinal);
        }

        foreach (var silent in Silent)
        {
            words = words.Replace($" {silent} ", " ", StringComparison.Ordinal);
        }

        words = words.Trim();
        foreach (var office in Offices)
        {
            if (words.StartsWith(office + " ", StringComparison.Ordinal))
            {
                words = words[(office.Length + 1)..];
            }
        }

        return words;
    }

    /// <summary>Without what may stand before the name of a whole group: "các", the word for people's committees.</summary>
    public static string Bare(string words)
    {
        foreach (var prefix in Prefixes)
        {
            words = words.StartsWith(prefix + " ", StringComparison.Ordinal) ? words[(prefix.Length + 1)..] : words;
        }

        return words;
    }

    /// <summary>The word before a list, without the mark of the plural.</summary>
    public static string Singular(string head) => Bare(Words(head));

    private static string Spaced(string name)
    {
        var spaced = new StringBuilder(name.Length);
        foreach (var c in Fold.Nfc(name).ToLowerInvariant())
        {
            spaced.Append(char.IsLetterOrDigit(c) ? c : ' ');
        }

        return string.Join(' ', spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string[] Listed(string lines) => lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
