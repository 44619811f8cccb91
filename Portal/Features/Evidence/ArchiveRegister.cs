using Portal.Domain.Consolidation;
using Portal.Platform.Documents;
using Portal.Shared;

namespace Portal.Features.Evidence;

/// <summary>The register inside an archive, as a sheet.</summary>
internal static class ArchiveRegister
{
    private static readonly double[] Widths = [6, 22, 16, 20, 12, 50, 34, 14, 60, 20, 14, 68];

    /// <summary>One row for each numbered document, then the rejected ones.</summary>
    /// <param name="content">The archive.</param>
    /// <param name="wrong">What is wrong with which files, by path.</param>
    public static SheetDraft Of(ArchiveContent content, IReadOnlyDictionary<string, string> wrong)
    {
        string[] head =
        [
            ArchiveText.ColumnNumber, ArchiveText.ColumnUnit, ArchiveText.ColumnItems, ArchiveText.ColumnSymbol, ArchiveText.ColumnDay, ArchiveText.ColumnSummary, ArchiveText.ColumnFile,
            ArchiveText.ColumnDecision, ArchiveText.ColumnNote, ArchiveText.ColumnPlace, ArchiveText.ColumnSize, ArchiveText.ColumnHash,
        ];
        var numbered = content.Files.Where(f => f.Number is not null).ToLookup(f => f.Number);
        var rejected = content.Files.Where(f => f.Number is null).ToList();
        var rows = new List<string[]> { head };
        rows.AddRange(content.Register.Lines.Select(l => Row($"{l.Number}", l.Document, string.Join(", ", l.ItemCodes), l.Decided ? ArchiveText.Accepted : ArchiveText.Undecided, [.. numbered[l.Number]], wrong)));
        rows.AddRange(content.Register.Rejected.Select((d, k) => Row("", d, d.ItemCode, ArchiveText.Rejected, [rejected[k]], wrong)));
        return new(ArchiveText.RegisterSheet, [.. rows.SelectMany((row, r) => row.Select((text, c) => new SheetCell(r + 1, c + 1, text, r == 0 ? CellLook.Head : CellLook.Fact)))])
        {
            Widths = Widths,
            FrozenRows = 1,
            Unlocked = true,
        };
    }

    private static string[] Row(string number, EvidenceEntry d, string items, string decision, IReadOnlyList<ArchiveFile> files, IReadOnlyDictionary<string, string> wrong)
    {
        string?[] notes = [.. files.Select(f => wrong.GetValueOrDefault(f.Path)).Distinct(), d.Restricted ? ArchiveText.Restricted : null, d.Reason is null ? null : string.Format(ArchiveText.Reason, d.Reason)];
        return
        [
            number, d.UnitName, items, d.Description.Number ?? "", d.Description.IssuedOn is { } day ? VietTime.Date(day) : "", d.Description.Summary ?? "", d.FileName,
            decision, string.Join("\n", notes.OfType<string>()), string.Join("\n", files.Select(f => f.Path)), FileSize.Of(d.Size), d.Sha256,
        ];
    }
}
