namespace Portal.Domain.People;

/// <summary>An office, a commune or another body that people belong to. Data with dates, never code: units merge and end.</summary>
public sealed class Unit
{
    /// <summary>The kind of a unit of which nothing more is known.</summary>
    public const string Kindless = "don-vi";

    private Unit() { }

    /// <summary>Makes a unit.</summary>
    /// <param name="code">The key: <c>XA-21046</c>, <c>CAH</c>.</param>
    /// <param name="loginCode">What stands in addresses and user names: the official five digits, else the code in lower case.</param>
    /// <param name="name">As the letter calls it.</param>
    /// <param name="fullName">In full.</param>
    /// <param name="shortName">As lists call it.</param>
    /// <param name="order">Official order, from 1.</param>
    public Unit(string code, string loginCode, string name, string fullName, string shortName, int order)
        => (Code, LoginCode, Name, FullName, ShortName, Order) = (code, loginCode, name, fullName, shortName, order);

    /// <summary>The key.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What stands in addresses, user names and file names; an ASCII name would make Bình Thạnh and Bình Thanh one.</summary>
    public string LoginCode { get; private set; } = "";

    /// <summary>Name as the letter calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Name in full.</summary>
    public string FullName { get; private set; } = "";

    /// <summary>Name for dense lists.</summary>
    public string ShortName { get; private set; } = "";

    /// <summary>Official order, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>The official five digits; null where it has none.</summary>
    public string? OfficialCode { get; private set; }

    /// <summary>What kind, a word of the data; null while nobody has described the unit.</summary>
    public string? Kind { get; private set; }

    /// <summary>The unit it belongs to; null at the top.</summary>
    public string? ParentCode { get; private set; }

    /// <summary>Other spellings of its name.</summary>
    public IReadOnlyList<string> Aliases { get; private set; } = [];

    /// <summary>The line over its name in a letterhead.</summary>
    public string? LetterheadParent { get; private set; }

    /// <summary>The lines of its own letterhead.</summary>
    public IReadOnlyList<string> LetterheadLines { get; private set; } = [];

    /// <summary>The place before the date of its letters.</summary>
    public string? PlaceName { get; private set; }

    /// <summary>The day it began; null where it is not known.</summary>
    public DateOnly? StartedOn { get; private set; }

    /// <summary>What else is to be known.</summary>
    public string? Note { get; private set; }

    /// <summary>Grows with every change of what describes it.</summary>
    public int Version { get; private set; }

    /// <summary>When the unit ended; null while it stands.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who took over, where it ended.</summary>
    public string? SuccessorCode { get; private set; }

    /// <summary>The official five digits, also of a unit of before, whose login code alone holds them.</summary>
    public string? OfficialDigits => OfficialCode ?? (UnitFacts.CheckCodes(Code, LoginCode) is null ? LoginCode : null);

    /// <summary>All that describes it, as it is typed.</summary>
    public UnitFacts Facts() => new(Name, FullName, ShortName, Order, Kind, ParentCode)
    {
        Aliases = Aliases,
        LetterheadParent = LetterheadParent,
        LetterheadLines = LetterheadLines,
        PlaceName = PlaceName,
        StartedOn = StartedOn,
        Note = Note,
    };

    /// <summary>Writes all that describes it. The key and the official code stay: they stand in addresses and user names.</summary>
    /// <param name="facts">What was typed.</param>
    /// <param name="parents">Each unit and what it belongs to.</param>
    public Problem? Describe(UnitFacts facts, IReadOnlyDictionary<string, string?> parents)
    {
        if (facts.Check() is { } wrong)
        {
            return wrong;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal) { Code };
        for (var above = facts.ParentCode; above is not null; above = parents.GetValueOrDefault(above))
        {
            if (!parents.ContainsKey(above) || !seen.Add(above))
            {
                return Problem.Invalid(nameof(Problems.UnitParentWrong)).At("parent");
            }
        }

        Take(facts);
        Version++;
        return null;
    }

    /// <summary>Takes what a letter's file says, unless somebody has described the unit already.</summary>
    /// <param name="facts">What the file says.</param>
    /// <param name="officialCode">The official five digits, where it has them.</param>
    public void Fill(UnitFacts facts, string? officialCode)
    {
        if (Kind is null)
        {
            OfficialCode = officialCode;
            Take(facts);
        }
    }

    /// <summary>Gives a new unit its official code; once.</summary>
    /// <param name="officialCode">Five digits, or null.</param>
    public void Number(string? officialCode) => OfficialCode ??= officialCode;

    /// <summary>Ends it at an instant: who took over acts for it from then on. May be set again while the instant is ahead.</summary>
    /// <param name="now">The server's instant.</param>
    /// <param name="at">From when; not before now.</param>
    /// <param name="successor">Who takes over; a unit that stands.</param>
    public Problem? End(DateTimeOffset now, DateTimeOffset? at, Unit? successor)
    {
        if (EndedAt <= now)
        {
            return Problem.State(nameof(Problems.UnitHasEnded));
        }

        if (at is not { } from || from < now)
        {
            return Problem.Invalid(nameof(Problems.UnitEndsLater)).At("from");
        }

        if (successor is null || successor == this || successor.EndedAt is not null)
        {
            return Problem.Invalid(nameof(Problems.SuccessorNeeded)).At("successor");
        }

        (EndedAt, SuccessorCode) = (from, successor.Code);
        return null;
    }

    private void Take(UnitFacts facts)
    {
        (Name, FullName, ShortName, Order) = (facts.Name!.Trim(), facts.FullName!.Trim(), facts.ShortName!.Trim(), facts.Order ?? Order);
        (Kind, ParentCode, PlaceName, StartedOn, Note) = (UnitFacts.Clean(facts.Kind) ?? Kindless, facts.ParentCode, UnitFacts.Clean(facts.PlaceName), facts.StartedOn, UnitFacts.Clean(facts.Note));
        (Aliases, LetterheadParent, LetterheadLines) = (UnitFacts.Lines(facts.Aliases), UnitFacts.Clean(facts.LetterheadParent), UnitFacts.Lines(facts.LetterheadLines));
    }
}
