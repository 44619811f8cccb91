using System.Globalization;
using Portal.Domain.Requests;

namespace Portal.Shared;

/// <summary>A deadline in the words of letters: <c>trước 10 giờ, thứ Tư 03/7/2024</c>.</summary>
public static class DeadlineText
{
    /// <summary>The words; that no day is set where none is.</summary>
    public static string Of(Deadline deadline)
    {
        if (deadline.At is not { } at)
        {
            return SharedText.DeadlineNone;
        }

        var local = VietTime.Local(at);
        var hour = string.Format(CultureInfo.InvariantCulture, local.Minute == 0 ? SharedText.DeadlineHour : SharedText.DeadlineHourMinute, local.Hour, local.Minute);
        return string.Format(CultureInfo.InvariantCulture, deadline.Inclusive ? SharedText.DeadlineAtLatest : SharedText.DeadlineBefore, hour, VietTime.Weekday(at), VietTime.Date(at));
    }
}
