using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Database.Mapping;
using Portal.Domain;
using Portal.Domain.Calendar;
using Portal.Domain.Consolidation;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Drafting;
using Portal.Domain.Search;
using Portal.Domain.Submissions;

namespace Portal.Database;

/// <summary>The database, one model for two engines. Opened for one operation, never injected: ask <see cref="IDbContextFactory{TContext}"/>.</summary>
public abstract class PortalDb(DbContextOptions options) : IdentityUserContext<Account, int>(options)
{
    /// <summary>Units, also those without a report.</summary>
    public DbSet<Unit> Units => Set<Unit>();

    /// <summary>Units that letters name together.</summary>
    public DbSet<UnitGroup> UnitGroups => Set<UnitGroup>();

    /// <summary>What happened to units.</summary>
    public DbSet<UnitChange> UnitChanges => Set<UnitChange>();

    /// <summary>People and their roles.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Role assignments, ended ones too.</summary>
    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    /// <summary>Requests.</summary>
    public DbSet<ReportingRequest> Requests => Set<ReportingRequest>();

    /// <summary>Their forms.</summary>
    public DbSet<FormVersion> FormVersions => Set<FormVersion>();

    /// <summary>What is being written of requests.</summary>
    public DbSet<RequestDraft> Drafts => Set<RequestDraft>();

    /// <summary>Requests kept to begin others with.</summary>
    public DbSet<RequestTemplate> RequestTemplates => Set<RequestTemplate>();

    /// <summary>Units' reports.</summary>
    public DbSet<Submission> Submissions => Set<Submission>();

    /// <summary>Items and covers.</summary>
    public DbSet<ItemAnswer> Answers => Set<ItemAnswer>();

    /// <summary>Working copies.</summary>
    public DbSet<FieldValue> Values => Set<FieldValue>();

    /// <summary>What amended forms left without a field.</summary>
    public DbSet<OldValue> OldValues => Set<OldValue>();

    /// <summary>Units' drafts that are set aside while paper is entered for them.</summary>
    public DbSet<SetAsideDraft> SetAsideDrafts => Set<SetAsideDraft>();

    /// <summary>What was sent.</summary>
    public DbSet<AnswerVersion> Versions => Set<AnswerVersion>();

    /// <summary>What was said about items.</summary>
    public DbSet<Comment> Comments => Set<Comment>();

    /// <summary>Packages.</summary>
    public DbSet<Package> Packages => Set<Package>();

    /// <summary>What the heads were shown.</summary>
    public DbSet<PackageItem> PackageItems => Set<PackageItem>();

    /// <summary>Who acts in a head's place, ended ones too.</summary>
    public DbSet<Delegation> Delegations => Set<Delegation>();

    /// <summary>Documents.</summary>
    public DbSet<EvidenceDocument> Documents => Set<EvidenceDocument>();

    /// <summary>Documents on items.</summary>
    public DbSet<EvidenceLink> Links => Set<EvidenceLink>();

    /// <summary>What happened.</summary>
    public DbSet<SubmissionEvent> Events => Set<SubmissionEvent>();

    /// <summary>Inboxes.</summary>
    public DbSet<Notice> Notices => Set<Notice>();

    /// <summary>Notices that go by e-mail as well.</summary>
    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    /// <summary>What each person wants to have by e-mail.</summary>
    public DbSet<MailWishes> MailWishes => Set<MailWishes>();

    /// <summary>Who was urged when.</summary>
    public DbSet<Urging> Urgings => Set<Urging>();

    /// <summary>When units are reminded; a request without a row has the usual schedule.</summary>
    public DbSet<ReminderSchedule> ReminderSchedules => Set<ReminderSchedule>();

    /// <summary>Who came and who was turned away.</summary>
    public DbSet<AccessRecord> AccessRecords => Set<AccessRecord>();

    /// <summary>The ends of the chains.</summary>
    public DbSet<ChainHead> ChainHeads => Set<ChainHead>();

    /// <summary>Days that are not what their weekday says.</summary>
    public DbSet<Holiday> Holidays => Set<Holiday>();

    /// <summary>What coordinating units usually ask supplements for.</summary>
    public DbSet<UsualReason> UsualReasons => Set<UsualReason>();

