using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>One unit's report to one request. Its state is derived from its items (see Progress), never stored as a second truth.</summary>
public sealed partial class Submission
{
    private readonly List<ItemAnswer> answers = [];
    private readonly List<Package> packages = [];

    private Submission() { }

    /// <summary>Makes the report that a unit owes: all its items and the cover, not started.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="unitCode">Who reports.</param>
    /// <param name="groupCode">In which group of the letter.</param>
    /// <param name="order">Official order within the request.</param>
    /// <param name="formVersion">The form version it starts on.</param>
    /// <param name="itemCodes">The report items, in letter order.</param>
    /// <param name="at">When the request was issued, or amended.</param>
    /// <param name="dueAt">Its own deadline, where it is asked only since an amendment; null for the request's.</param>
    public Submission(int requestId, string unitCode, string groupCode, int order, int formVersion, IEnumerable<string> itemCodes, DateTimeOffset at, DateTimeOffset? dueAt = null)
    {
        (RequestId, UnitCode, GroupCode, Order, FormVersion, DueAt) = (requestId, unitCode, groupCode, order, formVersion, dueAt);
        answers.AddRange(itemCodes.Append(ItemAnswer.Cover).Select((code, k) => new ItemAnswer(code, k + 1, formVersion, at)));
    }

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>Which request.</summary>
    public int RequestId { get; private set; }

    /// <summary>Which request.</summary>
    public ReportingRequest Request { get; private set; } = null!;

    /// <summary>Who reports.</summary>
    public string UnitCode { get; private set; } = "";

    /// <summary>In which group of the letter.</summary>
    public string GroupCode { get; private set; } = "";

    /// <summary>Official order within the request.</summary>
    public int Order { get; private set; }

    /// <summary>The form version it was brought to last; each item knows its own, an amendment leaves what was sent where it is.</summary>
    public int FormVersion { get; private set; }

    /// <summary>Its own deadline, where an amendment gave it one; null for the request's.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Judged at the first sending and fixed.</summary>
    public Timeliness Timeliness { get; private set; }

    /// <summary>When it was first sent.</summary>
    public DateTimeOffset? FirstSentAt { get; private set; }

    /// <summary>Why late, once.</summary>
    public string? LateExplanation { get; private set; }

    /// <summary>The extension that was granted.</summary>
    public DateTimeOffset? ExtendedTo { get; private set; }

    /// <summary>Counts up with every verb on a package.</summary>
    public int Version { get; private set; }

    /// <summary>The items in letter order, and the cover.</summary>
    public IReadOnlyList<ItemAnswer> Answers => answers;

    /// <summary>All packages that ever travelled.</summary>
    public IReadOnlyList<Package> Packages => packages;

    /// <summary>The report items, without the cover and without what an amendment took away.</summary>
    public IEnumerable<ItemAnswer> Items => answers.Where(a => !a.IsCover && a.State != ItemState.Cancelled).OrderBy(a => a.Order);

    /// <summary>The cover.</summary>
    public ItemAnswer Cover => answers.First(a => a.IsCover);

    /// <summary>The package under way, if one is.</summary>
    public Package? UnderWay => packages.Find(p => p.State is PackageState.WithHead or PackageState.Approved);

    /// <summary>One item by its code, or null.</summary>
    public ItemAnswer? Find(string itemCode) => answers.Find(a => a.ItemCode == itemCode);

    /// <summary>The items of a package that has not been dissolved.</summary>
    public IEnumerable<ItemAnswer> ItemsOf(Package package) => answers.Where(a => a.PackageNumber == package.Number && (a.State is ItemState.WithHead or ItemState.Approved));

    /// <summary>Records that the unit has been asked, once, when the request is issued.</summary>
    public void Issued(Act act) => act.Record(EventVerb.Issued, this);

    /// <summary>The working copies, as rules read them.</summary>
    public AnswerSheet Sheet() => new(
        answers.SelectMany(a => a.Values.Select(v => (a.ItemCode, v.Path, v.Value))),
        answers.ToDictionary(a => a.ItemCode, a => a.Links.Count),
        new Dictionary<(string, string), int> { [(ItemAnswer.Cover, ItemAnswer.SignedScan)] = Cover.Links.Count });
}
