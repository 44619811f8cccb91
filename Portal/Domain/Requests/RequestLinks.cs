namespace Portal.Domain.Requests;

/// <summary>Checks that the codes of a request's file are used once and lead somewhere.</summary>
internal static class RequestLinks
{
    /// <summary>Notes what leads nowhere in the faults of the reading.</summary>
    public static void Check(JsonPlace file, RequestDefinition request)
    {
        foreach (var list in new[] { "groups", "items", "themes", "crossUnitReconciliation", "derivedIndicators" })
        {
            Unique(file.List(list));
        }
        var reporting = file.List("units");
        var organisation = file.At("organisation").List("units");
        Unique([.. reporting, .. organisation]);
        JsonPlace.Unique([.. reporting.Concat(organisation).Select(u => (u, (u.TextOrNull("officialCode") ?? u.TextOrNull("code") ?? "").ToLowerInvariant()))]);
        Unique(file.At("consolidation").List("annexes"));
        CheckGroups(file, request);
        CheckItems(file, request);
        CheckReconciliations(file, request.Template);

        var all = request.Units.Concat(request.OrganisationUnits).Select(u => u.Code).ToHashSet();
        foreach (var role in new[] { "receivingUnitCode", "coordinatingUnitCode" })
        {
            if (file.At("request").TextOrNull(role) is { } code && !all.Contains(code))
            {
                file.At("request").At(role).Fault(nameof(Problems.FileUnitUnknown), code);
            }
        }
        CheckCounts(file.At("counts"), request);
    }

    private static void CheckGroups(JsonPlace file, RequestDefinition request)
    {
        var units = request.Units.GroupBy(u => u.Code).ToDictionary(g => g.Key, g => g.First().GroupCode);
        var items = request.Items.GroupBy(i => i.Code).ToDictionary(g => g.Key, g => (string?)g.First().GroupCode);
        foreach (var group in file.List("groups"))
        {
            var code = group.TextOrNull("code");
            Members(group.At("unitCodes"), group.Texts("unitCodes"), units, code, nameof(Problems.FileUnitUnknown));
            Members(group.At("itemCodes"), group.Texts("itemCodes"), items, code, nameof(Problems.FileItemUnknown));
        }
        Homes(file.List("units"), request.Groups, g => g.UnitCodes);
        Homes(file.List("items"), request.Groups, g => g.ItemCodes);
    }

    /// <summary>Each code a group lists exists and says that it belongs to this group.</summary>
    private static void Members(JsonPlace place, IReadOnlyList<string> codes, Dictionary<string, string?> groupOf, string? group, string unknown)
    {
        foreach (var code in codes)
        {
            if (!groupOf.TryGetValue(code, out var own))
            {
                place.Fault(unknown, code);
            }
            else if (own != group)
            {
                place.Fault(nameof(Problems.FileGroupDiffers), code, own, group);
            }
        }
    }

    /// <summary>Each unit and item names a group that exists and lists it.</summary>
    private static void Homes(IReadOnlyList<JsonPlace> places, IReadOnlyList<RequestGroup> groups, Func<RequestGroup, IReadOnlyList<string>> members)
    {
        foreach (var place in places)
        {
            var (code, home) = (place.TextOrNull("code") ?? "", place.Text("groupCode"));
            var group = groups.FirstOrDefault(g => g.Code == home);
            if (group is null)
            {
                place.At("groupCode").Fault(nameof(Problems.FileGroupUnknown), home);
            }
            else if (!members(group).Contains(code))
            {
                place.At("groupCode").Fault(nameof(Problems.FileGroupDiffers), code, home, home);
            }
        }
    }

    private static void CheckItems(JsonPlace file, RequestDefinition request)
    {
        var themes = request.Themes.Select(t => t.Code).ToHashSet();
        var annexes = request.Annexes.Select(a => a.Code).ToHashSet();
        foreach (var item in file.List("items"))
        {
            Themes(item, themes);
            var form = item.At("form");
            foreach (var field in form.List("indicators").Concat(form.List("tables")))
            {
                Themes(field, themes);
            }
            if (item.TextOrNull("kind") == "report" && !form.Exists)
            {
                form.Fault(nameof(Problems.FileObjectMissing));
            }
            if (item.At("consolidation").TextOrNull("annex") is { } annex && !annexes.Contains(annex))
            {
                item.At("consolidation").At("annex").Fault(nameof(Problems.FileAnnexUnknown), annex);
            }
        }
    }

    /// <summary>Both sides of a comparison can be read and lead to figures.</summary>
    private static void CheckReconciliations(JsonPlace file, FormTemplate template)
    {
        foreach (var rule in file.List("crossUnitReconciliation"))
        {
            foreach (var side in new[] { "left", "right" })
            {
                if (rule.TextOrNull(side) is { } text && !CrossFormula.Read(text, template).Ok)
                {
                    rule.At(side).Fault(nameof(Problems.FormulaUnread), text);
                }
            }
        }
    }

    private static void Themes(JsonPlace place, HashSet<string> known)
    {
        foreach (var theme in place.Texts("themes").Where(t => !known.Contains(t)))
        {
            place.At("themes").Fault(nameof(Problems.FileThemeUnknown), theme);
        }
    }

    /// <summary>What the file says it counts is what it counts.</summary>
    private static void CheckCounts(JsonPlace counts, RequestDefinition request)
    {
        foreach (var (name, found) in new[]
        {
            ("groups", request.Groups.Count),
            ("units", request.Units.Count),
            ("reportItems", request.Items.Count(i => i.Kind is ItemKind.Report)),
            ("coordinationItems", request.Items.Count(i => i.Kind is ItemKind.Duty)),
            ("itemReportsExpected", request.UnitItemCount),
        })
        {
            if (counts.Whole(name) is { } said && said != found)
            {
                counts.At(name).Fault(nameof(Problems.FileCountDiffers), said, found);
            }
        }
    }

    private static void Unique(IEnumerable<JsonPlace> places) => JsonPlace.Unique(places.Select(p => (p, p.TextOrNull("code") ?? "")));
}
