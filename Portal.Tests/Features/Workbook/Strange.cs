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
    public static byte[] WithDtd(byte[] workbook) => WithFirstSheet(workbook,
        "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>");

    private static byte[] WithFirstSheet(byte[] workbook, string xml) => Change(workbook, zip =>
    {
        var entry = zip.Entries.First(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal));
        var name = entry.FullName;
        entry.Delete();
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    });

    /// <summary>The file with a part that unpacks to far more than its directory says.</summary>
    public static byte[] WithLie(byte[] workbook)
    {
        var large = WithFirstSheet(workbook, "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/>" + new string(' ', 60 * 1024 * 1024) + "</worksheet>");
        for (var at = large.AsSpan().LastIndexOf("PK\x05\x06"u8); at > 0; at--)
        {
            if (large.AsSpan(at).StartsWith("PK\x01\x02"u8) && BitConverter.ToInt32(large, at + 24) > 60 * 1024 * 1024)
            {
                BitConverter.GetBytes(1000).CopyTo(large, at + 24);
                return large;
            }
        }

        throw new InvalidOperationException("The large part was not found.");
    }

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
