using System.Security.Cryptography;

namespace Portal.Platform.Uploads;

/// <summary>What one piece of an upload must hash to (tus 1.0, checksum extension: <c>Upload-Checksum: sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=</c>).</summary>
/// <param name="Algorithm">How it is hashed.</param>
/// <param name="Expected">The hash.</param>
public sealed record PieceChecksum(HashAlgorithmName Algorithm, byte[] Expected)
{
    /// <summary>What a sender may choose from; the protocol demands SHA-1, which here only guards against a bad line.</summary>
    public const string Algorithms = "sha1,sha256";

    /// <summary>Reads the header; null when it names another algorithm or is not base64 of the right length.</summary>
    public static PieceChecksum? Read(string header)
    {
        if (header.Split(' ') is not [var name, var value] || (name switch { "sha1" => HashAlgorithmName.SHA1, "sha256" => HashAlgorithmName.SHA256, _ => default }) is not { Name: not null } algorithm)
        {
            return null;
        }

        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out var length) && length == (algorithm == HashAlgorithmName.SHA1 ? SHA1.HashSizeInBytes : SHA256.HashSizeInBytes) ? new(algorithm, bytes[..length]) : null;
    }

    /// <summary>Whether a hash is the one that was said.</summary>
    public bool Fits(ReadOnlySpan<byte> hash) => hash.SequenceEqual(Expected);
}
