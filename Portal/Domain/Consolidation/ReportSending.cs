using Portal.Domain.Submissions;

namespace Portal.Domain.Consolidation;

/// <summary>How the report was sent up.</summary>
public enum SendingWay
{
    /// <summary>Through the document system (trục liên thông văn bản).</summary>
    DocumentSystem,
    /// <summary>By e-mail.</summary>
    Mail,
    /// <summary>By post or by hand.</summary>
    Paper,
}

/// <summary>The file that was sent up, as it lies in the store.</summary>
/// <param name="Sha256">Its hash.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Signatures">What was read of its electronic signatures (JSON); null for a file that can bear none.</param>
public sealed record SentFileFacts(string Sha256, string Name, long Size, string? Signatures);

/// <summary>RecordSending (Ghi nhận việc gửi báo cáo lên cấp trên): number, day, file, how. It makes the duty of coordination done; void, it is open again (workflow §8).</summary>
public sealed class ReportSending
{
    private ReportSending() { }

    /// <summary>Records one.</summary>
    /// <param name="version">Which version was sent: an approved one.</param>
    /// <param name="number">The number the clerk gave it, with the symbol.</param>
    /// <param name="day">Its day; not after today.</param>
    /// <param name="way">How it went.</param>
    /// <param name="file">The sent file as it lies in the store.</param>
    /// <param name="act">Who and when.</param>
    public static Outcome<ReportSending> Record(ReportVersion version, string? number, DateOnly? day, SendingWay way, SentFileFacts? file, Act act)
    {
        if (version.State is not ReportState.Approved)
        {
            return Problem.State(nameof(Problems.ReportNotApproved));
        }

        if (string.IsNullOrWhiteSpace(number) || !number.Any(char.IsAsciiDigit))
        {
            return Problem.Invalid(nameof(Problems.ReportNumberNeeded)).At("number");
        }

        if (day is not { } on || on > DateOnly.FromDateTime(act.At.ToOffset(TimeSpan.FromHours(7)).Date))
        {
            return Problem.Invalid(nameof(Problems.ReportDayNeeded)).At("day");
        }

        if (file is not { } sent)
        {
            return Problem.Invalid(nameof(Problems.SentFileNeeded)).At("file");
        }

        act.Note(EventVerb.SendingRecorded, version.RequestId, hash: sent.Sha256);
        return new ReportSending
        {
            RequestId = version.RequestId,
            VersionNumber = version.Number,
            Number = number.Trim(),
            Day = on,
            Way = way,
            File = sent.Sha256,
            FileName = sent.Name,
            Size = sent.Size,
            Signatures = sent.Signatures,
            At = act.At,
            By = act.Actor.PersonId,
        };
    }

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>Of which request.</summary>
    public int RequestId { get; private set; }

    /// <summary>Which version of the report.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>The number and symbol.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>How it went.</summary>
    public SendingWay Way { get; private set; }

    /// <summary>SHA-256 of the sent file.</summary>
    public string File { get; private set; } = "";

    /// <summary>Its name.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Its length in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>What was read of its electronic signatures when it came (JSON); null for a file that can bear none.</summary>
    public string? Signatures { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>By whom.</summary>
    public int By { get; private set; }

    /// <summary>When it was declared void.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>By whom.</summary>
    public int? VoidedBy { get; private set; }

    /// <summary>Why.</summary>
    public string? VoidReason { get; private set; }

    /// <summary>VoidSending: the duty is open again.</summary>
    public Problem? Void(Act act, string? reason)
    {
        if (VoidedAt is not null)
        {
            return Problem.State(nameof(Problems.SendingVoidAlready));
        }

        if (Problem.Unless(reason) is { } blank)
        {
            return blank;
        }

        (VoidedAt, VoidedBy, VoidReason) = (act.At, act.Actor.PersonId, reason!.Trim());
        act.Note(EventVerb.SendingVoided, RequestId, reason, File);
        return null;
    }
}
