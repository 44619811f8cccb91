using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Features.Workbook;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Workbook;

/// <summary>What an officer does with workbooks, in a test.</summary>
internal static class Desk
{
    public const string Unit = "21046", Officer = Unit + ".canbo", Head = Unit + ".thutruong";

    /// <summary>Downloads the unit's workbook.</summary>
    public static async Task<Filled> WorkbookAsync(this TestPortal portal, string unit = Unit)
    {
        var made = await portal.As($"{unit}.canbo").Get<UnitWorkbook>().RunAsync(TestPortal.Report(unit));
        Assert.True(made.Ok, made.Problem?.Text);
        return new(made.Value!.Bytes);
    }

    /// <summary>Chooses a file.</summary>
    public static Task<Outcome<Guid>> ChooseAsync(this TestPortal portal, byte[] bytes, string name = "bieu-mau.xlsx", string unit = Unit) =>
        portal.As($"{unit}.canbo").Get<ReadWorkbook>().RunAsync(TestPortal.Report(unit), name, new MemoryStream(bytes));

    /// <summary>Chooses a workbook that can be read and looks at what it would change.</summary>
    public static async Task<ProposalModel> LookAsync(this TestPortal portal, Filled filled)
    {
        var chosen = await portal.ChooseAsync(filled.Bytes);
        Assert.True(chosen.Ok, chosen.Problem?.Text);
        return await portal.LookAgainAsync(chosen.Value);
    }

    /// <summary>Looks at a workbook that was chosen.</summary>
    public static async Task<ProposalModel> LookAgainAsync(this TestPortal portal, Guid file)
    {
        var shown = await portal.As(Officer).Get<WorkbookProposal>().RunAsync(TestPortal.Report(Unit), file);
        Assert.True(shown.Ok, shown.Problem?.Text);
        return shown.Value!;
    }

    /// <summary>Presses "Nhập" with these lines.</summary>
    public static Task<Problem?> ImportAsync(this TestPortal portal, IEnumerable<ProposedLine> lines, Guid? key = null) =>
        portal.As(Officer).Get<ImportAnswers>().RunAsync(TestPortal.Report(Unit), [.. lines.SelectMany(l => l.Cells)], key ?? Guid.NewGuid());

    /// <summary>Presses "Nhập" with everything, which must succeed.</summary>
    public static async Task MustImportAsync(this TestPortal portal, ProposalModel shown)
    {
        var problem = await portal.ImportAsync(shown.Lines);
        Assert.True(problem is null, problem?.Text);
    }

    /// <summary>A stored value.</summary>
    public static async Task<FieldValue?> ValueAsync(this TestPortal portal, string item, string path) =>
        (await portal.ReadAsync(Unit)).Find(item)!.Values.FirstOrDefault(v => v.Path == path);
}
