namespace Portal.Domain.Letters;

/// <summary>Names of bodies and offices within a sentence: "UBND các xã, thị trấn", "Giám đốc Sở Văn hóa, Thể thao và Du lịch", "các cơ
/// quan, đơn vị liên quan". A name ends where the words of the sentence, its verb first of all, go on.</summary>
internal sealed class UnitNames(LetterTokens tokens)
{
    private const int MaxTokens = 60;
    private const int MaxSmall = 5;

    private static readonly Phrases Quantifiers = new(LetterGrammar.Quantifiers);
    private static readonly Phrases Offices = new(LetterGrammar.Offices);
    private static readonly Phrases OwnOffices = new(LetterGrammar.OwnOffices);
    private static readonly Phrases Heads = new(LetterGrammar.Heads);
    private static readonly Phrases Generics = new(LetterGrammar.Generics);
    private static readonly Phrases Singles = new(LetterGrammar.Singles);
    private static readonly Phrases NotUnits = new(LetterGrammar.NotUnits);
    private static readonly Phrases Sectors = new(LetterGrammar.Sectors);
    private static readonly Phrases Places = new(LetterGrammar.Places);
    private static readonly Phrases Continuers = new(LetterGrammar.Continuers);
    private static readonly Phrases Verbs = new(LetterGrammar.Verbs);
    private static readonly Phrases FirmVerbs = new(LetterGrammar.FirmVerbs);
    private static readonly Phrases RelativeEnds = new(LetterGrammar.RelativeEnds);
    private static readonly Phrases Joiners = new(LetterGrammar.Joiners);

    /// <summary>The names that stand side by side from here on.</summary>
    /// <param name="at">The first token.</param>
    /// <returns>From and to of each, in tokens; empty where no name begins.</returns>
    public IReadOnlyList<(int From, int To)> List(int at)
    {
        var names = new List<(int, int)>();
        var plural = false;
        var inner = false;
        for (var next = at; names.Count < 60;)
        {
            var end = One(next, plural, ref inner);
            if (end == next)
            {
                break;
            }
            names.Add((next, end));
            plural |= Quantifiers.Begins(tokens, next) || inner;
            next = AfterJoiner(end);
            if (next == end)
            {
                break;
            }
        }
        return names;
    }

    /// <summary>Where one name ends; <paramref name="at"/> itself where none begins.</summary>
    public int One(int at)
    {
        var inner = false;
        return One(at, false, ref inner);
    }

    /// <summary>Whether a verb of an order begins here.</summary>
    public bool IsVerb(int at) => Verbs.Begins(tokens, at);

    /// <summary>Whether the title of a person begins here: "Chủ tịch UBND huyện" is no body.</summary>
    public bool IsOffice(int at) => Offices.Begins(tokens, at) && !Heads.Begins(tokens, at);

    /// <summary>Whether the verb of an order begins here, one that a name cannot go on with.</summary>
    public bool IsOrder(int at) => FirmVerbs.Begins(tokens, at);

    private bool Stops(int at) => Verbs.Begins(tokens, at) || FirmVerbs.Begins(tokens, at);

    private int AfterJoiner(int at)
    {
        if (tokens[at].Key is "," or ";")
        {
            at++;
        }
        return at + Joiners.Match(tokens, at);
    }

    private int One(int at, bool listed, ref bool inner)
    {
        var next = at;
        var quantified = Quantifiers.Match(tokens, next);
        next += quantified;
        if (OwnOffices.Match(tokens, next) is var own and > 0 && tokens[next].IsCapital)
        {
            return next + own;
        }
        var office = tokens[next].IsCapital || quantified > 0 ? Offices.Match(tokens, next) : 0;
        if (office > 0 && Heads.Match(tokens, next) > office)
        {
            office = 0;
        }
        next += office;
        if (office > 0 && tokens[next].Key == ":")
        {
            next++;
        }
        if (office > 0 && Quantifiers.Match(tokens, next) is var more and > 0)
        {
            (quantified, next) = (more, next + more);
        }
        if (NotUnits.Begins(tokens, next))
        {
            return at;
        }
        if (office > 0 && quantified > 0 && Generics.Match(tokens, next - office) == office && !Heads.Begins(tokens, next))
        {
            inner = true;
            return Tail(next - office, next, true, at + MaxTokens);
        }
        var (head, generic) = Head(next, quantified > 0 || listed, office > 0);
        if (head == 0 && (office == 0 || !Places.Begins(tokens, next)))
        {
            return at;
        }
        inner = quantified > 0 || generic;
        return Tail(next, next + head, generic || quantified > 0, at + MaxTokens);
    }

    private (int Length, bool Generic) Head(int at, bool plural, bool office)
    {
        var head = Heads.Match(tokens, at);
        var generic = Generics.Match(tokens, at);
        if (head > 0 && head >= generic && tokens[at].IsCapital)
        {
            return (head, false);
        }
        if (generic > 0 && (plural || office))
        {
            return (generic, true);
        }
        if (head > 0 && (plural || office))
        {
            return (head, true);
        }
        return Singles.Match(tokens, at) is var single and > 0 && tokens[at].IsCapital ? (single, true) : (0, false);
    }

