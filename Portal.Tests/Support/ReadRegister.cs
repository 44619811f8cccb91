using Portal.Platform.Documents;

namespace Portal.Tests.Support;

/// <summary>Reads the register of an archive back.</summary>
internal static class ReadRegister
{
    /// <summary>How many columns it has.</summary>
    public const int Columns = 12;

    /// <summary>Its rows, the head first; every cell must be text.</summary>
    public static List<string[]> Rows(byte[] workbook)
    {
        var sheet = Assert.Single(XlsxReader.Read(new MemoryStream(workbook), "danh-muc.xlsx").Value!);
        Assert.All(sheet.Cells.Values, c => Assert.Equal(XlsxKind.Text, c.Kind));
        var last = sheet.Cells.Keys.Max(k => k.Row);
        return [.. Enumerable.Range(1, last).Select(r => Enumerable.Range(1, Columns).Select(c => sheet.Cells.TryGetValue((r, c), out var cell) ? cell.Text : "").ToArray())];
    }
}
