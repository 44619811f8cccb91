using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>One item of one unit's report, or its cover: the working copy, its documents, its versions and where it stands.</summary>
public sealed partial class ItemAnswer
{
    /// <summary>The item code of the cover: it moves like an item and is never counted.</summary>
    public const string Cover = ItemForm.CoverCode;

    /// <summary>The file field of the cover that holds the signed and stamped report.</summary>
    public const string SignedScan = "banBaoCaoDaKy";

    /// <summary>The fields of the cover that stay open after the sign-off (workflow §2).</summary>
    public static readonly IReadOnlySet<string> CoverFieldsOpenWhenApproved = new HashSet<string> { "soKyHieuBaoCao", "ngayBaoCao", "nguoiKy", SignedScan };


    private readonly List<FieldValue> values = [];
    private readonly List<EvidenceLink> links = [];
    private readonly List<AnswerVersion> versions = [];
    private readonly List<Comment> comments = [];

    private ItemAnswer() { }

    internal ItemAnswer(string itemCode, int order, int formVersion, DateTimeOffset at, DateTimeOffset? dueAt = null) => (ItemCode, Order, FormVersion, StateSince, DueAt) = (itemCode, order, formVersion, at, dueAt);

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>Whose report.</summary>
    public int SubmissionId { get; private set; }

    /// <summary>Which item; <see cref="Cover"/> for the cover.</summary>
    public string ItemCode { get; private set; } = "";

    /// <summary>Letter order within the report; the cover last.</summary>
    public int Order { get; private set; }

    /// <summary>Where it stands.</summary>
    public ItemState State { get; private set; }

    /// <summary>A version exists that was not withdrawn.</summary>
    public bool SentBefore { get; private set; }

    /// <summary>Counts up with every verb; a stale page is told by it.</summary>
    public int Version { get; private set; }

    /// <summary>Since when it stands there.</summary>
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>Who brought it there.</summary>
    public int? StateBy { get; private set; }

    /// <summary>The package in which it travels or travelled last.</summary>
    public int? PackageNumber { get; private set; }

    /// <summary>Why it was sent back or returned; null when neither holds.</summary>
    public string? Reason { get; private set; }

    /// <summary>Until when the supplement is asked for, while Returned.</summary>
    public DateTimeOffset? SupplementDue { get; private set; }

    /// <summary>What the last supplement was asked for; when a package that answered it is taken back, it is asked for again.</summary>
    public string? AskedReason { get; private set; }

    /// <summary>Until when that was.</summary>
    public DateTimeOffset? AskedDue { get; private set; }

    /// <summary>When the working copy was saved last.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>By whom.</summary>
    public int? SavedBy { get; private set; }

    /// <summary>Who of the unit has it in hand; null while it is not given to anybody.</summary>
    public int? AssigneeId { get; private set; }

    /// <summary>The working copy.</summary>
    public IReadOnlyList<FieldValue> Values => values;

    /// <summary>Its documents.</summary>
    public IReadOnlyList<EvidenceLink> Links => links;

    /// <summary>All that was ever sent.</summary>
    public IReadOnlyList<AnswerVersion> Versions => versions;

    /// <summary>What was said about it, between the unit and those who review.</summary>
    public IReadOnlyList<Comment> Comments => comments;

    /// <summary>The version that reviewers read; null before the first sending.</summary>
    public AnswerVersion? CurrentVersion => versions.Where(v => v.WithdrawnAt is null).MaxBy(v => v.Number);

    /// <summary>How far the unit says the matter is resolved, in the version that counts; kept beside it, so that boards need not open versions.</summary>
    public string? SentResolution { get; private set; }

    /// <summary>How many documents the version that counts has.</summary>
    public int SentDocuments { get; private set; }

    /// <summary>True for the cover.</summary>
    public bool IsCover => ItemCode == Cover;

    /// <summary>The unit may edit it in this state.</summary>
    public bool Editable => IsEditable(State);

    /// <summary>The unit may edit an item in that state.</summary>
    public static bool IsEditable(ItemState state) => state is ItemState.NotStarted or ItemState.Drafting or ItemState.SentBack or ItemState.Returned;

    /// <summary>May this field be edited now? Null, or why not, by whom locked and what would open it.</summary>
    public Problem? MayEdit(string path) => State switch
    {
        _ when Editable => null,
        ItemState.Approved when IsCover && CoverFieldsOpenWhenApproved.Contains(path) => null,
        ItemState.WithHead => Problem.State(nameof(Problems.LockedWithHead)),
        ItemState.Approved => Problem.State(nameof(Problems.LockedApproved)),
        ItemState.Sent or ItemState.Resent => Problem.State(nameof(Problems.LockedSent)),
        ItemState.Cancelled => Problem.State(nameof(Problems.ItemCancelled)),
        _ => Problem.State(nameof(Problems.LockedAccepted)),
    };

