using Portal.Domain;
using Portal.Domain.Notices;
using Portal.Platform.Commands;

namespace Portal.Features.Profile;

/// <summary>Lưu hồ sơ: address and wishes of the person himself.</summary>
public sealed class SaveOwnSettings(Writer writer)
{
    /// <summary>Saves them.</summary>
    /// <param name="address">Blank: no e-mail.</param>
    /// <param name="ways">How each group of notices goes by e-mail.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string? address, IReadOnlyDictionary<NoticeGroup, MailWay> ways, Guid key) =>
        (await writer.RunAsync<bool>(nameof(SaveOwnSettings), null, key, async work =>
        {
            var id = work.Act.Actor.PersonId;
            var wishes = await work.Db.MailWishes.FindAsync(id) ?? work.Db.MailWishes.Add(new MailWishes(id)).Entity;
            return wishes.Choose(address, ways) is { } unfit ? unfit : true;
        })).Problem;
}
