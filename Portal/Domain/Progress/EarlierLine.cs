namespace Portal.Domain.Progress;

/// <summary>How the units sent in an earlier request, laid over a present one: the same time before the deadline stands at the same place, and all of then is as high as all of now.</summary>
public static class EarlierLine
{
    /// <summary>Makes it; empty where nothing was sent then.</summary>
    /// <param name="then">The earlier request.</param>
    /// <param name="now">The present one.</param>
    /// <returns>Instants of the present request and how many unit-items of it would be the same share, rounded.</returns>
    public static IReadOnlyList<CountPoint> Of(BoardSnapshot then, BoardSnapshot now)
    {
        var (all, shift) = (then.Counts.Items.Total, Shift(then.Request, now.Request));
        return all == 0 || shift is not { } by ? [] : [.. then.BurnUp.Sent.Select(p => new CountPoint(p.At + by, (int)Math.Round((double)p.Count * now.Counts.Items.Total / all, MidpointRounding.AwayFromZero)))];
    }

    // From deadline to deadline; where a letter names none, from the day of issue.
    private static TimeSpan? Shift(BoardRequest then, BoardRequest now) =>
        then.Deadline.At is { } due && now.Deadline.At is { } dueNow ? dueNow - due : now.IssuedAt - then.IssuedAt;
}