    /// <summary>Puts a document on the item.</summary>
    /// <param name="submission">Whose item.</param>
    /// <param name="act">Who and when.</param>
    /// <param name="document">The document.</param>
    /// <param name="maxFiles">How many the item takes.</param>
    /// <param name="confirmed">What the person was asked about the file and confirmed, for the history; or null.</param>
    public Problem? Attach(Submission submission, Act act, EvidenceDocument document, int maxFiles, string? confirmed = null)
    {
        if ((NotInHand(submission, act.Actor) ?? MayEdit(SignedScan)) is { } locked)
        {
            return locked;
        }

        if (links.Any(l => l.Document == document || (l.DocumentId != 0 && l.DocumentId == document.Id)))
        {
            return null;
        }

        if (links.Count >= maxFiles)
        {
            return Problem.Invalid(nameof(Problems.TooManyDocuments), maxFiles);
        }

        links.Add(new EvidenceLink(document));
        (SavedAt, SavedBy) = (act.At, act.Actor.PersonId);
        StartDraft(submission, act);
        act.Record(EventVerb.DocumentAttached, submission, this, hash: document.Sha256, reason: confirmed, documentId: document.Id == 0 ? null : document.Id);
        return null;
    }

    /// <summary>Takes a document off the item. What a reviewer has decided stays where it is.</summary>
    public Problem? Unlink(Submission submission, Act act, int documentId)
    {
        if ((NotInHand(submission, act.Actor) ?? MayEdit(SignedScan)) is { } locked)
        {
            return locked;
        }

        var link = links.Find(l => l.DocumentId == documentId);
        if (link is null)
        {
            return null;
        }

        if (link.Decision != LinkDecision.Undecided)
        {
            return Problem.State(nameof(Problems.DocumentDecided));
        }

        links.Remove(link);
        (SavedAt, SavedBy) = (act.At, act.Actor.PersonId);
        act.Record(EventVerb.DocumentUnlinked, submission, this, hash: link.Document.Sha256, documentId: documentId);
        return null;
    }

    /// <summary>Marks that its working copy was saved by a change of one of its documents.</summary>
    internal void Saved(Act act) => (SavedAt, SavedBy) = (act.At, act.Actor.PersonId);

    /// <summary>What it says to others: hidden fields are left out (<see cref="Conditions"/>).</summary>
    internal AnswerContent Content(ItemForm? form) => new(
        new SortedDictionary<string, string>(Shown(form).ToDictionary(), StringComparer.Ordinal),
        [.. links.Select(l => l.Document).OrderBy(d => d.Id).Select(d => new VersionDocument(d.Id, d.Sha256, d.FileName, d.Size, d.Description))]);

    private IEnumerable<KeyValuePair<string, string>> Shown(ItemForm? form)
    {
        var all = values.Where(v => v.Value is not null).ToDictionary(v => v.Path, v => v.Value!);
        return form is not null && Conditions.Any(form) ? Conditions.Shown(form, all) : all;
    }

    internal void Move(ItemState to, Act act, string? reason = null, DateTimeOffset? supplementDue = null, int? package = null)
    {
        (State, StateSince, StateBy, Version) = (to, act.At, act.Actor.PersonId, Version + 1);
        if (to is ItemState.Returned && reason is not null)
        {
            AskFor(reason, supplementDue);
        }

        Reason = reason ?? (to is ItemState.Returned ? AskedReason : null);
        SupplementDue = SentBefore && IsPreparing(to) ? AskedDue : null;
        PackageNumber = package ?? PackageNumber;
        Objected = Objected && IsPreparing(to);
        AnswerQuestion(to);
    }

    internal AnswerVersion AddVersion(string body, DateTimeOffset at)
    {
        var version = new AnswerVersion(versions.Count + 1, PackageNumber!.Value, FormVersion, body, at);
        versions.Add(version);
        Unconfirmed = false;
        Count();
        return version;
    }

    internal void Withdraw(Package package, Act act)
    {
        Unsend(package, act);
        Move(SentBefore ? ItemState.Returned : ItemState.Drafting, act);
    }

    /// <summary>What it said in that package no longer counts, wherever it stands.</summary>
    internal void Unsend(Package package, Act act)
    {
        foreach (var version in versions.Where(v => v.PackageNumber == package.Number))
        {
            version.Withdraw(act.At);
        }

        Count();
    }

    // What the version that counts says, as far as boards show it.
    private void Count()
    {
        var content = CurrentVersion?.Content;
        SentBefore = content is not null;
        SentResolution = content?.Values.GetValueOrDefault(ItemForm.StatusField);
        SentDocuments = content?.Documents.Count ?? 0;
    }

    internal Comment Say(string text, CommentSide side, Act act)
    {
        var comment = new Comment(text, side, act);
        comments.Add(comment);
        return comment;
    }

    internal void Give(int? personId) => AssigneeId = personId;

    /// <summary>Marks that something about the item was decided, so that a page which shows it as it was is told.</summary>
    internal void Touch() => Version++;

    private static bool IsPreparing(ItemState s) => s is ItemState.Drafting or ItemState.WithHead or ItemState.SentBack or ItemState.Approved or ItemState.Returned;

    private void StartDraft(Submission submission, Act act)
    {
        if (State == ItemState.NotStarted)
        {
            Move(ItemState.Drafting, act);
            act.Record(EventVerb.DraftStarted, submission, this, ItemState.NotStarted);
        }
    }
}