    /// <summary>What goes on after the noun: a field of work, a proper name, a place, "có liên quan".</summary>
    private int Tail(int head, int at, bool plural, int last)
    {
        var small = 0;
        var named = false;
        var placed = at == head;
        while (at < last && tokens[at].Key != "\n")
        {
            var from = at;
            if (Sectors.Match(tokens, at) is var sector and > 0 && tokens[at].IsCapital)
            {
                (at, named, small) = (at + sector, true, MaxSmall - 3);
            }
            else if (Place(at, placed || plural) is var place and > 0)
            {
                (at, placed, named, small) = (at + place, true, true, MaxSmall);
                if (tokens[at].Key.Length <= 2 && char.IsAsciiDigit(tokens[at].Key[0]) && tokens[at + 1].Key is not ("/" or "."))
                {
                    at++;
                }
                while (tokens[at].IsCapital && tokens[at].IsWord && tokens[at + 1].Key != "/" && !Verbs.Begins(tokens, at) && !Heads.Begins(tokens, at))
                {
                    at++;
                }
            }
            else if (Continuers.Match(tokens, at) is var more and > 0)
            {
                (at, small) = (at + more, MaxSmall);
            }
            else if (tokens[at].Key == LetterTokens.Keys(LetterGrammar.Quantifiers.Split('|')[0])[0] && (Heads.Begins(tokens, at + 1) || Generics.Begins(tokens, at + 1) || Places.Begins(tokens, at + 1)) && !NotUnits.Begins(tokens, at + 1))
            {
                at++;
                at += Math.Max(1, Math.Max(Heads.Match(tokens, at), Math.Max(Generics.Match(tokens, at), Places.Match(tokens, at))));
                (placed, plural, small) = (true, true, MaxSmall);
            }
            else if (tokens[at].IsCapital && Heads.Match(tokens, at) is var nested and > 0 && !NotUnits.Begins(tokens, at))
            {
                (at, small) = (at + nested, 0);
            }
            else if (tokens[at + 1].Key == "/")
            {
                break;
            }
            else if (tokens[at].IsCapital && tokens[at].IsWord && (!named || Verbs.Match(tokens, at) < (tokens[at - 1].IsCapital ? 2 : 1)))
            {
                (at, named, small) = (at + 1, true, small == MaxSmall ? MaxSmall : 0);
            }
            else if (plural && placed && tokens[at].Key == "," && tokens[at - 1].IsCapital && tokens[at + 1] is { IsCapital: true, IsWord: true } && !Heads.Begins(tokens, at + 1) && !Offices.Begins(tokens, at + 1) && !OwnOffices.Begins(tokens, at + 1) && !Stops(at + 1))
            {
                at += 2;
            }
            else if (tokens[at].Key is "-" && tokens[at + 1].IsCapital)
            {
                (at, small) = (at + 2, 0);
            }
            else if (named && !placed && tokens[at].Key == LetterTokens.Keys(LetterGrammar.Joiners.Split('|')[0])[0] && tokens[at + 1].IsCapital && !Heads.Begins(tokens, at + 1) && !Offices.Begins(tokens, at + 1))
            {
                (at, small) = (at + 2, 0);
            }
            else if (tokens[at].IsWord && small < MaxSmall && (named || plural) && !Stops(at) && !tokens[at].IsCapital && !char.IsDigit(tokens[at].Key[0]))
            {
                (at, small) = (at + 1, small + 1);
            }
            else if (plural && Relative(at) is var relative and > 0)
            {
                return at + relative;
            }
            if (at == from)
            {
                break;
            }
        }
        return at;
    }

    /// <summary>"huyện", or "xã, thị trấn" one after the other.</summary>
    private int Place(int at, bool listed)
    {
        if (tokens[at].IsCapital && Heads.Match(tokens, at) > Places.Match(tokens, at))
        {
            return 0;
        }
        if (char.IsAsciiDigit(tokens[at].Key[0]) && Places.Match(tokens, at + 1) is var counted and > 0)
        {
            return 1 + counted;
        }
        if (Places.Match(tokens, at) is var place and > 0 && !NotUnits.Begins(tokens, at))
        {
            return place;
        }
        return listed && tokens[at].Key is "," && Places.Match(tokens, at + 1) is var next and > 0 && !NotUnits.Begins(tokens, at + 1) ? 1 + next : 0;
    }

    /// <summary>"các trường có tổ chức đưa rước học sinh" up to the verb of the order.</summary>
    private int Relative(int at)
    {
        if (tokens[at].Key is not ("co\u0301" or "chu\u031Ba" or "thuo\u0302\u0323c"))
        {
            return 0;
        }
        for (var k = at + 1; k < at + 14 && tokens[k].IsWord; k++)
        {
            if (RelativeEnds.Begins(tokens, k) && k > at + 2)
            {
                return k - at;
            }
        }
        return 0;
    }
}
