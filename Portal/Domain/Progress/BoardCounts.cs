using Portal.Domain.Submissions;

namespace Portal.Domain.Progress;

/// <summary>The numbers over all units, all from the same rows. The two rates (workflow §2): sent is what was sent and not withdrawn; returned stays in it, not in accepted.</summary>
public sealed record BoardCounts
{
    /// <summary>All units.</summary>
    public int Units { get; private init; }

    /// <summary>Units that have sent.</summary>
    public int SentUnits { get; private init; }

    /// <summary>Units whose whole report is accepted.</summary>
    public int AcceptedUnits { get; private init; }

    /// <summary>Units that owe a supplement.</summary>
    public int ReturnedUnits { get; private init; }

    /// <summary>Units that sent in time.</summary>
    public int OnTimeUnits { get; private init; }

    /// <summary>Units that sent in time by an extension.</summary>
    public int OnTimeByExtensionUnits { get; private init; }

    /// <summary>Units that sent after the deadline while an extension asked for in time was not answered; neither in time nor late.</summary>
    public int AwaitingExtensionUnits { get; private init; }

    /// <summary>Units that sent late.</summary>
    public int LateUnits { get; private init; }

    /// <summary>Units that have not sent although their deadline has passed.</summary>
    public int OverdueUnits { get; private init; }

    /// <summary>Units whose supplement is overdue.</summary>
    public int SupplementOverdueUnits { get; private init; }

    /// <summary>Unit-items by bucket; together they are all unit-items.</summary>
    public Tally Items { get; private init; }

    /// <summary>Unit-items that were sent.</summary>
    public int SentItems { get; private init; }

    /// <summary>Units that have not sent.</summary>
    public int UnsentUnits => Units - SentUnits;

    /// <summary>Đã gửi, 0 to 1, over unit-items.</summary>
    public double SentRate => Rate(SentItems, Items.Total);

    /// <summary>Đã tiếp nhận, 0 to 1, over unit-items.</summary>
    public double AcceptedRate => Rate(Items.Accepted, Items.Total);

    /// <summary>Đã gửi, 0 to 1, over units.</summary>
    public double SentUnitRate => Rate(SentUnits, Units);

    /// <summary>Đã tiếp nhận, 0 to 1, over units.</summary>
    public double AcceptedUnitRate => Rate(AcceptedUnits, Units);

    /// <summary>Counts the rows.</summary>
    public static BoardCounts Of(IReadOnlyList<UnitRow> rows) => new()
    {
        Units = rows.Count,
        SentUnits = rows.Count(r => r.Report.Sent),
        AcceptedUnits = rows.Count(r => r.Accepted),
        ReturnedUnits = rows.Count(r => r.Report.Tally.Returned > 0 || r.Report.State == ItemState.Returned),
        OnTimeUnits = rows.Count(r => r.Report.Timeliness == Timeliness.OnTime),
        OnTimeByExtensionUnits = rows.Count(r => r.Report.Timeliness == Timeliness.OnTimeByExtension),
        AwaitingExtensionUnits = rows.Count(r => r.Report.Timeliness == Timeliness.AwaitingExtension),
        LateUnits = rows.Count(r => r.Report.Timeliness == Timeliness.Late),
        OverdueUnits = rows.Count(r => r.Due == DueState.Overdue),
        SupplementOverdueUnits = rows.Count(r => r.Due == DueState.SupplementOverdue),
        Items = rows.Aggregate(default(Tally), (t, r) => t + r.Report.Tally),
        SentItems = rows.Sum(r => r.Report.SentItems),
    };

    private static double Rate(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
