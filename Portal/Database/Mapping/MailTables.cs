using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Database.Mapping;

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> b)
    {
        b.HasIndex(m => m.Key).IsUnique();
        b.HasIndex(m => new { m.SentAt, m.RefusedAt, m.DueAt });
        b.HasIndex(m => m.ClaimedBy);
        b.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        b.Property(m => m.Address).HasMaxLength(254);
    }
}

internal sealed class MailWishesTable : IEntityTypeConfiguration<MailWishes>
{
    public void Configure(EntityTypeBuilder<MailWishes> b)
    {
        b.HasKey(w => w.PersonId);
        b.HasOne<Person>().WithOne().HasForeignKey<MailWishes>(w => w.PersonId);
        b.Property(w => w.PersonId).ValueGeneratedNever();
        b.Property(w => w.Address).HasMaxLength(254);
    }
}

internal sealed class UrgingTable : IEntityTypeConfiguration<Urging>
{
    public void Configure(EntityTypeBuilder<Urging> b)
    {
        b.HasIndex(u => new { u.SubmissionId, u.Slot }).IsUnique(); // by hand there is no slot, and an empty one is never equal to another
        b.HasIndex(u => new { u.RequestId, u.At });
        b.HasOne<Submission>().WithMany().HasForeignKey(u => u.SubmissionId);
        b.Property(u => u.Slot).HasMaxLength(40);
    }
}

internal sealed class ReminderScheduleTable : IEntityTypeConfiguration<ReminderSchedule>
{
    public void Configure(EntityTypeBuilder<ReminderSchedule> b)
    {
        b.HasKey(s => s.RequestId);
        b.HasOne<ReportingRequest>().WithOne().HasForeignKey<ReminderSchedule>(s => s.RequestId);
        b.Property(s => s.RequestId).ValueGeneratedNever();
        b.Property(s => s.Hours).HasMaxLength(40);
        b.Property(s => s.Version).IsConcurrencyToken();
        b.Ignore(s => s.HoursBefore);
    }
}
