using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Portal.Database;
using Portal.Demo;
using Portal.Domain.People;
using Portal.Domain.Requests;

namespace Portal.Bench;

/// <summary>An officer and a head in every unit, a coordinator and a leader, all with the demonstration's password.</summary>
internal static class BenchPeople
{
    /// <summary>Who coordinates.</summary>
    public const string Coordinator = "dieuphoi";

    /// <summary>Who leads.</summary>
    public const string Leader = "lanhdao";

    /// <summary>Makes them.</summary>
    public static async Task CreateAsync(PortalDb db, RequestDefinition letter, DateTimeOffset from, int seed)
    {
        var hash = Hash(DemoPeople.Password, seed);
        var people = letter.Units.SelectMany(u => new[] { ($"{u.LoginCode}.canbo", Role.Officer, u.Code), ($"{u.LoginCode}.thutruong", Role.Head, u.Code) })
            .Append((Coordinator, Role.Coordinator, letter.CoordinatingUnitCode)).Append((Leader, Role.Leader, letter.OrganisationUnits[0].Code))
            .Select(p => (UserName: p.Item1, Person: Granted(p.Item1, p.Item2, p.Item3, from))).ToList();
        db.People.AddRange(people.Select(p => p.Person));
        await db.SaveChangesAsync();
        db.Users.AddRange(people.Select(p => new Account
        {
            UserName = p.UserName,
            NormalizedUserName = p.UserName.ToUpperInvariant(),
            PersonId = p.Person.Id,
            PasswordHash = hash,
            SecurityStamp = p.UserName,
            ConcurrencyStamp = p.UserName,
        }));
        await db.SaveChangesAsync();
    }

    private static Person Granted(string name, Role role, string unit, DateTimeOffset from)
    {
        var person = new Person(name, unit);
        person.Grant(role, unit, from);
        return person;
    }

    /// <summary>A password hash as ASP.NET Core Identity reads it (version 3: PBKDF2, HMAC-SHA512), with a salt that the seed gives: the same rows each time.</summary>
    private static string Hash(string password, int seed)
    {
        const int iterations = 100_000;
        var bytes = new byte[13 + 16 + 32];
        bytes[0] = 1;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), 2);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(5), iterations);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(9), 16);
        var salt = bytes.AsSpan(13, 16);
        MD5.HashData(Encoding.ASCII.GetBytes($"bench {seed}"), salt);
        Rfc2898DeriveBytes.Pbkdf2(password, salt, bytes.AsSpan(29), iterations, HashAlgorithmName.SHA512);
        return Convert.ToBase64String(bytes);
    }
}
