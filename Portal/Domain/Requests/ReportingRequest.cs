using Portal.Domain.Requests.Drafting;

namespace Portal.Domain.Requests;

/// <summary>Where a request stands.</summary>
public enum RequestState
{
    /// <summary>Dự thảo: seen by its coordinators and the leaders only.</summary>
    Draft,
    /// <summary>Hẹn phát hành.</summary>
    Scheduled,
    /// <summary>Đang thu báo cáo.</summary>
    Open,
    /// <summary>Đã khóa số liệu.</summary>
    Locked,
    /// <summary>Đã kết thúc.</summary>
    Closed,
    /// <summary>Lưu trữ.</summary>
    Archived,
    /// <summary>Đã hủy.</summary>
    Cancelled,
}

/// <summary>One letter's request for reports. What the letter says and what the forms ask stands in the form version; here is what moves.</summary>
public sealed partial class ReportingRequest
{
    private ReportingRequest() { }

    /// <summary>Makes a draft from a definition.</summary>
    public ReportingRequest(string code, string title, string coordinatingUnitCode, Deadline deadline, SignedReport signedReport)
    {
        (Code, Title, CoordinatingUnitCode, SignedReport) = (code, title, coordinatingUnitCode, signedReport);
        (DeadlineAt, DeadlineInclusive) = (deadline.At, deadline.Inclusive);
    }

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>What stands in addresses.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What the letter asks, in a line.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The unit that gathers the answers.</summary>
    public string CoordinatingUnitCode { get; private set; } = "";

    /// <summary>The deadline as it now stands; null when the letter names no day.</summary>
    public DateTimeOffset? DeadlineAt { get; private set; }

    /// <summary>True for "chậm nhất", false for "trước".</summary>
    public bool DeadlineInclusive { get; private set; }

    /// <summary>How many extensions a unit may be granted.</summary>
    public int ExtensionsAllowed { get; private set; } = 1;

    /// <summary>Whether a signed scan of the report is demanded.</summary>
    public SignedReport SignedReport { get; private set; }

    /// <summary>The form version that submissions made now get.</summary>
    public int FormVersion { get; private set; } = 1;

    /// <summary>Where it stands.</summary>
    public RequestState State { get; private set; }

    /// <summary>When it opens by itself, while Scheduled.</summary>
    public DateTimeOffset? OpensAt { get; private set; }

    /// <summary>Who scheduled that; it opens as he would open it.</summary>
    public int? ScheduledBy { get; private set; }

    /// <summary>The letter's number where it was entered after the file was made, with the symbol.</summary>
    public string? LetterNumber { get; private set; }

    /// <summary>The letter's day, entered with the number.</summary>
    public DateOnly? LetterDate { get; private set; }

    /// <summary>When it was issued.</summary>
    public DateTimeOffset? IssuedAt { get; private set; }

    /// <summary>Guards against two changes at once.</summary>
    public int Version { get; private set; }

    /// <summary>The deadline as a value.</summary>
    public Deadline Deadline => new(DeadlineAt, DeadlineInclusive);

    /// <summary>Begins a request of which nothing is known yet but who gathers the answers.</summary>
    /// <param name="code">What stands in addresses.</param>
    /// <param name="coordinatingUnitCode">The unit that gathers the answers.</param>
    public ReportingRequest(string code, string coordinatingUnitCode) => (Code, CoordinatingUnitCode, FormVersion) = (code, coordinatingUnitCode, 0);

    /// <summary>Follows what is written of it, while it is a draft: lists show its subject.</summary>
    internal void Redraft(DraftFile file)
    {
        if (State is RequestState.Draft)
        {
            Title = file.Fact("subject") ?? "";
        }
    }

    /// <summary>Takes what was written as the form version that stands.</summary>
    internal void Take(RequestDefinition definition, int number)
    {
        (Title, FormVersion, SignedReport) = (definition.Letter.Subject, number, definition.SignedReport);
        if (State is RequestState.Draft)
        {
            (DeadlineAt, DeadlineInclusive) = (definition.Deadline.Instant, definition.Deadline.Inclusive);
        }
    }

    /// <summary>Draft → Open. The second press changes nothing.</summary>
    /// <param name="at">The server's instant.</param>
    /// <param name="pastDeadlineConfirmed">The coordinator confirmed that the deadline has passed.</param>
    /// <returns>The refusal, or null. <see cref="IssuedAt"/> tells whether it was this call.</returns>
    public Problem? Issue(DateTimeOffset at, bool pastDeadlineConfirmed)
    {
        if (State == RequestState.Open)
        {
            return null;
        }

        if (State is not (RequestState.Draft or RequestState.Scheduled))
        {
            return Problem.State(nameof(Problems.RequestNotDraft));
        }

        if (!Deadline.Holds(at) && !pastDeadlineConfirmed)
        {
            return Problem.Invalid(nameof(Problems.DeadlineHasPassed));
        }

        (State, IssuedAt, Version) = (RequestState.Open, at, Version + 1);
        return null;
    }
}
