using Portal.Domain;
using Portal.Platform.Commands;
using Portal.Platform.Identity;

namespace Portal.Features.Drafts;

/// <summary>The key with which the browser of the signed-in person closes what it keeps on the machine (AES-GCM).</summary>
public sealed class DraftKey(Reader reader, PersonalKey keys)
{
    /// <summary>Hands it out.</summary>
    public Task<Outcome<PersonsKey>> RunAsync() =>
        reader.RunAsync<PersonsKey>(nameof(DraftKey), null, async (_, actor) => new PersonsKey(actor.PersonId, Convert.ToBase64String(await keys.OfAsync(actor.PersonId))));
}

/// <summary>Whose key, and the key.</summary>
/// <param name="Person">The person.</param>
/// <param name="Key">32 bytes, as base64.</param>
public sealed record PersonsKey(int Person, string Key);
