using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;

namespace Portal.Platform.Commands;

/// <summary>Writes access records, each in a transaction of its own: a refusal is kept although the refused command is not.</summary>
public sealed class AccessLog(IDbContextFactory<PortalDb> dbs, PortalClock clock)
{
    /// <summary>Writes one record, or counts up the one it repeats within the minute.</summary>
    public async Task WriteAsync(AccessKind kind, int? personId, string surface, string? subject = null, string? code = null)
    {
        await using var db = dbs.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await AppendAsync(db, new AccessRecord(clock.Now, kind, personId, surface, subject, code));
        await db.SaveChangesAsync();
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Writes one record for each subject, all together.</summary>
    public async Task WriteAsync(AccessKind kind, int personId, string surface, IReadOnlyCollection<string> subjects)
    {
        await using var db = dbs.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var subject in subjects)
        {
            await AppendAsync(db, new AccessRecord(clock.Now, kind, personId, surface, subject, null));
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Appends a record within a command's own transaction: the act and its record are kept together or not at all.</summary>
    public static async Task AppendAsync(PortalDb db, AccessRecord record)
    {
        var (surface, personId, subject) = (record.Surface, record.PersonId, record.Subject);
        var head = await db.LockChainAsync(ChainHead.Access);
        var minute = record.At.AddMinutes(-1);
        var repeated = (await db.AccessRecords.Where(r => r.At > minute && r.Surface == surface && r.PersonId == personId && r.Subject == subject).ToListAsync()).Find(r => r.Repeats(record));
        if (repeated is not null)
        {
            repeated.Again();
        }
        else
        {
            record.Chain(head.Number + 1, head.Segment == record.Segment ? head.Hash : Domain.Submissions.SubmissionEvent.Genesis);
            (head.Number, head.Hash, head.Segment) = (record.Number, record.Hash, record.Segment);
            db.AccessRecords.Add(record);
        }
    }

    /// <summary>Writes the record of a refusal that is audited: what may not be seen, what may not be done.</summary>
    public async Task WriteAsync(Problem problem, int? personId, string surface, string? subject)
    {
        if (problem.Kind is ProblemKind.NotFound or ProblemKind.Refused or ProblemKind.State)
        {
            await WriteAsync(AccessKind.Refused, personId, surface, subject, problem.Code);
        }
    }
}
