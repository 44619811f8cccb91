namespace Portal.Domain.Requests;

/// <summary>What an amendment may not do (workflow §7 names all that it may).</summary>
internal static class AmendmentLimits
{
    /// <summary>The first limit that the step breaks; null when it keeps to all.</summary>
    public static Problem? WhyNot(RequestDefinition from, RequestDefinition to)
    {
        if (from.Code != to.Code || from.CoordinatingUnitCode != to.CoordinatingUnitCode || from.ReceivingUnitCode != to.ReceivingUnitCode)
        {
            return Problem.Invalid(nameof(Problems.AmendmentOtherRequest), from.Code);
        }

        if (from.Deadline.Instant != to.Deadline.Instant || from.Deadline.Inclusive != to.Deadline.Inclusive)
        {
            return Problem.Invalid(nameof(Problems.AmendmentMovesDeadline));
        }

        return Units(from, to) ?? Items(from, to);
    }

    private static Problem? Units(RequestDefinition from, RequestDefinition to)
    {
        var now = to.Units.ToDictionary(u => u.Code);
        if (from.Units.FirstOrDefault(u => !now.ContainsKey(u.Code)) is { } gone)
        {
            return Problem.Invalid(nameof(Problems.AmendmentUnitGone), gone.Name, gone.Code);
        }

        return from.Units.FirstOrDefault(u => now[u.Code].GroupCode != u.GroupCode) is { } moved ? Problem.Invalid(nameof(Problems.AmendmentUnitMoves), moved.Name, moved.GroupCode, now[moved.Code].GroupCode) : null;
    }

    private static Problem? Items(RequestDefinition from, RequestDefinition to)
    {
        var now = to.Items.ToDictionary(i => i.Code);
        foreach (var item in from.Items)
        {
            if (now.TryGetValue(item.Code, out var same))
            {
                if (same.GroupCode != item.GroupCode)
                {
                    return Problem.Invalid(nameof(Problems.AmendmentItemMoves), item.Code, item.GroupCode, same.GroupCode);
                }

                if (same.Kind != item.Kind)
                {
                    return Problem.Invalid(nameof(Problems.AmendmentItemKind), item.Code);
                }
            }
            else if (to.Items.FirstOrDefault(i => i.GroupCode == item.GroupCode && i.Title == item.Title && from.Items.All(o => o.Code != i.Code)) is { } renamed)
            {
                // Gone here and back under another code there: what was answered would be lost for nothing.
                return Problem.Invalid(nameof(Problems.AmendmentItemRenamed), item.Code, renamed.Code);
            }
        }

        return null;
    }
}
