using System.Globalization;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Shared;

namespace Portal.Features.Units;

/// <summary>Works out what a sheet does to the units that there are: rows are matched by their codes, columns that the sheet lacks and units that it does not name stay as they are.
/// The units and groups it is given are changed on the way; who only looks gives it some that nobody saves.</summary>
internal sealed class UnitPlanning
{
    private readonly UnitSheet sheet;
    private readonly List<Unit> units;
    private readonly DateTimeOffset now;
    private readonly GroupPlanning groups;
    private readonly Dictionary<(int Row, string Field), UnitCellError> errors = [];
    private readonly HashSet<int> faulty = []; // rows with errors
    private readonly Dictionary<string, Unit> byCode = new(StringComparer.OrdinalIgnoreCase), byOfficial = [];
    private readonly Dictionary<string, int> rowOf = new(StringComparer.OrdinalIgnoreCase); // the codes that rows have brought so far
    private readonly List<(UnitRow Row, Unit? Unit)> found = []; // rows whose codes are in order; no unit for a new one
    private readonly Dictionary<string, string> named = new(StringComparer.OrdinalIgnoreCase); // any code that a parent may be called by → key
    private readonly Dictionary<string, string?> parents;
    private readonly List<Unit> added = [];
    private readonly List<UnitImportLine> lines = [];

    private UnitPlanning(UnitSheet sheet, List<Unit> units, List<UnitGroup> groups, DateTimeOffset now)
    {
        (this.sheet, this.units, this.now) = (sheet, units, now);
        (this.groups, parents) = (new(groups), units.ToDictionary(u => u.Code, u => u.ParentCode));
        foreach (var error in sheet.Errors)
        {
            Refuse(error);
        }

        foreach (var unit in units)
        {
            byCode[unit.Code] = unit;
            named[unit.Code] = unit.Code;
            if (unit.OfficialDigits is { } digits)
            {
                byOfficial[digits] = unit;
                named.TryAdd(digits, unit.Code);
            }
        }
    }

    /// <summary>Works it out.</summary>
    /// <param name="sheet">What the file says.</param>
    /// <param name="units">All units in official order.</param>
    /// <param name="groups">All groups with their members.</param>
    /// <param name="now">The server's instant.</param>
    public static UnitPlan Of(UnitSheet sheet, List<Unit> units, List<UnitGroup> groups, DateTimeOffset now) => new UnitPlanning(sheet, units, groups, now).Work();

    private UnitPlan Work()
    {
        foreach (var row in sheet.Rows)
        {
            Match(row);
        }

        foreach (var (row, unit) in found)
        {
            if (row.Cells.TryGetValue(UnitColumns.Parent, out var parent))
            {
                parents[unit?.Code ?? row.Cells[UnitColumns.Code]] = parent.Length == 0 ? null : named.GetValueOrDefault(parent);
            }
        }

        foreach (var (row, unit) in found)
        {
            Take(row, unit);
        }

        foreach (var (row, stood, problem) in groups.Finish())
        {
            Refuse(new(row, UnitColumns.Groups, stood, problem));
        }

        var shown = errors.Values.OrderBy(e => e.Row).Select(e => new UnitImportError(e.Row, Column(e.Field), e.Stood, e.Problem.Text)).ToList();
        return new(new(sheet.FileName, lines, [.. groups.Added.Select(g => g.Name)], found.Count(f => !faulty.Contains(f.Row.Number)) - lines.Count(l => !faulty.Contains(l.Row)), shown), added, groups.Changed, groups.Added);
    }

    private void Match(UnitRow row)
    {
        var (code, official) = (row.Cells[UnitColumns.Code], row.Cells.GetValueOrDefault(UnitColumns.Official) ?? "");
        var holder = byOfficial.GetValueOrDefault(official);
        var unit = code.Length == 0 ? holder : byCode.GetValueOrDefault(code);
        var twice = new[] { unit?.Code ?? code, official }.Distinct(StringComparer.OrdinalIgnoreCase).Where(c => c.Length > 0 && !rowOf.TryAdd(c, row.Number)).ToList();
        if (holder is not null && holder != unit)
        {
            Refuse(row, UnitColumns.Official, Problem.Invalid(nameof(Problems.UnitsOfficialOfOther), official, holder.Name, holder.Code));
        }
        else if (twice.Count > 0)
        {
            Refuse(row, code.Length == 0 || twice[0] == official ? UnitColumns.Official : UnitColumns.Code, Problem.Invalid(nameof(Problems.UnitsRowTwice), rowOf[twice[0]]));
        }
        else if (unit is null && UnitFacts.CheckCodes(code, official.Length == 0 ? null : official) is { } wrong)
        {
            Refuse(row, wrong.Field!, wrong);
        }
        else if (unit is not null && official.Length > 0 && official != unit.OfficialDigits)
        {
            Refuse(row, UnitColumns.Official, Problem.Invalid(nameof(Problems.UnitsOfficialFixed), unit.Name, unit.OfficialDigits ?? UnitsText.None));
        }
        else
        {
            found.Add((row, unit));
        }

        if (unit is null && code.Length > 0)
        {
            parents.TryAdd(code, null);
            named.TryAdd(code, code);
            named.TryAdd(official.Length > 0 ? official : code, code);
        }
    }

