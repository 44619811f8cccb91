using Microsoft.AspNetCore.Identity;

namespace Portal.Platform.Identity;

/// <summary>Why a name or a password cannot be taken, in Vietnamese.</summary>
public sealed class IdentityProblems : IdentityErrorDescriber
{
    /// <inheritdoc/>
    public override IdentityError PasswordTooShort(int length) => new() { Code = nameof(PasswordTooShort), Description = string.Format(IdentityText.PasswordTooShort, length) };

    /// <inheritdoc/>
    public override IdentityError InvalidUserName(string? userName) => new() { Code = nameof(InvalidUserName), Description = string.Format(IdentityText.UserNameInvalid, userName) };

    /// <inheritdoc/>
    public override IdentityError DuplicateUserName(string userName) => new() { Code = nameof(DuplicateUserName), Description = string.Format(IdentityText.UserNameTaken, userName) };
}
