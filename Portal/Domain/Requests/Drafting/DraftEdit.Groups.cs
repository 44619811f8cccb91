using System.Text.Json.Nodes;

namespace Portal.Domain.Requests.Drafting;

/// <summary>Adds a group at the end.</summary>
/// <param name="Title">As the letter calls it.</param>
/// <param name="Span">Where it does.</param>
public sealed record AddGroup(string Title, LetterSpan? Span = null) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (string.IsNullOrWhiteSpace(Title))
        {
            return Problem.Invalid(nameof(Problems.DraftTextBlank)).At("title");
        }

        var code = Enumerable.Range(1, file.GroupArray.Count + 1).Select(k => $"G{k}").First(c => file.GroupAt(c) is null);
        file.GroupArray.Add(new JsonObject { ["code"] = code, ["title"] = Fold.Nfc(Title).Trim(), ["role"] = "reporter" });
        file.Mark(LetterMark.OfGroup(code), Span);
        return null;
    }
}

/// <summary>Names a group anew.</summary>
public sealed record RenameGroup(string Group, string Title) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (file.GroupAt(Group) is not { } group)
        {
            return Problem.Invalid(nameof(Problems.DraftGroupUnknown));
        }

        if (string.IsNullOrWhiteSpace(Title))
        {
            return Problem.Invalid(nameof(Problems.DraftTextBlank)).At("title");
        }

        group["title"] = Fold.Nfc(Title).Trim();
        return null;
    }
}

/// <summary>Puts a group in another place.</summary>
/// <param name="Group">Which.</param>
/// <param name="Index">Its new place, from 0.</param>
public sealed record MoveGroup(string Group, int Index) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (file.GroupAt(Group) is not { } group)
        {
            return Problem.Invalid(nameof(Problems.DraftGroupUnknown));
        }

        file.GroupArray.Remove(group);
        file.GroupArray.Insert(Math.Clamp(Index, 0, file.GroupArray.Count), group);
        return null;
    }
}

/// <summary>Takes a group away, with its items and units.</summary>
public sealed record RemoveGroup(string Group) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (file.GroupAt(Group) is not { } group)
        {
            return Problem.Invalid(nameof(Problems.DraftGroupUnknown));
        }

        foreach (var item in file.Items.Where(i => i.GroupCode == Group))
        {
            new RemoveItem(item.Code).Apply(file);
        }

        new SetUnits(Group, [], []).Apply(file);
        file.GroupArray.Remove(group);
        return null;
    }
}

/// <summary>Says who is in a group. A unit that was in another one leaves it: nobody reports twice.</summary>
/// <param name="Group">Which.</param>
/// <param name="Units">Who, in order.</param>
/// <param name="Unmatched">Names that the letter gives and no unit bears; they are to be settled.</param>
public sealed record SetUnits(string Group, IReadOnlyList<RequestUnit> Units, IReadOnlyList<string> Unmatched) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (file.GroupAt(Group) is not { } group)
        {
            return Problem.Invalid(nameof(Problems.DraftGroupUnknown));
        }

        var coming = Units.Select(u => u.Code).ToHashSet();
        var all = file.List("units");
        foreach (var leaving in file.Units.Where(u => DraftFile.Text(u, "groupCode") == Group || coming.Contains(DraftFile.Text(u, "code"))).ToList())
        {
            all.Remove(leaving);
        }

        foreach (var unit in Units)
        {
            all.Add(DraftFile.UnitJson(unit, Group));
        }

        group["unmatched"] = DraftFile.Array(Unmatched);
        return null;
    }
}
