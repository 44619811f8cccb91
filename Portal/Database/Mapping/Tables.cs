using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Drafting;
using Portal.Domain.Submissions;

namespace Portal.Database.Mapping;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> b)
    {
        b.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitCode);
        b.HasMany(p => p.Roles).WithOne().HasForeignKey(r => r.PersonId);
    }
}

internal sealed class RoleAssignmentTable : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> b)
    {
        b.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitCode);
        b.HasIndex(r => new { r.UnitCode, r.Role });
    }
}

internal sealed class RequestTable : IEntityTypeConfiguration<ReportingRequest>
{
    public void Configure(EntityTypeBuilder<ReportingRequest> b)
    {
        b.HasIndex(r => r.Code).IsUnique();
        b.Property(r => r.Version).IsConcurrencyToken();
        b.HasOne<Unit>().WithMany().HasForeignKey(r => r.CoordinatingUnitCode);
    }
}

internal sealed class FormVersionTable : IEntityTypeConfiguration<FormVersion>
{
    public void Configure(EntityTypeBuilder<FormVersion> b) => b.HasIndex(f => new { f.RequestId, f.Number }).IsUnique();
}

internal sealed class RequestDraftTable : IEntityTypeConfiguration<RequestDraft>
{
    public void Configure(EntityTypeBuilder<RequestDraft> b)
    {
        b.HasKey(d => d.RequestId);
        b.Property(d => d.Version).IsConcurrencyToken();
        b.HasOne(d => d.Request).WithOne().HasForeignKey<RequestDraft>(d => d.RequestId);
    }
}

internal sealed class RequestTemplateTable : IEntityTypeConfiguration<RequestTemplate>
{
    public void Configure(EntityTypeBuilder<RequestTemplate> b)
    {
        b.HasIndex(t => new { t.UnitCode, t.Name }).IsUnique();
        b.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitCode);
    }
}

internal sealed class SubmissionTable : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> b)
    {
        b.HasIndex(s => new { s.RequestId, s.UnitCode }).IsUnique();
        b.Property(s => s.Version).IsConcurrencyToken();
        b.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitCode);
        b.HasMany(s => s.Answers).WithOne().HasForeignKey(a => a.SubmissionId);
        b.HasMany(s => s.Packages).WithOne().HasForeignKey(p => p.SubmissionId);
        b.Ignore(s => s.Items).Ignore(s => s.Cover).Ignore(s => s.OpenItems).Ignore(s => s.UnderWay).Ignore(s => s.PendingExtension).Ignore(s => s.LastSent)
            .Ignore(s => s.EntryItems).Ignore(s => s.EnteringBy).Ignore(s => s.Unconfirmed);
    }
}

internal sealed class AnswerTable : IEntityTypeConfiguration<ItemAnswer>
{
    public void Configure(EntityTypeBuilder<ItemAnswer> b)
    {
        b.HasIndex(a => new { a.SubmissionId, a.ItemCode }).IsUnique();
        b.HasIndex(a => a.State);
        b.Property(a => a.Version).IsConcurrencyToken();
        b.HasMany(a => a.Values).WithOne().HasForeignKey(v => v.ItemAnswerId);
        b.HasMany(a => a.Links).WithOne().HasForeignKey(l => l.ItemAnswerId);
        b.HasMany(a => a.Versions).WithOne().HasForeignKey(v => v.ItemAnswerId);
        b.HasMany(a => a.Comments).WithOne().HasForeignKey(c => c.ItemAnswerId);
        b.HasMany(a => a.OldValues).WithOne().HasForeignKey(v => v.ItemAnswerId);
        b.Property(a => a.FormVersion).HasDefaultValue(1); // rows from before a form could be amended
        b.Ignore(a => a.CurrentVersion).Ignore(a => a.OwedBy);
    }
}

