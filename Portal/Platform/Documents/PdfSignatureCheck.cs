using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Platform.Documents;

/// <summary>Checks one signature in CMS (RFC 5652) over the bytes it covers. It asks nobody: neither for certificates nor whether one is revoked.</summary>
internal static class PdfSignatureCheck
{
    private const string CommonName = "2.5.4.3", OrganisationName = "2.5.4.10", SigningTime = "1.2.840.113549.1.9.5";

    /// <summary>Reads and checks it.</summary>
    /// <param name="covered">The bytes that it covers.</param>
    /// <param name="contents">The signature; what follows its end is padding.</param>
    /// <param name="at">When it was signed, as the file says.</param>
    public static PdfSignature Read(byte[] covered, byte[] contents, DateTimeOffset? at)
    {
        try
        {
            AsnDecoder.ReadEncodedValue(contents, AsnEncodingRules.BER, out _, out _, out var length);
            var cms = new SignedCms(new ContentInfo(covered), detached: true);
            cms.Decode(contents.AsSpan(0, length));

            // A content that the signature brings along is not looked at: what it is held against are the bytes of the file.
            return cms.SignerInfos is [{ Certificate: { } certificate } signer] ? Read(cms, signer, certificate, at) : new();
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException or ArgumentException or FormatException or InvalidOperationException or NotSupportedException)
        {
            return new();
        }
    }

    private static PdfSignature Read(SignedCms cms, SignerInfo signer, X509Certificate2 certificate, DateTimeOffset? at)
    {
        var signed = signer.SignedAttributes.Cast<CryptographicAttributeObject>().Where(a => a.Oid.Value == SigningTime && a.Values.Count == 1)
            .Select(a => new Pkcs9SigningTime(a.Values[0].RawData).SigningTime).Select(time => (DateTimeOffset?)new DateTimeOffset(time.ToUniversalTime())).FirstOrDefault();
        return new()
        {
            Readable = true,
            Signer = Named(certificate.SubjectName, CommonName) ?? Kept(certificate.Subject),
            Organisation = Named(certificate.SubjectName, OrganisationName),
            SignedAt = signed ?? at,
            Intact = IsIntact(signer),
            Rooted = IsRooted(cms, certificate),
            ValidFrom = new DateTimeOffset(certificate.NotBefore.ToUniversalTime()),
            ValidTo = new DateTimeOffset(certificate.NotAfter.ToUniversalTime()),
        };
    }

    private static bool IsIntact(SignerInfo signer)
    {
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // Whether its time was right is told apart from it (PdfSignature.ValidWhenSigned).
    private static bool IsRooted(SignedCms cms, X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        chain.ChainPolicy.ExtraStore.AddRange(cms.Certificates);
        try
        {
            return chain.Build(certificate);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string? Named(X500DistinguishedName name, string oid) => name.EnumerateRelativeDistinguishedNames()
        .Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value == oid).Select(part => Kept(part.GetSingleElementValue() ?? "")).FirstOrDefault(text => text is not null);

    private static string? Kept(string name)
    {
        var clean = WordText.Clean(name[..Math.Min(name.Length, SignatureReading.LongestName)]).ReplaceLineEndings(" ").Trim();
        return clean.Length == 0 ? null : clean[..Math.Min(clean.Length, SignatureReading.LongestName)];
    }
}
