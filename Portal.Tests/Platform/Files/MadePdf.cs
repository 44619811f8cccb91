using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Tests.Platform.Files;

/// <summary>Whole PDF files of one page made by code, with something added (ISO 32000-1).</summary>
internal static class MadePdf
{
    private const string Content = "BT /F 12 Tf 72 700 Td (Xin chao) Tj ET";

    /// <summary>A page with entries added to its catalog and objects from number 5 on.</summary>
    public static byte[] With(string catalog, params string[] objects) => Page(catalog, "", objects);

    /// <summary>A page with entries of its own.</summary>
    public static byte[] Page(string catalog, string page, params string[] objects) => File("", [.. First(catalog, page), .. objects]);

    /// <summary>The page's content is this, packed twice over.</summary>
    public static byte[] PackedTwice(long zeros)
    {
        var packed = Packed(Packed(zeros));
        return File("", ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PageObject(""), Stream("/Filter [/FlateDecode /FlateDecode]", packed)]);
    }

    /// <summary>One more object, hidden in a packed object stream.</summary>
    public static byte[] InObjectStream(string catalog, string hidden)
    {
        var objects = First(catalog, "").ToList();
        var file = new MemoryStream();
        var places = new List<long> { 0 };
        Write(file, "%PDF-1.5\n");
        foreach (var text in objects.Append(Latin(Stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", Packed(Bytes("6 0 " + hidden))))).ToList())
        {
            places.Add(file.Position);
            Write(file, $"{places.Count - 1} 0 obj\n{text}\nendobj\n");
        }
        var start = file.Position;
        var table = new MemoryStream();
        for (var i = 0; i < 8; i++)
        {
            var (type, place, index) = i switch { 0 => (0, 0L, 0), 6 => (2, 5L, 0), 7 => (1, start, 0), _ => (1, places[i], 0) };
            table.Write([(byte)type, (byte)(place >> 24), (byte)(place >> 16), (byte)(place >> 8), (byte)place, (byte)index]);
        }
        Write(file, $"7 0 obj\n{Latin(Stream("/Type /XRef /Size 8 /W [1 4 1] /Root 1 0 R", table.ToArray()))}\nendobj\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>Encrypted with the standard handler, 40 bits (7.6.3); an empty password is what printing restrictions use.</summary>
    public static byte[] Encrypted(string password)
    {
        byte[] padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");
        byte[] id = Bytes("0123456789abcdef");
        var padded = Bytes(password).Concat(padding).Take(32).ToArray();
#pragma warning disable CA5351 // the format's own
        var owner = Rc4(MD5.HashData(padded)[..5], padded);
        var key = MD5.HashData([.. padded, .. owner, 0xFC, 0xFF, 0xFF, 0xFF, .. id])[..5];
        var user = Rc4(key, padding);
        var contentKey = MD5.HashData([.. key, 4, 0, 0, 0, 0])[..10];
#pragma warning restore CA5351
        return File($"/Encrypt 5 0 R /ID [<{Convert.ToHexString(id)}> <{Convert.ToHexString(id)}>]",
            ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PageObject(""), Stream("", Rc4(contentKey, Bytes(Content))),
            Bytes($"<< /Filter /Standard /V 1 /R 2 /O <{Convert.ToHexString(owner)}> /U <{Convert.ToHexString(user)}> /P -4 >>")]);
    }

    /// <summary>A whole file of these objects.</summary>
    public static byte[] File(string trailer, IReadOnlyList<object> objects)
    {
        var file = new MemoryStream();
        var table = new StringBuilder($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        Write(file, "%PDF-1.4\n");
        for (var i = 0; i < objects.Count; i++)
        {
            table.Append($"{file.Position:D10} 00000 n \n");
            Write(file, $"{i + 1} 0 obj\n");
            file.Write(objects[i] as byte[] ?? Bytes((string)objects[i]));
            Write(file, "\nendobj\n");
        }
        var start = file.Position;
        Write(file, $"{table}trailer << /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    private static string[] First(string catalog, string page) =>
        [$"<< /Type /Catalog /Pages 2 0 R {catalog} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PageObject(page), Latin(Stream("", Bytes(Content)))];

    private static string PageObject(string more) => $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> {more} >>";

    private static byte[] Stream(string entries, byte[] bytes) => [.. Bytes($"<< /Length {bytes.Length} {entries} >>\nstream\n"), .. bytes, .. Bytes("\nendstream")];

    private static byte[] Packed(long zeros)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var block = new byte[1 << 20];
            for (var left = zeros; left > 0; left -= block.Length)
            {
                packing.Write(block);
            }
        }
        return packed.ToArray();
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packing.Write(bytes);
        }
        return packed.ToArray();
    }

    private static byte[] Rc4(byte[] key, byte[] data)
    {
        var s = Enumerable.Range(0, 256).ToArray();
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + s[i] + key[i % key.Length]) & 255;
            (s[i], s[j]) = (s[j], s[i]);
        }
        var (a, b) = (0, 0);
        return [.. data.Select(d =>
        {
            a = (a + 1) & 255;
            b = (b + s[a]) & 255;
            (s[a], s[b]) = (s[b], s[a]);
            return (byte)(d ^ s[(s[a] + s[b]) & 255]);
        })];
    }

    private static void Write(Stream file, string text) => file.Write(Bytes(text));

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
