using Portal.Domain.Figures;
using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>On whose behalf something is said about an item.</summary>
public enum CommentSide
{
    /// <summary>The reporting unit.</summary>
    Unit,
    /// <summary>Who reviews: the coordinator, or a leader.</summary>
    Reviewer,
}

/// <summary>Something said about one item between its unit and those who review it (Trao đổi). What was said is never changed: who wants to take it up again writes a new one.</summary>
public sealed class Comment
{
    /// <summary>The most characters of one comment.</summary>
    public const int MaxLength = 4000;

    private Comment() { }

    internal Comment(string text, CommentSide side, Act act) => (Text, Side, AuthorId, At, Key) = (text, side, act.Actor.PersonId, act.At, act.CommandId);

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>About which item.</summary>
    public int ItemAnswerId { get; private set; }

    /// <summary>What was said, composed and cleaned as any answer.</summary>
    public string Text { get; private set; } = "";

    /// <summary>On whose behalf.</summary>
    public CommentSide Side { get; private set; }

    /// <summary>Who said it.</summary>
    public int AuthorId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The one-time key of the press, which its event carries too.</summary>
    public Guid Key { get; private set; }

    /// <summary>When it was called resolved; null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>By whom.</summary>
    public int? ResolvedBy { get; private set; }

    /// <summary>Still open.</summary>
    public bool IsOpen => ResolvedAt is null;

    /// <summary>Makes what was typed fit to be kept: NFC, line ends as \n, no control or direction characters.</summary>
    /// <param name="typed">As typed.</param>
    /// <returns>The text; refused when blank or longer than <see cref="MaxLength"/> characters.</returns>
    public static Outcome<string> Read(string? typed)
    {
        var text = FieldInput.Clean(typed ?? "", keepLines: true);
        var length = FieldInput.Length(text);
        return length == 0 ? Problem.Invalid(nameof(Problems.CommentBlank)).At("text")
            : length > MaxLength ? Problem.Invalid(nameof(Problems.CommentTooLong), FigureParser.Show(length), FigureParser.Show(length - MaxLength), FigureParser.Show(MaxLength)).At("text")
            : text;
    }

    internal void Resolve(Act act) => (ResolvedAt, ResolvedBy) = (act.At, act.Actor.PersonId);
}
