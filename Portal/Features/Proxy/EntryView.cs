using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Shared;
using Portal.Shared.Fields;

namespace Portal.Features.Proxy;

/// <summary>One item that waits for the unit, or is being entered.</summary>
/// <param name="Title">The item's title; null for the cover.</param>
/// <param name="Missing">How much it lacks; null for who does not enter it.</param>
public sealed record EntryItem(string Code, string? Title, ItemState State, int? Missing);

/// <summary>A report that a coordinator enters, or may enter, from paper.</summary>
public sealed record EntryContent(ReportKey Report, int SubmissionId, string UnitName, string RequestTitle, Deadline Deadline, DateTimeOffset Now)
{
    /// <summary>The entry that is open; null when none is.</summary>
    public EntryUnderWay? Entry { get; init; }

    /// <summary>The reader is who enters.</summary>
    public bool Mine { get; init; }

    /// <summary>Why no entry can begin now.</summary>
    public string? WhyNot { get; init; }

    /// <summary>What is being entered, or would be.</summary>
    public required IReadOnlyList<EntryItem> Items { get; init; }

    /// <summary>What keeps it from being sent, for who enters.</summary>
    public IReadOnlyList<ErrorLine> Blocking { get; init; } = [];

    /// <summary>Where the scan is to be put: the cover, or the first item where the cover does not travel; null once there is one.</summary>
    public string? ScanAt { get; init; }

    /// <summary>In time or late is decided already by an earlier sending.</summary>
    public bool SentBefore { get; init; }

    /// <summary>The last package that was entered for the unit.</summary>
    public int? LastEntered { get; init; }

    /// <summary>It waits for the unit's head to confirm.</summary>
    public bool Unconfirmed { get; init; }
}

/// <summary>The entry of a paper report, for the coordinators of the request. What is entered is read only by who enters it.</summary>
public sealed class EntryView(Reader reader, FormCatalog forms, PortalClock clock)
{
    /// <summary>Reads it.</summary>
    public Task<Outcome<EntryContent>> RunAsync(ReportKey report) =>
        reader.RunAsync<EntryContent>(nameof(EntryView), report, Permission.Enter, async (db, actor, id) =>
        {
            var s = await Gate.LoadAsync(db, id);
            var definition = await forms.OfAsync(s);
            var titles = definition.Items.ToDictionary(i => i.Code, i => i.Title);
            var entry = await db.EntryAsync(id);
            var mine = entry?.By == actor.PersonId;
            var items = entry is null ? [.. s.OpenItems.OrderBy(i => i.Order)] : s.EntryItems;
            var blocking = mine ? s.EntryBlocking(definition.Template) : [];
            return new EntryContent(report, id, await db.Units.Where(u => u.Code == s.UnitCode).Select(u => u.Name).SingleAsync(), s.Request.Title, s.EffectiveDeadline, clock.Now)
            {
                Entry = entry,
                Mine = mine,
                WhyNot = entry is null ? s.WhyNotEnter(actor)?.Text : null,
                Items = [.. items.Select(i => new EntryItem(i.ItemCode, titles.GetValueOrDefault(i.ItemCode), i.State, mine ? blocking.Count(b => b.ItemCode == i.ItemCode) : null))],
                Blocking = [.. blocking.Select(b => new ErrorLine($"{(b.ItemCode == ItemAnswer.Cover ? ProxyText.CoverCode : b.ItemCode)}: {b.Message}", $"{Urls.Item(report, b.ItemCode)}#{FieldId.Of(b.Path)}"))],
                ScanAt = mine && !s.EntryScanned(entry!.Since) ? (items.FirstOrDefault(i => i.IsCover) ?? items[0]).ItemCode : null,
                SentBefore = s.FirstSentAt is not null,
                LastEntered = s.Packages.Where(p => p is { EnteredBy: not null, State: PackageState.Sent }).MaxBy(p => p.Number)?.Number,
                Unconfirmed = s.Unconfirmed.Count > 0,
            };
        });
}
