using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>Files for the preview, made by code, and a way to serve them in place of a document that the portal holds.</summary>
internal static partial class PreviewFiles
{
    /// <summary>A black square of 32 × 32 in the middle of 64 × 64 white: CCITT group 4, and JPEG 2000.</summary>
    private static readonly byte[] Group4 = Convert.FromBase64String("//81A1f//////////////+P//gAgAg==");
    private static readonly byte[] Jpeg2000 = Convert.FromBase64String("AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAQAAAAEAAAQ8HAAAAAAAPY29scgEAAAAAABEAAACqanAyY/9P/1EAKQAAAAAAQAAAAEAAAAAAAAAAAAAAAEAAAABAAAAAAAAAAAAAAQ8BAf9SAAwAAAABAAUEBAAB/1wAE0CAiIiQiIiQiIiQiIiQiIiQ/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAAAKQAB/5PfGEAK1FD1yKRREA+7D7gQhc4UCeP778WAgID/2Q==");

    /// <summary>A PDF: a page for each content stream, in Helvetica that is not embedded.</summary>
    /// <param name="pages">Contents.</param>
    /// <param name="catalog">More of the catalogue.</param>
    /// <param name="page">More of each page.</param>
    /// <param name="trailer">More of the trailer.</param>
    public static byte[] Pdf(IEnumerable<string> pages, string catalog = "", string page = "", string trailer = "") =>
        Written(pages.Select(p => (Encoding.Latin1.GetBytes(p), "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>", page)), catalog, trailer);

    /// <summary>A page with one line of text.</summary>
    public static string Line(string text, int at = 700) => $"BT /F 24 Tf 60 {at} Td ({text}) Tj ET";

    /// <summary>A scan: one page that is one picture.</summary>
    public static byte[] Scan(string coding)
    {
        var (bytes, facts) = coding switch
        {
            "CCITT" => (Group4, "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 /Rows 64 >>"),
            "JBIG2" => (Jbig2(Group4, 64), "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode"),
            _ => (Jpeg2000, "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode"),
        };
        var picture = $"<< /Type /XObject /Subtype /Image /Width 64 /Height 64 {facts} /Length {bytes.Length} >>\nstream\n{Encoding.Latin1.GetString(bytes)}\nendstream";
        return Written([("q 595 0 0 842 0 0 cm /I Do Q"u8.ToArray(), "/XObject << /I 100 0 R >>", "")], "", "", picture);
    }

    /// <summary>A PNG of which only signature and header are there.</summary>
    public static byte[] PngHeader(int width, int height)
    {
        var header = new byte[60];
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52 }.CopyTo(header, 0);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(20), height);
        (header[24], header[25]) = (8, 2);
        return header;
    }

    /// <summary>A JPEG with an Exif segment that says how the camera was held.</summary>
    public static byte[] Held(byte[] jpeg, byte orientation)
    {
        byte[] exif = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    /// <summary>In this tab every document is these bytes, by ranges as the portal serves them. Returns the sizes asked for.</summary>
    public static async Task<List<int>> ServeAsync(IPage page, byte[] file)
    {
        var asked = new List<int>();
        await page.RouteAsync(Address(), route =>
        {
            var range = Range().Match(route.Request.Headers["range"]);
            var from = int.Parse(range.Groups[1].Value, CultureInfo.InvariantCulture);
            var to = Math.Min(int.Parse(range.Groups[2].Value, CultureInfo.InvariantCulture), file.Length - 1);
            asked.Add(to - from + 1);
            return route.FulfillAsync(new() { Status = 206, BodyBytes = file[from..(to + 1)], Headers = new Dictionary<string, string> { ["Content-Range"] = $"bytes {from}-{to}/{file.Length}", ["Content-Type"] = "application/pdf" } });
        });
        return asked;
    }

    /// <summary>Addresses of documents.</summary>
    [GeneratedRegex(@"/minh-chung/\d+$")]
    public static partial Regex Address();

    [GeneratedRegex(@"bytes=(\d+)-(\d+)")]
    private static partial Regex Range();

    /// <summary>JBIG2 as it stands in a PDF (ISO 14492): page information, then one generic region coded as MMR, which is group 4.</summary>
    private static byte[] Jbig2(byte[] group4, byte size)
    {
        byte[] square = [0, 0, 0, size, 0, 0, 0, size, 0, 0, 0, 0, 0, 0, 0, 0];
        byte[] region = [.. square, 0, 1, .. group4];
        return [0, 0, 0, 0, 48, 0, 1, 0, 0, 0, 19, .. square, 0, 0, 0, 0, 0, 0, 1, 39, 0, 1, 0, 0, 0, (byte)region.Length, .. region];
    }

    private static byte[] Written(IEnumerable<(byte[] Content, string Resources, string More)> pages, string catalog, string trailer, string? object100 = null)
    {
        var list = pages.ToList();
        var objects = new SortedDictionary<int, string>
        {
            [1] = $"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
            [2] = $"<< /Type /Pages /Count {list.Count} /Kids [{string.Join(' ', list.Select((_, i) => $"{3 + (2 * i)} 0 R"))}] >>",
        };
        foreach (var (i, (content, resources, more)) in list.Index())
        {
            objects[3 + (2 * i)] = $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << {resources} >> /Contents {4 + (2 * i)} 0 R {more} >>";
            objects[4 + (2 * i)] = $"<< /Length {content.Length} >>\nstream\n{Encoding.Latin1.GetString(content)}\nendstream";
        }

        if (object100 is not null)
        {
            objects[100] = object100;
        }

        var file = new StringBuilder("%PDF-1.5\n");
        var table = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, text) in objects)
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{text}\nendobj\n");
        }

        return Encoding.Latin1.GetBytes($"{file}{table}trailer << /Size {objects.Keys.Max() + 1} /Root 1 0 R {trailer} >>\nstartxref\n{file.Length}\n%%EOF\n");
    }
}
