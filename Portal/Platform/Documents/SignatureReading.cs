using System.Text.Json;

namespace Portal.Platform.Documents;

/// <summary>One electronic signature of a PDF, as the file and the certificate within it say. Who stands behind a certificate is not known here unless <see cref="Rooted"/>.</summary>
public sealed record PdfSignature
{
    /// <summary>It could be read; otherwise nothing else here says anything.</summary>
    public bool Readable { get; init; }

    /// <summary>Whom the certificate names: its common name, else its whole subject. Cleaned, at most <see cref="SignatureReading.LongestName"/> long.</summary>
    public string? Signer { get; init; }

    /// <summary>The organisation that the certificate names.</summary>
    public string? Organisation { get; init; }

    /// <summary>When it was signed, as the signer's own machine said: the signed attribute, else the entry /M.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>The bytes that it covers are those that were signed: digest and signature are right.</summary>
    public bool Intact { get; init; }

    /// <summary>Nothing stands in the file after what it covers.</summary>
    public bool CoversWhole { get; init; }

    /// <summary>The certificate leads to a root that this machine trusts. Nobody was asked whether it has been revoked.</summary>
    public bool Rooted { get; init; }

    /// <summary>From when the certificate is valid.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Until when.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>The certificate was valid at the time that the signature says; null where it says none.</summary>
    public bool? ValidWhenSigned => SignedAt is { } at && ValidFrom is { } from && ValidTo is { } to ? at >= from && at <= to : null;
}

/// <summary>The signatures of a PDF, in the order in which they were made.</summary>
/// <param name="Signatures">Each; empty where there is none.</param>
/// <param name="Failed">The file could not be read: damaged, too large, too slow.</param>
public sealed record SignatureReading(IReadOnlyList<PdfSignature> Signatures, bool Failed = false)
{
    /// <summary>The most signatures that are read of a file.</summary>
    public const int Most = 20;

    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int LongestName = 300;

    /// <summary>Nothing is signed.</summary>
    public static SignatureReading Nothing { get; } = new([]);

    /// <summary>It could not be read.</summary>
    public static SignatureReading Unread { get; } = new([], Failed: true);

    /// <summary>Writes it as one JSON object: <c>{"signatures":[{"readable":…,"signer":…,…}]}</c>.</summary>
    internal byte[] ToJson()
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WriteStartArray("signatures");
            foreach (var s in Signatures)
            {
                json.WriteStartObject();
                json.WriteBoolean("readable", s.Readable);
                json.WriteString("signer", s.Signer);
                json.WriteString("organisation", s.Organisation);
                Write(json, "signedAt", s.SignedAt);
                json.WriteBoolean("intact", s.Intact);
                json.WriteBoolean("coversWhole", s.CoversWhole);
                json.WriteBoolean("rooted", s.Rooted);
                Write(json, "validFrom", s.ValidFrom);
                Write(json, "validTo", s.ValidTo);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return memory.ToArray();
    }

    /// <summary>Reads it back; whoever wrote it had a stranger's file in hand, so anything unexpected is <see cref="Unread"/>.</summary>
    internal static SignatureReading OfJson(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = 3 });
            var found = document.RootElement.GetProperty("signatures");
            return found.GetArrayLength() > Most ? Unread : new([.. found.EnumerateArray().Select(Of)]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException or FormatException)
        {
            return Unread;
        }
    }

    private static PdfSignature Of(JsonElement s) => new()
    {
        Readable = s.GetProperty("readable").GetBoolean(),
        Signer = Name(s.GetProperty("signer")),
        Organisation = Name(s.GetProperty("organisation")),
        SignedAt = Instant(s.GetProperty("signedAt")),
        Intact = s.GetProperty("intact").GetBoolean(),
        CoversWhole = s.GetProperty("coversWhole").GetBoolean(),
        Rooted = s.GetProperty("rooted").GetBoolean(),
        ValidFrom = Instant(s.GetProperty("validFrom")),
        ValidTo = Instant(s.GetProperty("validTo")),
    };

    private static string? Name(JsonElement name) => name.GetString() is not { } text ? null : text.Length <= LongestName ? text : throw new FormatException();

    private static DateTimeOffset? Instant(JsonElement instant) => instant.ValueKind == JsonValueKind.Null ? null : DateTimeOffset.FromUnixTimeMilliseconds(instant.GetInt64());

    private static void Write(Utf8JsonWriter json, string name, DateTimeOffset? instant)
    {
        if (instant is { } at)
        {
            json.WriteNumber(name, at.ToUnixTimeMilliseconds());
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
