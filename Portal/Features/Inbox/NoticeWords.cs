using Portal.Domain.Submissions;

namespace Portal.Features.Inbox;

/// <summary>A notice in words.</summary>
public static class NoticeWords
{
    private const int Named = 3;

    /// <summary>What happened, on whose report.</summary>
    public static string Of(NoticeLine line) => string.Format(InboxText.ResourceManager.GetString($"Verb{line.Verb}") ?? InboxText.VerbOther, line.UnitName, line.Request);

    /// <summary>On which items: the first by code and title, further ones counted; null when the notice is about none.</summary>
    public static string? Items(NoticeLine line)
    {
        if (line.Items.Count == 0)
        {
            return null;
        }

        var named = string.Join("; ", line.Items.Take(Named).Select(i => i.Code == ItemAnswer.Cover ? InboxText.Cover : line.Items.Count == 1 ? $"{i.Code} {i.Title}" : i.Code));
        return line.Items.Count > Named ? string.Format(InboxText.AndMore, named, line.Items.Count - Named) : named;
    }

    /// <summary>The glyph of what happened.</summary>
    public static string Icon(EventVerb verb) => verb switch
    {
        EventVerb.SentUp => Shared.Glyph.Up,
        EventVerb.SentBackByHead or EventVerb.ReturnedForSupplement or EventVerb.ReturnedForSigner or EventVerb.ReturnedByAmendment or EventVerb.DissolvedByAmendment or EventVerb.Reopened => Shared.Glyph.Back,
        EventVerb.SignedOff => Shared.Glyph.Check,
        EventVerb.Sent => Shared.Glyph.Send,
        EventVerb.Resent => Shared.Glyph.Resend,
        EventVerb.Accepted => Shared.Glyph.Accepted,
        EventVerb.Commented => Shared.Glyph.Comment,
        EventVerb.Assigned => Shared.Glyph.Users,
        EventVerb.DocumentRestricted => Shared.Glyph.Lock,
        EventVerb.FieldReplaced => Shared.Glyph.Compare,
        _ => Shared.Glyph.Bell,
    };
}
