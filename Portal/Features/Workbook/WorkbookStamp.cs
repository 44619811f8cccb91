using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Platform.Documents;

namespace Portal.Features.Workbook;

/// <summary>What a workbook carries on a hidden sheet: whose it is, and what every field said when it was made. Sealed with the server's keys, so that a changed one is noticed.</summary>
/// <param name="Format">How sheets were laid.</param>
/// <param name="RequestCode">Which request.</param>
/// <param name="UnitCode">Whose report.</param>
/// <param name="FormVersion">On which forms.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Values">Item → path → canonical value; blanks left out.</param>
internal sealed record WorkbookStamp(int Format, string RequestCode, string UnitCode, int FormVersion, DateTimeOffset MadeAt, IReadOnlyDictionary<string, Dictionary<string, string>> Values)
{
    /// <summary>The way in which this version of the program lays sheets.</summary>
    public const int CurrentFormat = 1;

    private const string SheetName = "_portal", Mark = "PORTAL", Purpose = "Portal.Workbook";
    private const int PieceLength = 30_000;

    /// <summary>The values as rules and layouts read them.</summary>
    [JsonIgnore]
    public AnswerSheet Answers => new(Values.SelectMany(item => item.Value.Select(v => (item.Key, v.Key, (string?)v.Value))));

    /// <summary>The hidden sheet.</summary>
    public SheetDraft Seal(IDataProtectionProvider keys)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(packing, this);
        }

        var text = Convert.ToBase64String(keys.CreateProtector(Purpose).Protect(packed.ToArray()));
        return new(SheetName, [new(1, 1, Mark, CellLook.Text), .. text.Chunk(PieceLength).Select((piece, k) => new SheetCell(k + 2, 1, new string(piece), CellLook.Text))]) { Hidden = true };
    }

    /// <summary>Finds the stamp of a workbook that came back.</summary>
    /// <param name="sheets">What was read.</param>
    /// <param name="keys">The server's keys.</param>
    /// <param name="fileName">For the refusal's words.</param>
    /// <returns>The stamp, or that there is none, or that it was changed.</returns>
    public static Outcome<WorkbookStamp> Open(IReadOnlyList<XlsxSheet> sheets, IDataProtectionProvider keys, string fileName)
    {
        if (sheets.FirstOrDefault(s => s.Name == SheetName) is not { } sheet || sheet.Shown(1, 1) != Mark)
        {
            return Problem.Invalid(nameof(Problems.WorkbookForeign), fileName);
        }

        try
        {
            var text = string.Concat(Enumerable.Range(2, sheet.Cells.Count).Select(row => sheet.Shown(row, 1)));
            using var packed = new MemoryStream(keys.CreateProtector(Purpose).Unprotect(Convert.FromBase64String(text)));
            using var unpacking = new BrotliStream(packed, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<WorkbookStamp>(unpacking)!;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return Problem.Invalid(nameof(Problems.WorkbookTampered), fileName);
        }
    }
}
