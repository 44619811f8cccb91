using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.People;

namespace Portal.Database.Mapping;

// The words themselves are indexed by the engines: SearchWords (FTS5) on SQLite, two tsvector columns on PostgreSQL; the migrations make both.
internal sealed class SearchTable : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> b)
    {
        b.ToTable("SearchEntries");
        b.HasOne(e => e.Version).WithMany().HasForeignKey(e => e.VersionId);
        b.HasOne(e => e.Person).WithMany().HasForeignKey(e => e.PersonId);
        b.HasOne<Unit>().WithMany().HasForeignKey(e => e.UnitCode);
        b.HasIndex(e => e.DocumentId);
    }
}
