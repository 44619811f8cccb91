using Portal.Domain.Requests;

namespace Portal.Domain.Progress;

/// <summary>How far matters are resolved, by what units say in the versions that count. The second axis: never mixed with where reports stand.</summary>
/// <param name="Done">Đã giải quyết dứt điểm.</param>
/// <param name="Doing">Đang giải quyết.</param>
/// <param name="Not">Chưa giải quyết.</param>
/// <param name="Nothing">Không phát sinh.</param>
public readonly record struct Resolutions(int Done, int Doing, int Not, int Nothing)
{
    /// <summary>All that were sent and say it.</summary>
    public int Total => Done + Doing + Not + Nothing;

    /// <summary>Counts the items that were sent.</summary>
    public static Resolutions Count(IEnumerable<ItemProgress> items) => items.Where(i => i is { Counted: true, SentBefore: true }).Aggregate(default(Resolutions), (r, i) => i.Resolution switch
    {
        ItemForm.Done => r with { Done = r.Done + 1 },
        ItemForm.Doing => r with { Doing = r.Doing + 1 },
        ItemForm.NotResolved => r with { Not = r.Not + 1 },
        ItemForm.NothingToReport => r with { Nothing = r.Nothing + 1 },
        _ => r,
    });

    /// <summary>Both together.</summary>
    public static Resolutions operator +(Resolutions a, Resolutions b) => new(a.Done + b.Done, a.Doing + b.Doing, a.Not + b.Not, a.Nothing + b.Nothing);
}
