using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Progress;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Shared.Fields;

namespace Portal.Features.Reports;

/// <summary>One item of a report as others may know it: its state, and what was sent of it.</summary>
/// <param name="Code">The item's code.</param>
/// <param name="Title">Its title; null for the cover.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Resolution">The code of how far it is resolved, of what was sent; of the working copy before, for the unit.</param>
/// <param name="Versions">All that was ever sent, in order.</param>
/// <param name="SentAt">When the last of them was sent.</param>
/// <param name="SupplementDue">Until when a supplement is asked for.</param>
/// <param name="Reason">Why it was returned; for the unit also why the head sent it back.</param>
public sealed record ReportItem(string Code, string? Title, ItemState State, string? Resolution, IReadOnlyList<SentVersion> Versions, DateTimeOffset? SentAt, DateTimeOffset? SupplementDue, string? Reason)
{
    /// <summary>The unit asks to open it again; told to who may read what unit and reviewer say to each other.</summary>
    public bool Asked { get; init; }
    /// <summary>What counts was entered for the unit from paper and is not confirmed.</summary>
    public bool Unconfirmed { get; init; }

    /// <summary>A coordinator is entering it from paper.</summary>
    public bool BeingEntered { get; init; }
}

/// <summary>One version that was sent, perhaps withdrawn since.</summary>
public sealed record SentVersion(int Number, DateTimeOffset SentAt, DateTimeOffset? WithdrawnAt);

/// <summary>One package: to others only once it was sent.</summary>
/// <param name="Judged">What its sending was judged to be; null where an earlier one counts.</param>
/// <param name="WithdrawnAt">When its sending was withdrawn.</param>
/// <param name="Withdrawable">The reader may withdraw it now.</param>
public sealed record ReportPackage(int Number, PackageState State, string SentUpBy, DateTimeOffset SentUpAt, DateTimeOffset? SentAt, string? ReceiptNumber, Timeliness? Judged, DateTimeOffset? WithdrawnAt, bool Withdrawable)
{
    /// <summary>Of a package entered for the unit: the time on the incoming stamp.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }
}

/// <summary>One sent version of an item, or two side by side.</summary>
/// <param name="Before">What it is compared with; null for one alone.</param>
/// <param name="All">All versions of the item.</param>
public sealed record VersionContent(string ItemCode, string? Title, SentVersion? Before, SentVersion After, IReadOnlyList<AnswerLine> Lines, IReadOnlyList<AnswerDocument> Documents, IReadOnlyList<SentVersion> All);

/// <summary>A unit's report for one reader.</summary>
public sealed record ReportContent(ReportKey Report, int SubmissionId, string UnitName, string RequestTitle)
{
    /// <summary>The reader works in the unit.</summary>
    public required bool Own { get; init; }

    /// <summary>The group of the letter in which the unit stands.</summary>
    public required string GroupCode { get; init; }

    /// <summary>The group's number and title.</summary>
    public required string GroupTitle { get; init; }

    /// <summary>The reader heads the unit.</summary>
    public required bool Heads { get; init; }

    /// <summary>The reader reviews it: each item leads to his desk.</summary>
    public bool Reviews { get; init; }

    /// <summary>The one word for the whole.</summary>
    public required ItemState State { get; init; }

    /// <summary>How many items are accepted.</summary>
    public required int Accepted { get; init; }

    /// <summary>In time or not.</summary>
    public required Timeliness Timeliness { get; init; }

    /// <summary>When it was first sent.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>Where that was entered for the unit: the time on the paper's incoming stamp, by which it is judged.</summary>
    public DateTimeOffset? FirstReceivedAt { get; init; }

    /// <summary>A coordinator is entering it from paper.</summary>
    public EntryUnderWay? Entry { get; init; }

    /// <summary>The reader may enter it from paper, or is doing so.</summary>
    public bool Enters { get; init; }

    /// <summary>Why late.</summary>
    public string? LateExplanation { get; init; }

    /// <summary>Until when it is in time.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>The deadline was moved for this unit.</summary>
    public required bool Extended { get; init; }

    /// <summary>The portal's time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Items in letter order, the cover last.</summary>
    public required IReadOnlyList<ReportItem> Items { get; init; }

    /// <summary>Packages, latest first.</summary>
    public required IReadOnlyList<ReportPackage> Packages { get; init; }

    /// <summary>History, latest first.</summary>
    public required IReadOnlyList<TrailEntry> Trail { get; init; }

    /// <summary>How many documents the reader may take out.</summary>
    public int Evidence { get; init; }

    /// <summary>How large they are together.</summary>
    public long EvidenceBytes { get; init; }

    /// <summary>What the address asks to see.</summary>
    public VersionContent? Open { get; init; }
}

