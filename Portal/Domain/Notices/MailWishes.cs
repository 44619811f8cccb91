namespace Portal.Domain.Notices;

/// <summary>What one person wants to have by e-mail, and where. Without an address nothing is sent.</summary>
public sealed class MailWishes
{
    private const int LongestAddress = 254;
    private const int LongestMailbox = 64;

    private MailWishes() { }

    /// <summary>The usual wishes, without an address.</summary>
    public MailWishes(int personId)
    {
        PersonId = personId;
        (Deadlines, Work, Progress, Talk, Request) = (Usual(NoticeGroup.Deadlines), Usual(NoticeGroup.Work), Usual(NoticeGroup.Progress), Usual(NoticeGroup.Talk), Usual(NoticeGroup.Request));
    }

    /// <summary>Whose.</summary>
    public int PersonId { get; private set; }

    /// <summary>Where to; null: nowhere.</summary>
    public string? Address { get; private set; }

    /// <summary>Nhắc hạn, đôn đốc, gia hạn.</summary>
    public MailWay Deadlines { get; private set; }

    /// <summary>Việc đến lượt tôi.</summary>
    public MailWay Work { get; private set; }

    /// <summary>Diễn biến báo cáo.</summary>
    public MailWay Progress { get; private set; }

    /// <summary>Trao đổi.</summary>
    public MailWay Talk { get; private set; }

    /// <summary>Yêu cầu báo cáo.</summary>
    public MailWay Request { get; private set; }

    /// <summary>How the notices of that group go.</summary>
    public MailWay Of(NoticeGroup group) => group switch
    {
        NoticeGroup.Deadlines => Deadlines,
        NoticeGroup.Work => Work,
        NoticeGroup.Progress => Progress,
        NoticeGroup.Talk => Talk,
        NoticeGroup.Request => Request,
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    /// <summary>Takes address and wishes as the person typed and chose them.</summary>
    /// <param name="address">Blank: none.</param>
    /// <param name="ways">Of each group; a group that is not named stays as it is.</param>
    public Problem? Choose(string? address, IReadOnlyDictionary<NoticeGroup, MailWay> ways)
    {
        var typed = address?.Trim() ?? "";
        if (typed.Length > 0 && !IsAddress(typed))
        {
            return Problem.Invalid(nameof(Problems.EmailUnfit)).At("address");
        }

        Address = typed.Length == 0 ? null : typed;
        MailWay Chosen(NoticeGroup group) => ways.TryGetValue(group, out var way) && Enum.IsDefined(way) ? way : Of(group);
        (Deadlines, Work, Progress, Talk, Request) = (Chosen(NoticeGroup.Deadlines), Chosen(NoticeGroup.Work), Chosen(NoticeGroup.Progress), Chosen(NoticeGroup.Talk), Chosen(NoticeGroup.Request));
        return null;
    }

    /// <summary>True for an address that mail servers here take: ASCII, one @, a domain with a dot, no blanks, no control characters, no display name.</summary>
    public static bool IsAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > LongestMailbox || at != text.LastIndexOf('@') || text.Length > LongestAddress)
        {
            return false;
        }

        var mailbox = text[..at];
        var labels = text[(at + 1)..].Split('.');
        return mailbox.All(c => char.IsAsciiLetterOrDigit(c) || ".!#$%&'*+/=?^_`{|}~-".Contains(c, StringComparison.Ordinal))
            && mailbox[0] != '.' && mailbox[^1] != '.' && !mailbox.Contains("..", StringComparison.Ordinal)
            && labels.Length > 1 && labels.All(l => l.Length is > 0 and <= 63 && l[0] != '-' && l[^1] != '-' && l.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
    }

    private static MailWay Usual(NoticeGroup group) => NoticeGroups.Usual(group);
}
