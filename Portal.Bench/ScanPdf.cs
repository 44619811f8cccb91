using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Bench;

/// <summary>A PDF as a scanner makes it: one page, one picture that nothing can pack.</summary>
internal static class ScanPdf
{
    private const int Width = 1024;

    /// <summary>Writes one.</summary>
    /// <param name="bytes">How large at most; a little less.</param>
    /// <param name="name">Decides the picture: another name, other bytes.</param>
    public static byte[] Write(int bytes, string name)
    {
        var (height, file) = ((bytes / Width) - 2, new MemoryStream(bytes));
        var places = new List<long>();
        void Put(string text) => file.Write(Encoding.ASCII.GetBytes(text));
        void Begin() => places.Add(file.Position);

        Put("%PDF-1.4\n");
        Begin();
        Put("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        Begin();
        Put("2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
        Begin();
        Put("3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>\nendobj\n");
        Begin();
        Put("4 0 obj\n<< /Length 24 >>\nstream\n595 0 0 842 0 0 cm /P Do\nendstream\nendobj\n");
        Begin();
        Put(string.Create(CultureInfo.InvariantCulture, $"5 0 obj\n<< /Type /XObject /Subtype /Image /Width {Width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length {height * Width} >>\nstream\n"));
        var pixels = new byte[height * Width];
        new Random(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(name)))).NextBytes(pixels);
        file.Write(pixels);
        Put("\nendstream\nendobj\n");
        var table = file.Position;
        Put("xref\n0 6\n0000000000 65535 f \n");
        places.ForEach(place => Put(string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n")));
        Put(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }
}
