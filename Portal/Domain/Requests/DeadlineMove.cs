namespace Portal.Domain.Requests;

/// <summary>Lùi hạn chung: the deadline of a request moved for all, by a letter that amends the first.</summary>
public sealed class DeadlineMove
{
    private DeadlineMove() { }

    internal DeadlineMove(DateTimeOffset from, DateTimeOffset to, DateTimeOffset at, int movedBy, string letter) => (From, To, At, MovedBy, Letter) = (from, to, at, movedBy, letter);

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>Which request.</summary>
    public int RequestId { get; private set; }

    /// <summary>The deadline before.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>The deadline since.</summary>
    public DateTimeOffset To { get; private set; }

    /// <summary>When it was moved.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>By whom.</summary>
    public int MovedBy { get; private set; }

    /// <summary>The amending letter: number, date, what it says.</summary>
    public string Letter { get; private set; } = "";
}