    private void Take(UnitRow row, Unit? unit)
    {
        var facts = Read(row, unit);
        var code = unit?.Code ?? row.Cells[UnitColumns.Code];
        var before = unit is null ? null : UnitColumns.Cells(unit.Code, unit.OfficialDigits, unit.Facts(), groups.Of(unit.Code));
        if (row.Cells.TryGetValue(UnitColumns.Groups, out var typed) && groups.Place(row.Number, code, typed) is { } unplaced)
        {
            Refuse(row, UnitColumns.Groups, unplaced);
        }

        var after = UnitColumns.Cells(code, unit?.OfficialDigits, facts, groups.Of(code));
        if (before is not null && !faulty.Contains(row.Number) && UnitColumns.All.All(c => before[c.Field] == after[c.Field]))
        {
            return;
        }

        if (unit?.EndedAt <= now)
        {
            Refuse(row, UnitColumns.Code, Problem.Invalid(nameof(Problems.UnitsRowEnded), unit.Name, VietTime.DateTime(unit.EndedAt.Value)));
        }

        foreach (var wrong in facts.Wrongs())
        {
            Refuse(row, wrong.Field!, wrong);
        }

        if (!faulty.Contains(row.Number) && Write(row, unit, facts) is { } problem)
        {
            Refuse(row, problem.Field ?? UnitColumns.Code, problem);
        }

        if (!faulty.Contains(row.Number))
        {
            var written = unit ?? added[^1];
            after = UnitColumns.Cells(code, written.OfficialDigits, written.Facts(), groups.Of(code));
            lines.Add(new(row.Number, written.LoginCode, written.Name, unit is null,
                [.. UnitColumns.All.Where(c => after[c.Field] != (before?[c.Field] ?? "")).Select(c => new UnitCellChange(c.Head, before?[c.Field] ?? "", after[c.Field]))]));
        }
    }

    private Problem? Write(UnitRow row, Unit? unit, UnitFacts facts)
    {
        if (unit is not null)
        {
            return unit.Describe(facts, parents);
        }

        var made = new NewUnit(row.Cells[UnitColumns.Code], row.Cells.GetValueOrDefault(UnitColumns.Official), facts).Make(units, parents);
        if (made.Value is { } fresh)
        {
            units.Add(fresh);
            added.Add(fresh);
        }

        return made.Problem;
    }

    /// <summary>What describes the unit after the import: what the row says over what there is.</summary>
    private UnitFacts Read(UnitRow row, Unit? unit)
    {
        var facts = unit?.Facts() ?? new(null, null, null, null, null, null);
        string? Said(string field, string? there) => row.Cells.TryGetValue(field, out var text) ? (text.Length == 0 ? null : text) : there;
        IReadOnlyList<string> Many(string field, IReadOnlyList<string> there) => row.Cells.TryGetValue(field, out var text) ? UnitColumns.Split(text) : there;
        return facts with
        {
            Name = Said(UnitColumns.Name, facts.Name),
            FullName = Said(UnitColumns.FullName, facts.FullName),
            ShortName = Said(UnitColumns.ShortName, facts.ShortName),
            Order = Rank(row, facts.Order),
            Kind = Said(UnitColumns.Kind, facts.Kind) ?? (facts.Kind is null ? null : Unit.Kindless),
            ParentCode = Parent(row, unit),
            Aliases = Many(UnitColumns.Aliases, facts.Aliases),
            LetterheadParent = Said(UnitColumns.LetterheadParent, facts.LetterheadParent),
            LetterheadLines = Many(UnitColumns.Letterhead, facts.LetterheadLines),
            PlaceName = Said(UnitColumns.Place, facts.PlaceName),
            StartedOn = Day(row, facts.StartedOn),
            Note = Said(UnitColumns.Note, facts.Note),
        };
    }

    private int? Rank(UnitRow row, int? there)
    {
        var text = row.Cells.GetValueOrDefault(UnitColumns.Order) ?? "";
        if (text.Length == 0)
        {
            return there;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rank))
        {
            Refuse(row, UnitColumns.Order, Problem.Invalid(nameof(Problems.UnitOrderWrong)));
            return there;
        }

        return rank;
    }

    private DateOnly? Day(UnitRow row, DateOnly? there)
    {
        if (!row.Cells.TryGetValue(UnitColumns.StartedOn, out var text))
        {
            return there;
        }

        var read = text.Length == 0 ? default : FieldInput.OfDate(text);
        if (read.Problem is { } wrong)
        {
            Refuse(row, UnitColumns.StartedOn, wrong);
        }

        return FieldInput.Day(read.Value);
    }

    private string? Parent(UnitRow row, Unit? unit)
    {
        var text = row.Cells.GetValueOrDefault(UnitColumns.Parent) ?? unit?.ParentCode ?? "";
        var code = named.GetValueOrDefault(text);
        if (text.Length > 0 && code is null)
        {
            Refuse(row, UnitColumns.Parent, Problem.Invalid(nameof(Problems.UnitsParentUnknown), text));
        }
        else if (code is not null && code != unit?.ParentCode && units.Find(u => u.Code == code) is { EndedAt: not null } ended)
        {
            Refuse(row, UnitColumns.Parent, Problem.Invalid(nameof(Problems.UnitsParentEnded), ended.Name));
        }

        return code;
    }

    private void Refuse(UnitRow row, string field, Problem problem) => Refuse(new(row.Number, field, row.Cells.GetValueOrDefault(field) ?? "", problem));

    private void Refuse(UnitCellError error)
    {
        errors.TryAdd((error.Row, error.Field), error);
        faulty.Add(error.Row);
    }

    private string Column(string field) =>
        UnitColumns.All.FirstOrDefault(c => c.Field == field) is not { } column ? field
        : sheet.Letters.TryGetValue(field, out var letters) ? $"{letters} ({column.Head})" : column.Head;
}
