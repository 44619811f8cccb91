using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Database;

namespace Portal.Platform.Identity;

/// <summary>One key per person for what his browser keeps on the machine, so that who sits there next cannot read it. Derived (HKDF, RFC 5869) from one secret,
/// which lies in the database under the protection of the key ring: the same after a restart and on every node.</summary>
public sealed class PersonalKey(IDbContextFactory<PortalDb> dbs, IDataProtectionProvider protection)
{
    private const string Name = "drafts.secret";
    private const int Length = 32; // AES-256
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Drafts");

    /// <summary>The person's key: 32 bytes.</summary>
    public async Task<byte[]> OfAsync(int personId)
    {
        var secret = await ReadAsync() ?? await MakeAsync();
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Length, info: Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"drafts/{personId}")));
    }

    private async Task<byte[]?> ReadAsync()
    {
        await using var db = dbs.CreateDbContext();
        var kept = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Name == Name);
        try
        {
            return kept is null ? null : protector.Unprotect(Convert.FromBase64String(kept.Value));
        }
        catch (CryptographicException)
        {
            await db.Settings.Where(s => s.Name == Name && s.Value == kept!.Value).ExecuteDeleteAsync(); // the key ring was revoked: what the machines keep is unreadable for good
            return null;
        }
    }

    private async Task<byte[]> MakeAsync()
    {
        await using var db = dbs.CreateDbContext();
        var secret = RandomNumberGenerator.GetBytes(Length);
        db.Settings.Add(new Setting { Name = Name, Value = Convert.ToBase64String(protector.Protect(secret)) });
        // Another request, or another node, may have been first: theirs counts.
        return await db.TrySaveAsync() is null ? secret : (await ReadAsync())!;
    }
}
