using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.People;

/// <summary>What kind of access a record tells of.</summary>
public enum AccessKind
{
    /// <summary>Signed in.</summary>
    SignedIn,
    /// <summary>Tried to sign in and failed.</summary>
    SignInFailed,
    /// <summary>Signed out.</summary>
    SignedOut,
    /// <summary>Was refused something.</summary>
    Refused,
    /// <summary>Opened a restricted document.</summary>
    OpenedRestricted,
    /// <summary>Took data out.</summary>
    Exported,
    /// <summary>Stopped somebody's account.</summary>
    AccountDisabled,
    /// <summary>Added, changed or removed a day of the calendar of working days.</summary>
    HolidaysChanged,
    /// <summary>Added, changed or removed one of a coordinating unit's usual reasons.</summary>
    ReasonsChanged,
    /// <summary>Threw away what was being written of a request.</summary>
    DraftDiscarded,
    /// <summary>Said when a unit ends, and who takes over.</summary>
    UnitEnded,
    /// <summary>Added or changed a unit or a group of units.</summary>
    UnitsChanged,
    /// <summary>Named who acts in a head's place.</summary>
    DelegationNamed,
    /// <summary>Ended that before its day.</summary>
    DelegationEnded,
}

/// <summary>Who came, who was turned away, who opened what is restricted. A chain of its own in monthly segments, so that whole segments can be pruned.
/// Repeats from one source within a minute are counted in one row; the count stands outside the hash.</summary>
public sealed class AccessRecord
{
    private AccessRecord() { }

    /// <summary>Makes a record.</summary>
    /// <param name="at">The server's instant.</param>
    /// <param name="kind">What kind.</param>
    /// <param name="personId">Who; null before sign-in.</param>
    /// <param name="surface">Which use case, page or endpoint.</param>
    /// <param name="subject">On what: a report's address, a user name that was tried, a document.</param>
    /// <param name="code">The refusal's code, where it was one.</param>
    public AccessRecord(DateTimeOffset at, AccessKind kind, int? personId, string surface, string? subject, string? code)
        => (At, Kind, PersonId, Surface, Subject, Code, Segment) = (at, kind, personId, surface, subject, code, at.ToUniversalTime().ToString("yyyy-MM", CultureInfo.InvariantCulture));

    /// <summary>Position, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The month it belongs to (UTC), <c>yyyy-MM</c>.</summary>
    public string Segment { get; private set; } = "";

    /// <summary>The server's instant.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What kind.</summary>
    public AccessKind Kind { get; private set; }

    /// <summary>Who; null before sign-in.</summary>
    public int? PersonId { get; private set; }

    /// <summary>Which use case, page or endpoint.</summary>
    public string Surface { get; private set; } = "";

    /// <summary>On what.</summary>
    public string? Subject { get; private set; }

    /// <summary>The refusal's code.</summary>
    public string? Code { get; private set; }

    /// <summary>How often within the minute.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>Hash of the record before it in its segment.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>Hash of this record with the one before.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The same thing once more within the minute.</summary>
    public void Again() => Count++;

    /// <summary>True when the other tells of the same thing in the same minute.</summary>
    public bool Repeats(AccessRecord other) => Kind == other.Kind && PersonId == other.PersonId && Surface == other.Surface && Subject == other.Subject && Code == other.Code
        && At.ToUnixTimeSeconds() / 60 == other.At.ToUnixTimeSeconds() / 60;

    /// <summary>Gives it its place in the chain of its segment; once.</summary>
    public void Chain(long number, string previousHash)
    {
        (Number, PreviousHash) = (number, previousHash);
        Hash = ComputeHash();
    }

    /// <summary>What the hash of this row must be.</summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{PreviousHash}|{Number}|{At.ToUnixTimeMilliseconds()}|{Kind}|{PersonId}|{Surface}|{Subject}|{Code}"))));
}
