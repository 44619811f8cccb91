using DocumentFormat.OpenXml.Packaging;
using Portal.Domain;
using Portal.Platform.Files;

namespace Portal.Platform.Documents;

/// <summary>
/// Reads a workbook that a stranger sent: judged as a file first, its unpacked size before anything is unpacked, then cell by cell with hard
/// limits. Nothing is computed, followed or run: formulas are only told of, links and drawings are not looked at.
/// </summary>
public static class XlsxReader
{
    /// <summary>The largest file taken, in megabytes.</summary>
    public const int MaxMegabytes = 5;

    private const long MaxBytes = MaxMegabytes * 1024L * 1024;

    /// <summary>The largest sum of declared unpacked sizes; the unpacking itself stops at what is declared.</summary>
    public const long MaxUnpacked = 40L * 1024 * 1024;

    /// <summary>The most cells of all sheets together.</summary>
    public const int MaxCells = 200_000;

    /// <summary>The most sheets.</summary>
    public const int MaxSheets = 200;

    /// <summary>Reads all sheets of a file that is on its way, hidden ones too.</summary>
    /// <param name="body">The file, read once and only as far as it may be long.</param>
    /// <param name="fileName">The name it came with.</param>
    /// <returns>As <see cref="Read"/>.</returns>
    public static async Task<Outcome<IReadOnlyList<XlsxSheet>>> ReadAsync(Stream body, string fileName)
    {
        using var file = new MemoryStream();
        var piece = new byte[81_920];
        for (int read; (read = await body.ReadAsync(piece)) > 0 && file.Length <= MaxBytes;)
        {
            file.Write(piece, 0, read);
        }

        return Read(file, fileName);
    }

    /// <summary>Reads all sheets, hidden ones too.</summary>
    /// <param name="file">The whole file, seekable.</param>
    /// <param name="fileName">The name it came with.</param>
    /// <returns>The sheets in order, or an Invalid problem that says what is wrong and what to do. A broken file never throws.</returns>
    public static Outcome<IReadOnlyList<XlsxSheet>> Read(Stream file, string fileName)
    {
        var name = FileName.Clean(fileName);
        if (file.Length > MaxBytes)
        {
            return Problem.Invalid(nameof(Problems.WorkbookTooBig), MaxMegabytes);
        }

        if (Refuse(file, name) is { } refused)
        {
            return refused;
        }

        try
        {
            file.Position = 0;
            using var document = SpreadsheetDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = MaxUnpacked });
            return new XlsxParts(document).Sheets() is { } sheets
                ? new Outcome<IReadOnlyList<XlsxSheet>>(sheets, null)
                : Problem.Invalid(nameof(Problems.WorkbookTooLong), MaxCells);
        }
        catch (Exception e) when (e is not OutOfMemoryException) // a file made to break readers makes the libraries below throw almost anything
        {
            return Problem.Invalid(nameof(Problems.FileBroken), name, FileKind.Xlsx.Words);
        }
    }

    private static Problem? Refuse(Stream file, string name)
    {
        var kind = FileSniffer.Detect(file, name);
        if (kind.Problem is { } problem)
        {
            return problem.Code is nameof(Problems.FileMacro) or nameof(Problems.FileEncrypted) or nameof(Problems.FileBroken) or nameof(Problems.FileBomb) or nameof(Problems.FileEmpty)
                ? problem
                : Problem.Invalid(nameof(Problems.WorkbookNotXlsx), name);
        }

        if (kind.Value is not FileKind.Xlsx)
        {
            return Problem.Invalid(kind.Value is FileKind.Xls ? nameof(Problems.WorkbookOldExcel) : nameof(Problems.WorkbookNotXlsx), name);
        }

        return ZipDirectory.Read(file)!.Lines.Sum(l => l.Unpacked) > MaxUnpacked ? Problem.Invalid(nameof(Problems.FileBomb), name) : null;
    }
}
