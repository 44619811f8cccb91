using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Notices;
using Portal.Platform.Commands;
using Portal.Platform.Options;

namespace Portal.Features.Profile;

/// <summary>One person's own settings.</summary>
/// <param name="Name">As events name him.</param>
/// <param name="UnitName">Where he belongs.</param>
/// <param name="Address">Where e-mail goes; null for none.</param>
/// <param name="Ways">How each group of notices goes by e-mail.</param>
/// <param name="MailOn">The portal sends e-mail at all.</param>
public sealed record OwnSettingsModel(string Name, string UnitName, string? Address, IReadOnlyDictionary<NoticeGroup, MailWay> Ways, bool MailOn);

/// <summary>Hồ sơ: what the person has chosen; only his own.</summary>
public sealed class OwnSettings(Reader reader, PortalOptions options)
{
    /// <summary>Reads it.</summary>
    public Task<Outcome<OwnSettingsModel>> RunAsync() => reader.RunAsync<OwnSettingsModel>(nameof(OwnSettings), null, async (db, actor) =>
    {
        var wishes = await db.MailWishes.FindAsync(actor.PersonId) ?? new(actor.PersonId);
        var unit = await db.Units.Where(u => u.Code == actor.UnitCode).Select(u => u.Name).SingleAsync();
        return new OwnSettingsModel(actor.Name, unit, wishes.Address, NoticeGroups.All.ToDictionary(g => g, wishes.Of), options.Mail is not null);
    });
}
