namespace Portal.Domain.Requests.Drafting;

/// <summary>What keeps a draft from being issued, in the words of the screen and with the place it belongs to.</summary>
public static class DraftCheck
{
    /// <summary>Looks a draft through.</summary>
    /// <returns>What is missing, each tied to its step: <c>letter</c>, <c>items</c>, <c>forms</c>; empty when it can be issued.</returns>
    /// <param name="file">The draft.</param>
    /// <param name="issued">Of a request that was issued: what its letter leaves open was settled then.</param>
    public static IReadOnlyList<Problem> Of(DraftFile file, bool issued = false)
    {
        var faults = new List<Problem>();
        void Fault(string step, string code, params object?[] args) => faults.Add(Problem.Invalid(code, args).At(step));
        foreach (var (path, code) in new[] { ("subject", nameof(Problems.DraftNoSubject)), ("issuingBody", nameof(Problems.DraftNoIssuer)), ("documentType", nameof(Problems.DraftNoDocumentType)) })
        {
            if (file.Fact(path) is null)
            {
                Fault("letter", code);
            }
        }

        if (!issued && file.Points.Count(p => p.Settled is null) is > 0 and var open)
        {
            Fault("letter", nameof(Problems.DraftPointsOpen), open);
        }

        var groups = file.Groups;
        if (groups.Count == 0)
        {
            Fault("items", nameof(Problems.DraftNoGroups));
        }

        foreach (var group in groups)
        {
            if (group.Unmatched.Count > 0)
            {
                Fault("items", nameof(Problems.DraftUnmatched), group.Title, string.Join("; ", group.Unmatched));
            }
            else if (group.Units.Count == 0)
            {
                Fault("items", nameof(Problems.DraftNoUnits), group.Title);
            }

            if (group.Items.Count == 0)
            {
                Fault("items", nameof(Problems.DraftNoItems), group.Title);
            }
            else if (group.Items.All(i => i.Kind is ItemKind.Duty))
            {
                Fault("items", nameof(Problems.DraftNothingAsked), group.Title);
            }
        }

        if (faults.Count == 0 && RequestFile.Parse(file.ToJson()).Problem is { } broken)
        {
            faults.Add(broken.At("forms"));
        }

        return faults;
    }
}
