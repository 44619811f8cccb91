using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Domain;
using Portal.Features.Consolidation;
using Portal.Tests.Platform.Documents.Letters;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Consolidation;

/// <summary>What tests of the consolidated report do over and over.</summary>
internal static class ComposedPortal
{
    public const string Leader = "lanhdao";

    /// <summary>A unit answers, its head signs, the reviewer accepts.</summary>
    public static async Task AcceptedAsync(this TestPortal portal, string unit, params (string Item, string Path, string Value)[] values)
    {
        await portal.SentAsync(unit, values);
        await portal.AcceptAsync(unit);
    }

    /// <summary>A unit answers and its head signs.</summary>
    public static async Task SentAsync(this TestPortal portal, string unit, params (string Item, string Path, string Value)[] values)
    {
        await portal.FillAsync(unit);
        foreach (var (item, path, value) in values)
        {
            await portal.EditAsync(unit, item, path, value);
        }

        await portal.SendUpAsync(unit);
        await portal.SignOffAsync(unit);
    }

    /// <summary>The first draft is made.</summary>
    public static async Task DraftAsync(this TestPortal portal) =>
        Assert.Null(await portal.As(TestPortal.Coordinator).Get<DraftReport>().RunAsync(TestPortal.RequestCode, null, Guid.NewGuid()));

    /// <summary>What a person sees of it, at the part with that title; the frame without one.</summary>
    public static async Task<ReportModel> LookAsync(this TestPortal portal, string? part = null, string user = TestPortal.Coordinator)
    {
        var whole = (await portal.As(user).Get<ReportView>().RunAsync(TestPortal.RequestCode, new(null, null, null))).Value!;
        return part is null ? whole : (await portal.As(user).Get<ReportView>().RunAsync(TestPortal.RequestCode, new(whole.Parts.First(p => p.Title.Contains(part, StringComparison.Ordinal)).Id, null, null))).Value!;
    }

    /// <summary>All that the portal drafted was looked through, and the report is put before the leader.</summary>
    public static async Task<Problem?> SubmitAsync(this TestPortal portal)
    {
        Assert.Null(await portal.As(TestPortal.Coordinator).Get<ReviewBlocks>().RunAsync(TestPortal.RequestCode, (await portal.LookAsync()).Drafted, Guid.NewGuid()));
        return await portal.As(TestPortal.Coordinator).Get<SubmitReport>().RunAsync(TestPortal.RequestCode, Guid.NewGuid());
    }

    /// <summary>The report as a file, checked against the decree and the standard.</summary>
    public static async Task<ReadReport> FileAsync(this TestPortal portal, int? number = null, string user = TestPortal.Coordinator)
    {
        var file = await portal.As(user).Get<ReportFile>().RunAsync(TestPortal.RequestCode, number);
        Assert.True(file.Ok, file.Problem?.Text);
        await using var content = file.Value!.Content;
        using var docx = new MemoryStream();
        await content.CopyToAsync(docx);
        return Read(docx);
    }

    /// <summary>Reads a report back.</summary>
    public static ReadReport Read(MemoryStream docx)
    {
        docx.Position = 0;
        Assert.Equal([], LayoutChecker.Check(docx));
        docx.Position = 0;
        using var document = WordprocessingDocument.Open(docx, false);
        var body = document.MainDocumentPart!.Document!.Body!;
        return new([.. body.Elements<Table>().Select(t => (t.GetFirstChild<TableProperties>()?.TableCaption?.Val?.Value ?? "", (IReadOnlyList<string[]>)[.. t.Elements<TableRow>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToArray())]))],
            [.. body.Elements<Paragraph>().Select(p => p.InnerText)], docx.ToArray());
    }
}

/// <summary>A report as it was read back.</summary>
/// <param name="Tables">Each table with its caption.</param>
/// <param name="Paragraphs">Paragraphs outside of tables.</param>
/// <param name="Bytes">The file.</param>
internal sealed record ReadReport(IReadOnlyList<(string Caption, IReadOnlyList<string[]> Rows)> Tables, IReadOnlyList<string> Paragraphs, byte[] Bytes)
{
    /// <summary>The rows of the table with that caption that has that many columns.</summary>
    public IReadOnlyList<string[]> Table(string caption, int columns) => Tables.First(t => t.Caption == caption && t.Rows[0].Length == columns).Rows;
}
