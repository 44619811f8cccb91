using System.Security.Cryptography;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Files;

namespace Portal.Tests.Support;

/// <summary>Documents with bytes behind them.</summary>
internal sealed partial class TestPortal
{
    /// <summary>Stores a file and puts it on items, described.</summary>
    /// <param name="unitLogin">Whose report.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="bytes">What is in it.</param>
    /// <param name="restricted">The unit marks it.</param>
    /// <param name="itemCodes">On which items.</param>
    /// <returns>The document's key.</returns>
    public async Task<int> EvidenceAsync(string unitLogin, string fileName, byte[] bytes, bool restricted, params string[] itemCodes)
    {
        var stored = (await new EvidenceStore(Folder, new PortalClock(TimeProvider.System)).SaveAsync(new MemoryStream(bytes), fileName, EvidenceLimits.Default, CancellationToken.None)).Value!;
        var problem = await DoAsync($"{unitLogin}.canbo", unitLogin, Permission.Edit, async (submission, work) =>
        {
            var document = new EvidenceDocument(submission.Id, stored.Sha256, stored.Size, stored.FileName, stored.Kind.MediaType, work.Act);
            work.Db.Documents.Add(document);
            await work.Db.SaveChangesAsync();
            return itemCodes.Select(i => submission.Find(i)!.Attach(submission, work.Act, document, 20)).FirstOrDefault(p => p is not null);
        });
        Assert.True(problem is null, problem?.Text);
        var id = (await ReadAsync(unitLogin)).Find(itemCodes[0])!.Links.Max(l => l.DocumentId);
        await MustAsync($"{unitLogin}.canbo", unitLogin, Permission.Edit, (s, act, _) =>
            s.Describe(act, id, new DocumentDescription(EvidenceKind.Official, "32/KH-UBND", new DateOnly(2024, 3, 18), "UBND xã", $"Trích yếu của {fileName}", restricted), s.DocumentOf(id)!.Version).Problem);
        return id;
    }

    /// <summary>The address of bytes in the store.</summary>
    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
