namespace Portal.Domain.Requests;

/// <summary>The course of a request after it was issued (workflow §7): its deadline is moved, its figures are locked, it ends.</summary>
public sealed partial class ReportingRequest
{
    private readonly List<DeadlineMove> deadlineMoves = [];

    /// <summary>How the deadline was moved, in order.</summary>
    public IReadOnlyList<DeadlineMove> DeadlineMoves => deadlineMoves;

    /// <summary>The deadline of the letter, before it was moved.</summary>
    public Deadline OriginalDeadline => deadlineMoves.Count == 0 ? Deadline : new(deadlineMoves.MinBy(m => m.At)!.From, DeadlineInclusive);

    /// <summary>MoveDeadline (Lùi hạn chung): only to a later time; what is fixed of a report stays fixed, and no extension is used up.</summary>
    /// <param name="at">The server's instant.</param>
    /// <param name="personId">Who.</param>
    /// <param name="to">The new deadline.</param>
    /// <param name="letter">The amending letter: number, date, what it says.</param>
    public Problem? MoveDeadline(DateTimeOffset at, int personId, DateTimeOffset? to, string? letter)
    {
        if (State != RequestState.Open)
        {
            return Problem.State(nameof(Problems.RequestNotOpen));
        }

        if (DeadlineAt is not { } from)
        {
            return Problem.State(nameof(Problems.NoDeadlineToExtend));
        }

        if (string.IsNullOrWhiteSpace(letter))
        {
            return Problem.Invalid(nameof(Problems.AmendingLetterNeeded)).At("letter");
        }

        if (to is not { } until || until <= from)
        {
            return Problem.Invalid(nameof(Problems.DeadlineOnlyLater)).At("until");
        }

        deadlineMoves.Add(new(from, until, at, personId, letter.Trim()));
        (DeadlineAt, Version) = (until, Version + 1);
        return null;
    }

    /// <summary>Lock (Khóa số liệu): nothing is sent, returned or accepted any more; reading and talking go on.</summary>
    public Problem? Lock() => Move(RequestState.Locked, nameof(Problems.RequestNotOpen), RequestState.Open);

    /// <summary>Unlock (Mở khóa số liệu).</summary>
    public Problem? Unlock() => Move(RequestState.Open, nameof(Problems.RequestNotLocked), RequestState.Locked);

    /// <summary>Close (Kết thúc): what was not sent stays as it is and is named "không gửi báo cáo".</summary>
    public Problem? Close() => Move(RequestState.Closed, nameof(Problems.RequestNotRunning), RequestState.Open, RequestState.Locked);

    /// <summary>Archive (Lưu trữ): out of the lists, found by search.</summary>
    public Problem? Archive() => Move(RequestState.Archived, nameof(Problems.RequestNotClosed), RequestState.Closed);

    /// <summary>Cancel (Hủy): issued by mistake; everything stays readable and counts nowhere.</summary>
    public Problem? Cancel() => Move(RequestState.Cancelled, nameof(Problems.RequestNotRunning), RequestState.Open, RequestState.Locked);

    private Problem? Move(RequestState to, string otherwise, params ReadOnlySpan<RequestState> from)
    {
        if (!from.Contains(State))
        {
            return Problem.State(otherwise);
        }

        (State, Version) = (to, Version + 1);
        return null;
    }
}
