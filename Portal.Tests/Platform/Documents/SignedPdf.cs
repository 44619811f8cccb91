using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Portal.Tests.Platform.Files;

namespace Portal.Tests.Platform.Documents;

/// <summary>PDF files that are really signed, with certificates made here (ISO 32000-1, 12.8).</summary>
internal static class SignedPdf
{
    public const string Pkcs7 = "adbe.pkcs7.detached", Cades = "ETSI.CAdES.detached";

    private const int Room = 8192;
    private const string Numbers = "0000000000 0000000000 0000000000";

    /// <summary>When it is signed, as the signature says.</summary>
    public static readonly DateTimeOffset At = new(2024, 7, 3, 2, 30, 15, TimeSpan.Zero);

    /// <summary>A page that is not signed yet.</summary>
    public static byte[] Plain => MadePdf.With("");

    public static X509Certificate2 Rsa(string subject = "CN=Nguyễn Thị Hoa, O=UBND xã Bình Thạnh, C=VN", int lastYear = 2030)
    {
        using var key = RSA.Create(2048);
        return Certificate(new(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), lastYear);
    }

    public static X509Certificate2 Ecdsa(string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Certificate(new(subject, key, HashAlgorithmName.SHA256), 2030);
    }

    /// <summary>Adds a signature, as programs do: behind the file as it is.</summary>
    /// <param name="file">The file.</param>
    /// <param name="certificate">Whose.</param>
    /// <param name="kind">The signature's /SubFilter.</param>
    /// <param name="attribute">The time is a signed attribute too.</param>
    /// <param name="detached">The signature is over the file, not over a content of its own.</param>
    public static byte[] Sign(byte[] file, X509Certificate2 certificate, string kind = Pkcs7, bool attribute = true, bool detached = true) => Fill(Prepare(file, kind), covered =>
    {
        var cms = new SignedCms(new ContentInfo(detached ? covered : [1, 2, 3]), detached);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate) { DigestAlgorithm = new("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        if (attribute)
        {
            signer.SignedAttributes.Add(new Pkcs9SigningTime(At.UtcDateTime));
        }

        cms.ComputeSignature(signer);
        return cms.Encode();
    });

    /// <summary>A signature that is no such thing.</summary>
    public static byte[] Garbage(byte[] file, byte[] garbage, string kind = Pkcs7) => Fill(Prepare(file, kind), _ => garbage);

    /// <summary>Other bytes in the place of some of the file's own.</summary>
    public static byte[] Replace(byte[] file, string from, string to)
    {
        var at = file.AsSpan().IndexOf(Bytes(from));
        Assert.True(at >= 0 && from.Length == to.Length);
        return [.. file[..at], .. Bytes(to), .. file[(at + from.Length)..]];
    }

    private static X509Certificate2 Certificate(CertificateRequest request, int lastYear) => request.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(lastYear, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>The file with room for a signature, in an update of its own (7.5.6).</summary>
    private static byte[] Prepare(byte[] file, string kind)
    {
        var text = Encoding.Latin1.GetString(file);
        var before = text.LastIndexOf("startxref", StringComparison.Ordinal);
        var previous = text[before..].Split('\n')[1];
        var number = 100 + text.Split("/ByteRange").Length;
        var signature = $"{number} 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /{kind} /M (D:20240703093015+07'00') /ByteRange [0 {Numbers}] /Contents <{new string('0', 2 * Room)}> >>\nendobj\n";
        var table = $"xref\n{number} 1\n{file.Length.ToString("D10", CultureInfo.InvariantCulture)} 00000 n \n";
        return [.. file, .. Bytes($"{signature}{table}trailer << /Size {number + 1} /Root 1 0 R /Prev {previous} >>\nstartxref\n{file.Length + signature.Length}\n%%EOF\n")];
    }

    private static byte[] Fill(byte[] file, Func<byte[], byte[]> sign)
    {
        var text = Encoding.Latin1.GetString(file);
        var gap = text.LastIndexOf("/Contents <", StringComparison.Ordinal) + "/Contents ".Length;
        var after = text.IndexOf('>', gap) + 1;
        var range = string.Create(CultureInfo.InvariantCulture, $"{gap:D10} {after:D10} {file.Length - after:D10}");
        var filled = Replace(file, Numbers, range);
        var contents = Convert.ToHexString(sign([.. filled[..gap], .. filled[after..]]));
        return [.. filled[..(gap + 1)], .. Bytes(contents.PadRight(2 * Room, '0')), .. filled[(after - 1)..]];
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
