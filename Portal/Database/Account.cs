using Microsoft.AspNetCore.Identity;

namespace Portal.Database;

/// <summary>What signs in: a user name and a password hash, one to one with a person. Rights never come from here.</summary>
public sealed class Account : IdentityUser<int>
{
    /// <summary>The person who signs in with it.</summary>
    public int PersonId { get; set; }
}
