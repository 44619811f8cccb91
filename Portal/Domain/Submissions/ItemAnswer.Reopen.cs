using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>Đề nghị mở lại: what a unit asked about an item that was accepted, until somebody answers.</summary>
/// <param name="AskedBy">Who of the unit.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in his words.</param>
public sealed record ReopenQuestion(int AskedBy, DateTimeOffset At, string Reason);

// What opens an item that was sent, and what takes that back.
public sealed partial class ItemAnswer
{
    /// <summary>When the question was asked that waits for an answer; null when none does. Only of what is Accepted or Included.</summary>
    public DateTimeOffset? QuestionAt { get; private set; }

    /// <summary>By whom.</summary>
    public int? QuestionBy { get; private set; }

    /// <summary>Why.</summary>
    public string? QuestionReason { get; private set; }

    /// <summary>The question; null when none waits.</summary>
    public ReopenQuestion? Question => QuestionAt is { } at ? new(QuestionBy!.Value, at, QuestionReason!) : null;

    /// <summary>What was asked for last was a signature by who may sign: "báo cáo chưa đúng thẩm quyền".</summary>
    public bool AskedSigner { get; private set; }

    /// <summary>What was asked for before that, and answered by what was sent last.</summary>
    public string? AnsweredReason { get; private set; }

    /// <summary>Until when that was.</summary>
    public DateTimeOffset? AnsweredDue { get; private set; }

    /// <summary>The cover waits for who may sign the report.</summary>
    public bool WrongSigner => AskedSigner && SentBefore && IsPreparing(State);

    /// <summary>The working copy says what was sent last, no package has taken it since, and nobody has saved anything since it was returned.</summary>
    /// <param name="form">The item's form.</param>
    internal bool UntouchedSinceReturn(ItemForm? form) =>
        PackageNumber == CurrentVersion?.PackageNumber && !(SavedAt > StateSince) && AnswerContent.Hash(Content(form).ToJson()) == CurrentVersion?.Hash;

    internal void Ask(Act act, string reason)
    {
        (QuestionAt, QuestionBy, QuestionReason) = (act.At, act.Actor.PersonId, reason);
        Touch();
    }

    internal void Refuse()
    {
        AnswerQuestion(ItemState.Accepted);
        Touch();
    }

    internal void AskSigner() => AskedSigner = true;

    // What was asked for is not asked for any more; a sending that is withdrawn later leaves what it had answered.
    internal void CancelReturn(Act act)
    {
        Move(versions.Count(v => v.WithdrawnAt is null) > 1 ? ItemState.Resent : ItemState.Sent, act);
        (AskedReason, AskedDue, AskedSigner) = (AnsweredReason, AnsweredDue, false);
        FormVersion = CurrentVersion!.FormVersion; // a return by an amendment had moved it on
    }

    private void AskFor(string reason, DateTimeOffset? due)
    {
        (AnsweredReason, AnsweredDue) = (AskedReason, AskedDue);
        (AskedReason, AskedDue, AskedSigner) = (reason, due, false);
    }

    // Whatever else opens the item answers the question; that it is drawn into the consolidated report does not.
    private void AnswerQuestion(ItemState to)
    {
        if (to is not ItemState.Included)
        {
            (QuestionAt, QuestionBy, QuestionReason) = (null, null, null);
        }
    }
}
