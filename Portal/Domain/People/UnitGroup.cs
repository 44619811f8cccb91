namespace Portal.Domain.People;

/// <summary>Units that letters name together. A unit may be in several.</summary>
public sealed class UnitGroup
{
    private readonly List<UnitGroupMember> members = [];

    private UnitGroup() { }

    /// <summary>Makes one, without members.</summary>
    /// <param name="code">The key, made of its first name.</param>
    /// <param name="name">As letters call them.</param>
    public UnitGroup(string code, string name) => (Code, Name) = (code, name);

    /// <summary>The key.</summary>
    public string Code { get; private set; } = "";

    /// <summary>As letters call them.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Other spellings.</summary>
    public IReadOnlyList<string> Aliases { get; private set; } = [];

    /// <summary>Who belongs to it.</summary>
    public IReadOnlyList<UnitGroupMember> Members => members;

    /// <summary>The key that a name gives: words without accents, joined by hyphens.</summary>
    public static string CodeOf(string name)
    {
        var words = Fold.Of(name).Split([.. Fold.Of(name).Where(c => !char.IsAsciiLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        var code = string.Join('-', words);
        return code.Length <= UnitFacts.MaxCode ? code : code[..UnitFacts.MaxCode].TrimEnd('-');
    }

    /// <summary>Writes what it is.</summary>
    /// <param name="name">As letters call them.</param>
    /// <param name="aliases">Other spellings.</param>
    /// <param name="unitCodes">Who belongs to it; units that are known.</param>
    public Problem? Describe(string? name, IReadOnlyList<string> aliases, IReadOnlyCollection<string> unitCodes)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > UnitFacts.MaxName)
        {
            return Problem.Invalid(nameof(Problems.UnitNameNeeded), UnitFacts.MaxName).At("name");
        }

        if (unitCodes.Count == 0)
        {
            return Problem.Invalid(nameof(Problems.UnitGroupEmpty)).At("members");
        }

        (Name, Aliases) = (Fold.Nfc(name).Trim(), UnitFacts.Lines(aliases));
        members.RemoveAll(m => !unitCodes.Contains(m.UnitCode));
        members.AddRange(unitCodes.Distinct().Where(c => !members.Exists(m => m.UnitCode == c)).Select(c => new UnitGroupMember(Code, c)));
        return null;
    }
}

/// <summary>One unit of one group.</summary>
public sealed class UnitGroupMember
{
    private UnitGroupMember() { }

    /// <summary>Makes one.</summary>
    public UnitGroupMember(string groupCode, string unitCode) => (GroupCode, UnitCode) = (groupCode, unitCode);

    /// <summary>Which group.</summary>
    public string GroupCode { get; private set; } = "";

    /// <summary>Which unit.</summary>
    public string UnitCode { get; private set; } = "";
}
