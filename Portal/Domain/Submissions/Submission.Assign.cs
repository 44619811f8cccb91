using Portal.Domain.People;

namespace Portal.Domain.Submissions;

/// <summary>Who of the unit has which item in hand. An aid, not a right: every officer of the unit may still edit.</summary>
public sealed partial class Submission
{
    /// <summary>Assign (Phân công xử lý): gives items, or the cover, to somebody of the unit, in whatever state they stand.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="itemCodes">Which; those he has already are passed over.</param>
    /// <param name="assignee">An active officer or head of the unit; null takes them back.</param>
    /// <param name="unitCode">Whose people act on the report now: its unit's, or the successor's.</param>
    public Problem? Assign(Act act, IReadOnlyCollection<string> itemCodes, Person? assignee, string unitCode)
    {
        var items = itemCodes.Distinct().Select(Find).ToList();
        if (items.Contains(null))
        {
            return Problem.NotFound;
        }

        if (assignee is not null && !MayHave(assignee, unitCode, act.At))
        {
            return Problem.Invalid(nameof(Problems.NotOfTheUnit)).At("assigneeId");
        }

        foreach (var item in items.OfType<ItemAnswer>().Where(i => i.AssigneeId != assignee?.Id))
        {
            item.Give(assignee?.Id);
            act.Record(EventVerb.Assigned, this, item, reason: assignee?.Name);
        }

        return null;
    }

    /// <summary>Whether items can be given to that person: active, and officer or head of that unit at that instant.</summary>
    public static bool MayHave(Person person, string unitCode, DateTimeOffset at) =>
        person.Active && person.Roles.Any(r => r.Role is Role.Officer or Role.Head && r.UnitCode == unitCode && r.From <= at && (r.To is null || r.To > at));
}
