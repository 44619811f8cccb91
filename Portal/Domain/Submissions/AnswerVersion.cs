using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Portal.Domain.Submissions;

/// <summary>A document as it stood in a version.</summary>
public sealed record VersionDocument(int DocumentId, string Sha256, string FileName, long Size, DocumentDescription Description);

/// <summary>What one item said when it was sent: values by path in ordinal order, documents by key. Its canonical JSON is what hashes are taken of.</summary>
public sealed record AnswerContent(SortedDictionary<string, string> Values, IReadOnlyList<VersionDocument> Documents)
{
    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The canonical form: sorted, no white space, blanks left out.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Canonical);

    /// <summary>Reads the canonical form back.</summary>
    public static AnswerContent FromJson(string json)
    {
        var read = JsonSerializer.Deserialize<AnswerContent>(json, Canonical) ?? throw new JsonException("An answer's version is empty.");
        return read with { Values = new(read.Values, StringComparer.Ordinal) };
    }

    /// <summary>SHA-256 of a canonical form, in lower-case hex.</summary>
    public static string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}

/// <summary>The immutable copy that a sending makes of an item. Never changed, never deleted; a withdrawn one only says so.</summary>
public sealed class AnswerVersion
{
    private AnswerVersion() { }

    internal AnswerVersion(int number, int packageNumber, int formVersion, string body, DateTimeOffset sentAt)
        => (Number, PackageNumber, FormVersion, Body, Hash, SentAt) = (number, packageNumber, formVersion, body, AnswerContent.Hash(body), sentAt);

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public int ItemAnswerId { get; private set; }

    /// <summary>From 1, by item.</summary>
    public int Number { get; private set; }

    /// <summary>In which package it travelled.</summary>
    public int PackageNumber { get; private set; }

    /// <summary>The form version it was answered by; it is read by that for ever.</summary>
    public int FormVersion { get; private set; }

    /// <summary>Canonical JSON of <see cref="AnswerContent"/>.</summary>
    public string Body { get; private set; } = "";

    /// <summary>SHA-256 of the body.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>When it was sent.</summary>
    public DateTimeOffset SentAt { get; private set; }

    /// <summary>When the sending was withdrawn; then it no longer counts.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>What it says.</summary>
    public AnswerContent Content => AnswerContent.FromJson(Body);

    internal void Withdraw(DateTimeOffset at) => WithdrawnAt ??= at;
}

/// <summary>Where a package stands.</summary>
public enum PackageState
{
    /// <summary>Before the head.</summary>
    WithHead,
    /// <summary>Signed off, not yet sent.</summary>
    Approved,
    /// <summary>Sent.</summary>
    Sent,
    /// <summary>Sent back, recalled or dissolved.</summary>
    Dissolved,
    /// <summary>Sent, and the sending withdrawn: it no longer counts.</summary>
    Withdrawn,
}

/// <summary>Lần trình: what travels to the head and on together.</summary>
public sealed class Package
{
    private readonly List<PackageItem> items = [];

    private Package() { }

    internal Package(int number, string hash, Act act, IEnumerable<PackageItem>? shown = null)
    {
        (Number, Hash, SentUpBy, SentUpAt) = (number, hash, act.Actor.PersonId, act.At);
        items.AddRange(shown ?? []);
    }

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>Whose.</summary>
    public int SubmissionId { get; private set; }

    /// <summary>From 1, by submission.</summary>
    public int Number { get; private set; }

    /// <summary>SHA-256 over the canonical forms of all its items; the head signs what he was shown, by this.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public PackageState State { get; internal set; }

    /// <summary>Who sent it up.</summary>
    public int SentUpBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset SentUpAt { get; private set; }

    /// <summary>Who signed it off.</summary>
    public int? SignedOffBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? SignedOffAt { get; private set; }

    /// <summary>When it was sent; the receipt's time.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The number on the receipt: unit and package, unique in the request.</summary>
    public string? ReceiptNumber { get; private set; }

    /// <summary>What its sending was judged to be, in time or late; null where an earlier sending counts, and before it was sent.</summary>
    public Timeliness? Judged { get; internal set; }

    /// <summary>When its sending was withdrawn.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The coordinator who entered it for the unit from paper; null for what the unit sent itself.</summary>
    public int? EnteredBy { get; internal set; }

    /// <summary>The time on the paper's incoming stamp, by which it is in time or late; null for what the unit sent itself.</summary>
    public DateTimeOffset? ReceivedAt { get; internal set; }

    /// <summary>Who of the unit confirmed what was entered for it.</summary>
    public int? ConfirmedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>What the head was shown, item by item; only where it was loaded.</summary>
    public IReadOnlyList<PackageItem> Items => items;

    internal void SignOff(Act act) => (State, SignedOffBy, SignedOffAt) = (PackageState.Approved, act.Actor.PersonId, act.At);

    internal void Withdraw(Act act) => (State, WithdrawnAt) = (PackageState.Withdrawn, act.At);

    internal void Confirm(Act act) => (ConfirmedBy, ConfirmedAt) = (act.Actor.PersonId, act.At);

    internal void Send(Act act, string receiptNumber, string hash) => (State, SentAt, ReceiptNumber, Hash) = (PackageState.Sent, act.At, receiptNumber, hash);
}
