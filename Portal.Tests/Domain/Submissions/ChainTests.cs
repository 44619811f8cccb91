using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Submissions;

/// <summary>What happened stays: the chain of events, the versions, the package that the head was shown.</summary>
[Trait("Engine", "both")]
public sealed class ChainTests
{
    [Fact]
    public async Task Events_are_numbered_without_gaps_and_chained()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Resent);
        Assert.Equal([], await BrokenAsync(portal));
    }

    [Theory]
    [InlineData("\"ActorId\" = \"ActorId\" + 1")]
    [InlineData("\"At\" = \"At\" + 1")]
    [InlineData("\"To\" = 'Accepted'")]
    [InlineData("\"ContentHash\" = 'x'")]
    public async Task A_changed_row_is_found(string change)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Sent);
        await using (var db = portal.Open())
        {
            await WithoutGuardAsync(db, "UPDATE \"Events\" SET " + change + " WHERE \"Number\" = (SELECT MAX(\"Number\") - 3 FROM \"Events\")");
        }

        Assert.Single(await BrokenAsync(portal));
    }

    [Fact]
    public async Task A_missing_row_is_found()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Sent);
        await using (var db = portal.Open())
        {
            await WithoutGuardAsync(db, "DELETE FROM \"Events\" WHERE \"Number\" = (SELECT MAX(\"Number\") - 3 FROM \"Events\")");
        }

        Assert.NotEmpty(await BrokenAsync(portal));
    }

    [Theory]
    [InlineData("UPDATE \"Events\" SET \"ActorId\" = 1")]
    [InlineData("DELETE FROM \"Events\"")]
    [InlineData("UPDATE \"Versions\" SET \"Hash\" = 'x'")]
    [InlineData("DELETE FROM \"Versions\"")]
    public async Task The_database_itself_refuses_to_change_what_happened(string change)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Sent);
        var before = await portal.SnapshotAsync();
        await using (var db = portal.Open())
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(change));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }

        before.AssertSame(await portal.SnapshotAsync());
    }

    [Fact]
    public async Task The_head_signs_only_what_he_was_shown()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.WithHead);
        var shown = (await portal.ReadAsync("21046")).UnderWay!.Hash;
        await portal.SendBackAsync("21046");
        await portal.EditAsync("21046", "XA-01", "giaiPhap", "Tăng cường tuyên truyền.");
        await portal.SendUpAsync("21046");
        var problem = await portal.DoAsync("21046.thutruong", "21046", Permission.SignOff, (s, act, forms) => s.SignOff(act, forms, shown, null));
        Assert.Equal((ProblemKind.Stale, nameof(Problems.PackageChanged)), (problem?.Kind, problem?.Code));
    }

    [Fact]
    public async Task A_press_repeated_has_one_effect_and_the_same_answer()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Drafting);
        var key = Guid.NewGuid();
        Task<Problem?> Press() => portal.DoAsync("21046.canbo", "21046", Permission.SendUp, (s, act, forms) => s.SendUp(act, forms, null), key);
        Assert.Null(await Press());
        var once = await portal.SnapshotAsync();
        Assert.Null(await Press());
        once.AssertSame(await portal.SnapshotAsync());
    }

    [Fact]
    public async Task Accepting_all_decides_no_document_of_what_it_skips()
    {
        await using var portal = await TestPortal.CreateAsync();
        var document = await portal.AttachAsync("21046", "XA-01");
        await portal.BringAsync("21046", ItemState.Sent);
        await portal.MustAsync(TestPortal.Coordinator, "21046", Permission.Review, (s, act, _) => s.DecideDocument(act, "XA-01", document, LinkDecision.Rejected, "Ảnh mờ."));
        await portal.MustAsync(TestPortal.Coordinator, "21046", Permission.Review, (s, act, forms) => s.AcceptAll(act, forms).Problem);
        var item = (await portal.ReadAsync("21046")).Find("XA-01")!;
        Assert.Equal((ItemState.Sent, LinkDecision.Rejected), (item.State, item.Links[0].Decision));
    }

    private static async Task<List<long>> BrokenAsync(TestPortal portal)
    {
        await using var db = portal.Open();
        var (number, hash, broken) = (0L, SubmissionEvent.Genesis, new List<long>());
        foreach (var e in await db.Events.OrderBy(e => e.Number).ToListAsync())
        {
            if (e.Number != number + 1 || e.PreviousHash != hash || e.Hash != e.ComputeHash())
            {
                broken.Add(e.Number);
            }

            (number, hash) = (e.Number, e.Hash);
        }

        var head = await db.ChainHeads.SingleAsync(h => h.Name == ChainHead.Events);
        return head.Number == number && head.Hash == hash ? broken : [.. broken, head.Number];
    }

    private static async Task WithoutGuardAsync(PortalDb db, string change)
    {
        var lift = TestDatabase.OnPostgres ? "ALTER TABLE \"Events\" DISABLE TRIGGER USER;" : "DROP TRIGGER \"Events_no_update\"; DROP TRIGGER \"Events_no_delete\"; PRAGMA foreign_keys=OFF;";
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(lift);
        await db.Database.ExecuteSqlRawAsync(change);
    }
}
