using Portal.Domain.Notices;
using Portal.Shared;

namespace Portal.Features.Reminders;

/// <summary>What is owed and who was urged, in words.</summary>
public static class ReminderWords
{
    /// <summary>How late, or until when.</summary>
    public static string Late(Debt debt) => debt switch
    {
        { Late: { } late } => string.Format(debt.Supplement ? RemindersText.LateSupplement : RemindersText.LateReport, Span(late)),
        { Due: { } due } => string.Format(debt.Supplement ? RemindersText.DueSupplement : RemindersText.DueReport, VietTime.DateTime(due)),
        _ => RemindersText.NoDay,
    };

    /// <summary>For whom it waits.</summary>
    public static string Waits(WaitsFor waits) => waits switch
    {
        WaitsFor.Head => RemindersText.WaitsHead,
        WaitsFor.Reviewer => RemindersText.WaitsReviewer,
        _ => RemindersText.WaitsUnit,
    };

    /// <summary>By which channel.</summary>
    public static string Channel(UrgingLine line) => line switch
    {
        { Inboxes: 0, Mails: 0 } => RemindersText.ChannelNone,
        { Mails: 0 } => string.Format(RemindersText.ChannelInbox, line.Inboxes),
        _ => string.Format(RemindersText.ChannelMail, line.Inboxes, line.Mails),
    };

    /// <summary>What the portal reminded of.</summary>
    public static string Automatic(ReminderTarget target) => target switch
    {
        ReminderTarget.Head => RemindersText.AutomaticHead,
        ReminderTarget.Reviewer => RemindersText.AutomaticReviewer,
        _ => RemindersText.AutomaticUnit,
    };

    /// <summary>The schedule in one sentence.</summary>
    public static string Schedule(ScheduleLine schedule)
    {
        List<string> parts = [.. schedule.Hours.Length > 0 ? [string.Format(RemindersText.ScheduleHours, schedule.Hours)] : (string[])[],
            .. schedule.AtDeadline ? [RemindersText.AtDeadline] : (string[])[], .. schedule.Daily ? [RemindersText.Daily] : (string[])[]];
        return parts.Count == 0 ? RemindersText.ScheduleNone : string.Join("; ", parts);
    }

    private static string Span(TimeSpan late) => late.TotalDays >= 1 ? string.Format(RemindersText.Days, (int)late.TotalDays, late.Hours)
        : late.TotalHours >= 1 ? string.Format(RemindersText.HoursMinutes, late.Hours, late.Minutes)
        : string.Format(RemindersText.Minutes, late.Minutes);
}
