namespace Portal.Domain.Requests;

/// <summary>What kind of remark a check makes.</summary>
public enum FindingKind
{
    /// <summary>Something required is not there.</summary>
    Missing,
    /// <summary>A rule that must hold does not.</summary>
    Error,
    /// <summary>Figures that need an explanation.</summary>
    Explain,
    /// <summary>Worth a look, blocks nothing.</summary>
    Warn,
}

/// <summary>One remark on a form.</summary>
/// <param name="Code">The rule's code, or the key of the text in Problems.resx.</param>
/// <param name="Kind">What kind of remark.</param>
/// <param name="ItemCode">The item, or <see cref="ItemForm.CoverCode"/>.</param>
/// <param name="Path">Where to jump to, "field" or "field/rowId/columnKey"; <see cref="FormCheck.EvidencePath"/> for the documents.</param>
/// <param name="Message">What people read.</param>
/// <param name="Detail">The figures behind it, for example "64 ≠ 12 + 48 = 60, lệch 4".</param>
/// <param name="Resolved">True when the figures are explained: shown, blocks nothing.</param>
public sealed record Finding(string Code, FindingKind Kind, string ItemCode, string? Path, string Message, string? Detail = null, bool Resolved = false)
{
    /// <summary>True when the report cannot go on with it.</summary>
    public bool Blocks => !Resolved && Kind is not FindingKind.Warn;
}
