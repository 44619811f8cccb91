namespace Portal.Domain.Requests.Drafting;

/// <summary>What is being written of a request: before it is issued, or of its next form version. It is gone when that version stands.</summary>
public sealed class RequestDraft
{
    private RequestDraft() { }

    /// <summary>Begins one.</summary>
    /// <param name="request">Whose.</param>
    /// <param name="file">What it begins with.</param>
    /// <param name="at">The server's instant.</param>
    /// <param name="personId">Who.</param>
    public RequestDraft(ReportingRequest request, DraftFile file, DateTimeOffset at, int personId)
    {
        (Request, Definition, SavedAt, SavedBy) = (request, file.ToJson(), at, personId);
        request.Redraft(file);
    }

    /// <summary>Whose; the key.</summary>
    public int RequestId { get; private set; }

    /// <summary>Whose.</summary>
    public ReportingRequest Request { get; private set; } = null!;

    /// <summary>The file as it stands (JSON, see <see cref="DraftFile"/>).</summary>
    public string Definition { get; private set; } = "";

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>By whom.</summary>
    public int SavedBy { get; private set; }

    /// <summary>Guards against two changes at once; grows with each.</summary>
    public int Version { get; private set; }

    /// <summary>Changes it.</summary>
    /// <param name="at">The server's instant.</param>
    /// <param name="personId">Who.</param>
    /// <param name="seen">The version that he saw.</param>
    /// <param name="edit">What.</param>
    public Problem? Edit(DateTimeOffset at, int personId, int seen, DraftEdit edit)
    {
        if (seen != Version)
        {
            return Problem.Stale(nameof(Problems.DraftChanged));
        }

        var file = DraftFile.Of(Definition);
        if ((file.Problem ?? file.Value!.Change(edit)) is { } problem)
        {
            return problem;
        }

        (Definition, SavedAt, SavedBy, Version) = (file.Value!.ToJson(), at, personId, Version + 1);
        Request.Redraft(file.Value);
        return null;
    }

    /// <summary>Ends the writing: the file as a form version, when nothing is missing in it.</summary>
    /// <param name="number">The version's number.</param>
    /// <returns>The version, or what is missing.</returns>
    public Outcome<FormVersion> Freeze(int number)
    {
        var file = DraftFile.Of(Definition);
        if (file.Problem is { } broken)
        {
            return broken;
        }

        var faults = DraftCheck.Of(file.Value!);
        if (faults.Count > 0)
        {
            return Problem.Invalid(nameof(Problems.DraftIncomplete), faults.Count, string.Join('\n', faults.Select(f => f.Text)));
        }

        var parsed = RequestFile.Parse(Definition);
        if (parsed.Problem is { } problem)
        {
            return problem;
        }

        Request.Take(parsed.Value!, number);
        return new FormVersion(Request, number, Definition);
    }
}
