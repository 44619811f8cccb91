using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Platform.Documents;
using Portal.Shared;

namespace Portal.Features.Units;

/// <summary>A workbook, and under which name it is saved.</summary>
public sealed record UnitsFile(string Name, byte[] Bytes);

/// <summary>The units that stand as a workbook, to be changed and brought back, or to begin with. That it was taken out is recorded.</summary>
public sealed class UnitsWorkbook(Reader reader, PortalClock clock, AccessLog access)
{
    private const int BlankRows = 50;

    /// <summary>Makes it.</summary>
    public Task<Outcome<UnitsFile>> RunAsync() => reader.RunAsync<UnitsFile>(nameof(UnitsWorkbook), null, async (db, actor) =>
    {
        if (!actor.Is(Role.Administrator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
        }

        var now = clock.Now;
        var units = await db.Units.Where(u => u.EndedAt == null || u.EndedAt > now).OrderBy(u => u.Order).ThenBy(u => u.Code).ToListAsync();
        var groups = await db.UnitGroups.Include(g => g.Members).OrderBy(g => g.Code).ToListAsync();
        var rows = units.Select(u => UnitColumns.Cells(u.Code, u.OfficialDigits, u.Facts(), groups.Where(g => g.Members.Any(m => m.UnitCode == u.Code)).Select(g => g.Name)));
        await access.WriteAsync(AccessKind.Exported, actor.PersonId, nameof(UnitsWorkbook));
        return new UnitsFile(UnitsText.SheetFile, XlsxWriter.Write([List([.. rows]), Guide(now)], []));
    });

    private static SheetDraft List(IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        var cells = UnitColumns.All.Select((c, k) => new SheetCell(1, k + 1, c.Head, CellLook.Head))
            .Concat(Enumerable.Range(0, rows.Count + BlankRows).SelectMany(r => UnitColumns.All.Select((c, k) => new SheetCell(r + 2, k + 1, r < rows.Count ? rows[r][c.Field] : "", CellLook.Input))));
        return new(UnitsText.SheetName, [.. cells]) { Widths = [.. UnitColumns.All.Select(c => c.Width)], FrozenRows = 1, Unlocked = true };
    }

    private static SheetDraft Guide(DateTimeOffset now)
    {
        string[] lines = [UnitsText.SheetMade.With(VietTime.DateTime(now)), .. UnitsText.SheetGuide.Split('\n')];
        var cells = lines.Select((line, k) => new SheetCell(k + 2, 1, line.Trim(), CellLook.Text) { Across = 2 }).Prepend(new(1, 1, UnitsText.ImportTitle, CellLook.Title)).ToList();
        foreach (var (n, column) in UnitColumns.All.Index())
        {
            cells.Add(new(lines.Length + 3 + n, 1, column.Head, CellLook.Label));
            cells.Add(new(lines.Length + 3 + n, 2, column.Hint, CellLook.Text));
        }

        return new(UnitsText.SheetGuideName, cells) { Widths = [34, 96] };
    }
}
