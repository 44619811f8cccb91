using System.Globalization;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Shared;

namespace Portal.Features.Fill;

/// <summary>The sentences of this feature that depend on what a report holds.</summary>
internal static class FillWords
{
    private const int Named = 3;

    /// <summary>"Thiếu 2 chỉ tiêu: a; b", "chưa chọn mức độ giải quyết": what is missing, in a line; null when nothing is.</summary>
    public static string? Missing(IReadOnlyList<Finding> findings, ItemForm? form)
    {
        var figures = findings.Where(f => f.Kind is FindingKind.Missing && f.Path is { } path && form?.At(path) is { IsIndicator: true }).ToList();
        var parts = findings.Except(figures).Select(f => f.Message.TrimEnd('.')).Distinct().ToList();
        if (figures.Count > 0)
        {
            var labels = string.Join("; ", figures.Take(Named).Select(f => form!.At(f.Path!)!.Label));
            parts.Insert(0, (figures.Count > Named ? FillText.MissingFiguresMore : FillText.MissingFigures).With(figures.Count, labels));
        }

        return parts.Count switch
        {
            0 => null,
            <= Named => string.Join("; ", parts),
            _ => FillText.MissingMore.With(string.Join("; ", parts.Take(Named)), parts.Count - Named),
        };
    }

    /// <summary>"trước 10 giờ, thứ Tư 03/7/2024".</summary>
    public static string Deadline(DateTimeOffset at, bool inclusive)
    {
        var local = VietTime.Local(at);
        var clock = local.Minute == 0 ? FillText.ClockHour.With(local.Hour) : FillText.ClockMinute.With(local.Hour, local.Minute.ToString("00", CultureInfo.InvariantCulture));
        return (inclusive ? FillText.DeadlineInclusive : FillText.DeadlineExclusive).With(clock, VietTime.Weekday(at), VietTime.Date(at));
    }

    /// <summary>Until when a supplement is asked for, or since when it is overdue.</summary>
    public static string Supplement(DateTimeOffset due, DateTimeOffset now) =>
        (due <= now ? FillText.SupplementOverdue : FillText.SupplementDue).With(VietTime.Time(due), VietTime.Date(due));

    /// <summary>Who saved the item last and when.</summary>
    public static string Saved(UnitReport report, ItemAnswer item) =>
        item.SavedAt is { } at ? FillText.SavedLast.With(VietTime.ShortDateTime(at), report.Name(item.SavedBy)) : FillText.NeverOpened;
}
