using Portal.Domain;
using Portal.Features.Units;
using Portal.Platform.Documents;
using Portal.Tests.Features.Workbook;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Units;

/// <summary>The units' workbook in the hands of an administrator.</summary>
internal static class UnitBooks
{
    public const string Sheet = "Đơn vị";

    /// <summary>The workbook as it is downloaded.</summary>
    public static async Task<Filled> UnitBookAsync(this TestPortal portal) => new((await portal.As("quantri").Get<UnitsWorkbook>().RunAsync()).Value!.Bytes);

    /// <summary>The row of a unit by its key, from 1; of an empty key the first blank row.</summary>
    public static int RowOf(this Filled book, string code)
    {
        var cells = book.Sheets.Single(s => s.Name == Sheet).Cells;
        return code.Length == 0 ? cells.Max(c => c.Key.Row) + 1 : cells.Single(c => c.Key.Column == 1 && c.Value.Text == code).Key.Row;
    }

    /// <summary>The address of a cell by the head of its column.</summary>
    public static string Cell(this Filled book, int row, string head) =>
        CellAddress.Of(row, book.Sheets.Single(s => s.Name == Sheet).Cells.Single(c => c.Key.Row == 1 && c.Value.Text == head).Key.Column);

    /// <summary>Types a row of cells, each under its head.</summary>
    public static Filled TypeRow(this Filled book, int row, params (string Head, string Text)[] cells)
    {
        foreach (var (head, text) in cells)
        {
            book.Type(Sheet, book.Cell(row, head), text);
        }

        return book;
    }

    /// <summary>Brings a workbook.</summary>
    public static Task<Outcome<Guid>> BringAsync(this TestPortal portal, byte[] file, string name = "danh-muc.xlsx") =>
        portal.As("quantri").Get<ReadUnits>().RunAsync(name, new MemoryStream(file));

    /// <summary>Brings a workbook that can be read, and looks at what it would do.</summary>
    public static async Task<(Guid File, UnitImportModel Shown)> LookAsync(this TestPortal portal, Filled book)
    {
        var read = await portal.BringAsync(book.Bytes);
        Assert.Null(read.Problem);
        return (read.Value, await portal.LookAsync(read.Value));
    }

    /// <summary>Looks again.</summary>
    public static async Task<UnitImportModel> LookAsync(this TestPortal portal, Guid file) => (await portal.As("quantri").Get<UnitProposal>().RunAsync(file)).Value!;

    /// <summary>Presses.</summary>
    public static Task<Problem?> ImportAsync(this TestPortal portal, Guid file, UnitImportModel shown) => portal.As("quantri").Get<ImportUnits>().RunAsync(file, shown.Mark, Guid.NewGuid());
}
