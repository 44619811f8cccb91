using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Reasons;

/// <summary>What was typed for one reason.</summary>
/// <param name="Id">Which reason is changed; null for a new one.</param>
/// <param name="Version">Which state of it was shown.</param>
/// <param name="UnitCode">Whose it is to be; of one that is changed it stays whose it is.</param>
/// <param name="Kind">Offered for what.</param>
/// <param name="Text">The words.</param>
public sealed record ReasonInput(int? Id, int Version, string UnitCode, ReasonKind Kind, string? Text);

/// <summary>Adds a usual reason of a coordinating unit or changes one.</summary>
public sealed class SaveReason(Writer writer)
{
    /// <summary>Saves it.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(ReasonInput typed, Guid key) =>
        (await writer.RunAsync<bool>(nameof(SaveReason), null, key, async work =>
        {
            var (db, act) = work;
            if (!act.Actor.Is(Role.Coordinator))
            {
                return Problem.Refused(nameof(Problems.ReasonsAreNotYours));
            }

            var known = typed.Id is { } id ? await db.UsualReasons.SingleOrDefaultAsync(r => r.Id == id) : null;
            var unit = known?.UnitCode ?? typed.UnitCode;
            if ((typed.Id is not null && known is null) || !act.Actor.Is(Role.Coordinator, unit))
            {
                return Problem.NotFound; // another office's are not told of
            }

            if (UsualReason.Check(typed.Text) is { } wrong)
            {
                return wrong;
            }

            var text = typed.Text!.Trim();
            if (await db.UsualReasons.AnyAsync(r => r.UnitCode == unit && r.Kind == typed.Kind && r.Text == text && r.Id != typed.Id))
            {
                return Problem.Invalid(nameof(Problems.UsualReasonTwice)).At("text");
            }

            string? before = null;
            if (known is null)
            {
                db.UsualReasons.Add(new UsualReason(unit, typed.Kind, text));
            }
            else if (known.Version != typed.Version)
            {
                return Problem.Stale(nameof(Problems.StalePage));
            }
            else
            {
                before = $"{Said(known.Kind, known.Text)} → ";
                known.Change(typed.Kind, text);
            }

            await AccessLog.AppendAsync(db, new AccessRecord(act.At, AccessKind.ReasonsChanged, act.Actor.PersonId, nameof(SaveReason), $"{unit}: {before}{Said(typed.Kind, text)}", null));
            return true;
        })).Problem;

    /// <summary>A reason as the access record names it.</summary>
    internal static string Said(ReasonKind kind, string text) => $"{(kind == ReasonKind.Cover ? ReasonsText.ForCover : ReasonsText.ForItems)}: {text}";
}