internal sealed class ValueTable : IEntityTypeConfiguration<FieldValue>
{
    public void Configure(EntityTypeBuilder<FieldValue> b)
    {
        b.HasKey(v => new { v.ItemAnswerId, v.Path });
        b.Property(v => v.Path).HasMaxLength(200);
        b.Property(v => v.Version).IsConcurrencyToken();
    }
}

internal sealed class OldValueTable : IEntityTypeConfiguration<OldValue>
{
    public void Configure(EntityTypeBuilder<OldValue> b) => b.Property(v => v.Path).HasMaxLength(200);
}

internal sealed class VersionTable : IEntityTypeConfiguration<AnswerVersion>
{
    public void Configure(EntityTypeBuilder<AnswerVersion> b)
    {
        b.HasIndex(v => new { v.ItemAnswerId, v.Number }).IsUnique();
        b.Property(v => v.FormVersion).HasDefaultValue(1);
        b.Ignore(v => v.Content);
    }
}

internal sealed class CommentTable : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> b)
    {
        b.HasIndex(c => c.ResolvedAt);
        b.Ignore(c => c.IsOpen);
    }
}

internal sealed class PackageTable : IEntityTypeConfiguration<Package>
{
    public void Configure(EntityTypeBuilder<Package> b) => b.HasIndex(p => new { p.SubmissionId, p.Number }).IsUnique();
}

internal sealed class DocumentTable : IEntityTypeConfiguration<EvidenceDocument>
{
    public void Configure(EntityTypeBuilder<EvidenceDocument> b)
    {
        b.HasOne<Submission>().WithMany().HasForeignKey(d => d.SubmissionId);
        b.Property(d => d.Version).IsConcurrencyToken();
        b.HasIndex(d => d.Sha256);
        b.Ignore(d => d.Description);
        b.Property(d => d.Proposal).HasConversion(p => JsonSerializer.Serialize(p, JsonSerializerOptions.Default), text => JsonSerializer.Deserialize<DocumentProposal>(text, JsonSerializerOptions.Default));
    }
}

internal sealed class LinkTable : IEntityTypeConfiguration<EvidenceLink>
{
    public void Configure(EntityTypeBuilder<EvidenceLink> b)
    {
        b.HasIndex(l => new { l.ItemAnswerId, l.DocumentId }).IsUnique();
        b.HasOne(l => l.Document).WithMany().HasForeignKey(l => l.DocumentId);
    }
}

internal sealed class EventTable : IEntityTypeConfiguration<SubmissionEvent>
{
    public void Configure(EntityTypeBuilder<SubmissionEvent> b)
    {
        b.HasKey(e => e.Number);
        b.Property(e => e.Number).ValueGeneratedNever();
        b.HasIndex(e => e.CommandId);
        b.HasIndex(e => new { e.SubmissionId, e.Number });
        b.HasIndex(e => new { e.RequestId, e.Number });
        b.HasOne(e => e.Reason).WithOne().HasForeignKey<EventReason>(r => r.EventNumber);
    }
}

internal sealed class EventReasonTable : IEntityTypeConfiguration<EventReason>
{
    public void Configure(EntityTypeBuilder<EventReason> b) => b.HasKey(r => r.EventNumber);
}

internal sealed class NoticeTableMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> b) => b.HasIndex(n => new { n.PersonId, n.ReadAt });
}

internal sealed class AccessRecordTable : IEntityTypeConfiguration<AccessRecord>
{
    public void Configure(EntityTypeBuilder<AccessRecord> b)
    {
        b.HasKey(r => r.Number);
        b.Property(r => r.Number).ValueGeneratedNever();
        b.HasIndex(r => r.Segment);
    }
}

internal sealed class ChainHeadTable : IEntityTypeConfiguration<ChainHead>
{
    public void Configure(EntityTypeBuilder<ChainHead> b)
    {
        b.HasKey(h => h.Name);
        b.HasData(new ChainHead { Name = ChainHead.Events }, new ChainHead { Name = ChainHead.Access });
    }
}

internal sealed class SettingTable : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> b) => b.HasKey(s => s.Name);
}
