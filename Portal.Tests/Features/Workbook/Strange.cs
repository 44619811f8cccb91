using System.IO.Compression;
using System.Text;

namespace Portal.Tests.Features.Workbook;

/// <summary>Workbooks that somebody meant to break something with.</summary>
internal static class Strange
{
    /// <summary>The file with one more part.</summary>
    public static byte[] WithPart(byte[] workbook, string name, byte[] content) => Change(workbook, zip =>
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(content);
    });

    /// <summary>The file with an entity that would unfold in its first sheet.</summary>
    public static byte[] WithDtd(byte[] workbook) => Change(workbook, zip =>
    {
        var entry = zip.Entries.First(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal));
        var name = entry.FullName;
        entry.Delete();
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>"));
    });

    private static byte[] Change(byte[] workbook, Action<ZipArchive> change)
    {
        using var memory = new MemoryStream();
        memory.Write(workbook);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(zip);
        }

        return memory.ToArray();
    }
}