/// <summary>A unit's report: states, what was sent, history. Drafts are the unit's own and are not read here by anyone else.</summary>
public sealed class ReportView(Reader reader, FormCatalog forms, PortalClock clock)
{
    /// <summary>Reads a report.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="itemCode">Of which item versions are shown; null for none.</param>
    /// <param name="versions">One number, or two to compare; empty for the last one beside the one before.</param>
    public Task<Outcome<ReportContent>> RunAsync(ReportKey report, string? itemCode, IReadOnlyList<int> versions) =>
        reader.RunAsync<ReportContent>(nameof(ReportView), report, Permission.See, async (db, actor, id) =>
        {
            var s = await Gate.LoadAsync(db, id);
            var definition = await forms.OfAsync(s);
            var own = actor.WorksIn(s.UnitCode);
            var sight = await DocumentSight.OfAsync(db, actor, id);
            var evidence = await db.EvidenceAsync(actor, id, null);
            var senders = s.Packages.Select(p => p.SentUpBy).ToList();
            var people = await db.People.Where(p => senders.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
            var facts = await Gate.ReviewFactsAsync(db, actor, id, s.UnitCode, s.Request.CoordinatingUnitCode, s.Request.IssuedAt ?? default);
            var entry = s.EnteringBy is null ? null : await db.EntryAsync(id);
            var enters = Gate.WhyNotNow(s.Request.State, Permission.Enter) is null && (entry is not null || s.WhyNotEnter(actor) is null)
                && Rights.Check(actor, Permission.Enter, await Gate.EnterFactsAsync(db, actor, s.UnitCode, s.Request.CoordinatingUnitCode, s.Request.IssuedAt ?? default)) is null;
            var states = s.Items.Select(i => (i.State, i.SentBefore)).ToList();
            return new ReportContent(report, id, await db.Units.Where(u => u.Code == s.UnitCode).Select(u => u.Name).SingleAsync(), s.Request.Title)
            {
                Own = own,
                GroupCode = s.GroupCode,
                GroupTitle = definition.Groups.First(g => g.Code == s.GroupCode) is var group ? $"{group.Order}. {group.Title}" : "",
                Heads = actor.Is(Role.Head, s.UnitCode),
                Reviews = Rights.Check(actor, Permission.Review, facts) is null,
                State = Buckets.Whole(states, (s.Cover.State, s.Cover.SentBefore)),
                Accepted = states.Count(i => i.State is ItemState.Accepted or ItemState.Included),
                Timeliness = s.Timeliness,
                FirstSentAt = s.FirstSentAt,
                FirstReceivedAt = s.Packages.FirstOrDefault(p => p.SentAt == s.FirstSentAt)?.ReceivedAt,
                Entry = entry,
                Enters = enters,
                LateExplanation = s.FirstSentAt is not null || own ? s.LateExplanation : null,
                Deadline = s.EffectiveDeadline,
                Extended = s.ExtendedTo is not null,
                Now = clock.Now,
                Items = [.. s.Items.Append(s.Cover).Select(i => Line(i, definition, own, sight.Draft) with { Asked = sight.Confidential && i.Question is not null })],
                Packages = [.. s.Packages.Where(p => own || p.SentAt is not null).OrderByDescending(p => p.Number)
                    .Select(p => new ReportPackage(p.Number, p.State, people.GetValueOrDefault(p.SentUpBy, ""), p.SentUpAt, p.SentAt, p.ReceiptNumber, p.Judged, p.WithdrawnAt,
                        p == s.LastSent && actor.Is(Role.Head, s.UnitCode) && s.WhyNotWithdrawable() is null) { ReceivedAt = p.ReceivedAt })],
                Trail = await db.TrailAsync(id, null, sight),
                Evidence = evidence.DistinctBy(e => e.DocumentId).Count(),
                EvidenceBytes = evidence.DistinctBy(e => e.DocumentId).Sum(e => e.Size),
                Open = itemCode is not null && s.Find(itemCode) is { } item ? await OpenAsync(s, item, versions, definition, sight, report) : null,
            };
        });

    private static ReportItem Line(ItemAnswer item, RequestDefinition definition, bool own, bool draft)
    {
        var current = item.CurrentVersion;
        var resolution = current is not null ? current.Content.Values.GetValueOrDefault(ItemForm.StatusField)
            : draft ? item.Values.FirstOrDefault(v => v.Path == ItemForm.StatusField)?.Value : null;
        return new(item.ItemCode, definition.Items.FirstOrDefault(i => i.Code == item.ItemCode)?.Title, item.State, resolution,
            All(item), current?.SentAt, item.OwedBy, own || item.State == ItemState.Returned ? item.Reason : null)
        {
            Unconfirmed = item.Unconfirmed,
            BeingEntered = item.EnteringBy is not null,
        };
    }

    private async Task<VersionContent?> OpenAsync(Submission submission, ItemAnswer item, IReadOnlyList<int> numbers, RequestDefinition definition, DocumentSight sight, ReportKey report)
    {
        // Any that was ever sent, also what was withdrawn; unless the address says which, the last that counts beside the one before.
        var all = item.Versions.OrderBy(v => v.Number).ToList();
        var chosen = numbers.Count > 0 ? all.Where(v => numbers.Contains(v.Number)).ToList() : all.Where(v => v.WithdrawnAt is null).TakeLast(2).ToList();
        if (chosen.Count == 0 || await forms.FormAsync(submission.RequestId, item.ItemCode, chosen[^1].FormVersion) is not { } form)
        {
            return null;
        }

        var (before, after) = (chosen.Count > 1 ? chosen[0] : null, chosen[^1]);
        var formBefore = before is null ? null : await forms.FormAsync(submission.RequestId, item.ItemCode, before.FormVersion);
        return new(item.ItemCode, definition.Items.FirstOrDefault(i => i.Code == item.ItemCode)?.Title, before is null ? null : Sent(before), Sent(after),
            AnswerLines.Of(form, before?.Content.Values, after.Content.Values, sight.Confidential, formBefore),
            AnswerDocument.Of(before?.Content, after.Content, sight.Restricts, sight.Confidential, d => Urls.Document(report, d)), All(item));
    }

    private static IReadOnlyList<SentVersion> All(ItemAnswer item) => [.. item.Versions.OrderBy(v => v.Number).Select(Sent)];

    private static SentVersion Sent(AnswerVersion v) => new(v.Number, v.SentAt, v.WithdrawnAt);
}