    /// <summary>The words of what can be found.</summary>
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    /// <summary>Consolidated reports while they are composed.</summary>
    public DbSet<ConsolidatedReport> Reports => Set<ConsolidatedReport>();

    /// <summary>Their blocks.</summary>
    public DbSet<ReportBlock> ReportBlocks => Set<ReportBlock>();

    /// <summary>Consolidated reports as they were put before a leader.</summary>
    public DbSet<ReportVersion> ReportVersions => Set<ReportVersion>();

    /// <summary>What leaders say of blocks.</summary>
    public DbSet<ReportRemark> ReportRemarks => Set<ReportRemark>();

    /// <summary>When reports were sent up.</summary>
    public DbSet<ReportSending> ReportSendings => Set<ReportSending>();

    /// <summary>Settings that the portal keeps for itself.</summary>
    public DbSet<Setting> Settings => Set<Setting>();

    /// <summary>Locks and reads the end of a chain, so that numbers follow commit order.</summary>
    /// <param name="name">Which chain.</param>
    public abstract Task<ChainHead> LockChainAsync(string name);

    /// <summary>Locks a report's items, so that nothing is saved into them after they were read.</summary>
    public abstract Task LockSubmissionAsync(int submissionId);

    /// <summary>Locks the items of every report of a request: whoever changes one of them is waited for, who comes later sees what is written here.</summary>
    public abstract Task LockRequestAsync(int requestId);

    /// <summary>From here until the context is disposed, all reads see the database as it was at the first of them. Holds up no writer.</summary>
    public abstract Task BeginSnapshotAsync();

    /// <summary>The entries in which all words stand, by the engine's own full text; filter and join it before anything is read.</summary>
    /// <param name="terms">What is searched for.</param>
    public abstract IQueryable<SearchMatch> Matches(SearchTerms terms);

    /// <summary>Takes the whole database away, events too. Only for a demonstration that nobody uses.</summary>
    public abstract Task EmptyAsync();

    /// <summary>Saves; what the database refuses for an expected cause comes back as a problem.</summary>
    public async Task<Problem?> TrySaveAsync()
    {
        try
        {
            await SaveChangesAsync(CancellationToken.None);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale(nameof(Problems.StalePage));
        }
        catch (DbUpdateException e) when (e.InnerException is SqliteException { SqliteErrorCode: 19, SqliteExtendedErrorCode: 1555 or 2067 } or PostgresException { SqlState: "23505" })
        {
            return Problem.Stale(nameof(Problems.StalePage));
        }
        catch (Exception e) when (WhyUnavailable(e) is { } problem)
        {
            return problem;
        }
    }

    /// <summary>The database cannot write right now (busy, full, read-only, gone): the refusal that says so; null for anything else.</summary>
    public static Problem? WhyUnavailable(Exception e) => (e is DbUpdateException { InnerException: { } inner } ? inner : e) switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } => Problem.Of(ProblemKind.Unavailable, nameof(Problems.DatabaseBusy)),
        SqliteException { SqliteErrorCode: 8 or 10 or 13 or 14 } => Problem.Of(ProblemKind.Unavailable, nameof(Problems.DatabaseReadOnly)),
        NpgsqlException { IsTransient: true } => Problem.Of(ProblemKind.Unavailable, nameof(Problems.DatabaseBusy)),
        _ => null,
    };

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().HasIndex(a => a.PersonId).IsUnique();
        builder.Entity<Account>().HasOne<Person>().WithOne().HasForeignKey<Account>(a => a.PersonId);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.ForPortal();
}

/// <summary>The end of a chain: the last number and hash. Locked while something is appended.</summary>
public sealed class ChainHead
{
    /// <summary>The chain of events.</summary>
    public const string Events = "event";

    /// <summary>The chain of access records.</summary>
    public const string Access = "access";

    /// <summary>Which chain.</summary>
    public string Name { get; set; } = "";

    /// <summary>Last number.</summary>
    public long Number { get; set; }

    /// <summary>Last hash.</summary>
    public string Hash { get; set; } = SubmissionEvent.Genesis;

    /// <summary>The segment of the last record, where the chain has segments.</summary>
    public string Segment { get; set; } = "";
}

/// <summary>Something that the portal keeps for itself, such as the demonstration's clock.</summary>
public sealed class Setting
{
    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its value, as invariant text.</summary>
    public string Value { get; set; } = "";
}
