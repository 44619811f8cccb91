using System.Globalization;

namespace Portal.App;

// The consolidated report.
public static partial class Urls
{
    /// <summary>The consolidated report of the request issued last; of the one the address names: <c>?muc=</c> the part that is shown.</summary>
    public const string Consolidated = "/bao-cao-tong-hop";
    public const string ConsolidatedRoute = Consolidated + "/{RequestCode}";
    /// <summary>PATCH, GET <c>?tu=</c>: what is typed into its blocks.</summary>
    public const string ConsolidatedBlocksRoute = ConsolidatedRoute + "/o";
    /// <summary>GET: what is being composed, as .docx; and a version as it was put before the leader.</summary>
    public const string ConsolidatedFileRoute = ConsolidatedRoute + "/bao-cao.docx";
    public const string ConsolidatedVersionRoute = ConsolidatedRoute + "/ban/{Number:int}/bao-cao.docx";
    /// <summary>GET: all figures by unit and item, a sheet for each annex; the same figures as text.</summary>
    public const string ConsolidatedWorkbookRoute = ConsolidatedRoute + "/so-lieu.xlsx";
    public const string ConsolidatedCsvRoute = ConsolidatedRoute + "/so-lieu.csv";
    /// <summary>To read and to print.</summary>
    public const string ConsolidatedPrintRoute = ConsolidatedRoute + "/ban-in";
    /// <summary>POST: the file of the report that was sent up; the body is the file itself.</summary>
    public const string SentFilesRoute = ConsolidatedRoute + "/tep-da-gui";
    /// <summary>GET: the file of one record of sending.</summary>
    public const string SentFileRoute = SentFilesRoute + "/{SendingId:int}";

    /// <summary>A request's consolidated report, at one of its parts (null: the first).</summary>
    public static string ConsolidatedAt(string requestCode, int? part = null, string? tab = null, string? item = null, string? unit = null) =>
        With($"{Consolidated}/{requestCode}", ("muc", part?.ToString(CultureInfo.InvariantCulture)), ("nguon", tab), ("noi-dung", item), ("don-vi", unit));

    /// <summary>PATCH, GET: the blocks of a consolidated report.</summary>
    public static string ConsolidatedBlocks(string requestCode) => $"{Consolidated}/{requestCode}/o";

    /// <summary>GET: what is being composed, as .docx.</summary>
    public static string ConsolidatedFile(string requestCode) => $"{Consolidated}/{requestCode}/bao-cao.docx";

    /// <summary>GET: a version as it was put before the leader.</summary>
    public static string ConsolidatedVersion(string requestCode, int number) => $"{Consolidated}/{requestCode}/ban/{number}/bao-cao.docx";

    /// <summary>GET: all figures as a workbook.</summary>
    public static string ConsolidatedWorkbook(string requestCode) => $"{Consolidated}/{requestCode}/so-lieu.xlsx";

    /// <summary>GET: all figures as text.</summary>
    public static string ConsolidatedCsv(string requestCode) => $"{Consolidated}/{requestCode}/so-lieu.csv";

    /// <summary>To read and to print.</summary>
    public static string ConsolidatedPrint(string requestCode) => $"{Consolidated}/{requestCode}/ban-in";

    /// <summary>POST: the file that was sent up.</summary>
    public static string SentFiles(string requestCode) => $"{Consolidated}/{requestCode}/tep-da-gui";

    /// <summary>GET: the file of one record of sending.</summary>
    public static string SentFile(string requestCode, int sendingId) => $"{SentFiles(requestCode)}/{sendingId}";
}
