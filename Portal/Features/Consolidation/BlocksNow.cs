using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Shared.Fields;

namespace Portal.Features.Consolidation;

/// <summary>The blocks as they stand: how an open page learns what colleagues typed.</summary>
public sealed class BlocksNow(Reader reader, PortalClock clock)
{
    /// <summary>Reads what changed.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="since">The moment of the last reading, in milliseconds since 1970; 0 for everything.</param>
    public Task<Outcome<FormNow>> RunAsync(string requestCode, long since) => reader.RunAsync<FormNow>(nameof(BlocksNow), requestCode, async (db, actor) =>
    {
        var opened = await ReportDesk.RequestAsync(db, actor, requestCode, RequestPermission.Compose);
        if (opened.Problem is { } refusal)
        {
            return refusal;
        }

        var (now, requestId) = (clock.Now, opened.Value!.Id);
        var from = FormNow.From(since, now);
        var blocks = await db.ReportBlocks.Where(b => b.RequestId == requestId && b.ChangedAt >= from).ToListAsync();
        var names = await NamesAsync(db, blocks);
        return new FormNow(now.ToUnixTimeMilliseconds(), [.. blocks.Select(b => Of(b, names, actor.PersonId, now))]);
    });

    /// <summary>Who changed them last, by key.</summary>
    internal static Task<Dictionary<int, string>> NamesAsync(PortalDb db, IEnumerable<ReportBlock> blocks)
    {
        var people = blocks.Select(b => b.ChangedBy).Distinct().ToList();
        return db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
    }

    /// <summary>Writes a block out.</summary>
    internal static FieldNow Of(ReportBlock block, IReadOnlyDictionary<int, string> names, int me, DateTimeOffset now) =>
        FieldNow.Of($"{block.Id}", block.Version, block.Text, block.Text, names.GetValueOrDefault(block.ChangedBy, ""), block.ChangedBy == me, block.ChangedAt, now);
}
