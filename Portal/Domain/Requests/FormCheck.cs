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
/// <param name="Path">Where to jump to; "evidence" for the documents.</param>
/// <param name="Message">What people read.</param>
/// <param name="Detail">The figures behind it, for example "64 ≠ 12 + 48 = 60, lệch 4".</param>
/// <param name="Resolved">True when the figures are explained: shown, blocks nothing.</param>
public sealed record Finding(string Code, FindingKind Kind, string ItemCode, string? Path, string Message, string? Detail, bool Resolved)
{
    /// <summary>True when the report cannot go on with it.</summary>
    public bool Blocks => !Resolved && Kind is not FindingKind.Warn;
}

/// <summary>Checks whether a form is complete and its figures agree.</summary>
public static class FormCheck
{
    /// <summary>The path of an item's documents.</summary>
    public const string EvidencePath = "evidence";

    /// <summary>Checks one item, or the cover. Rules across items are reported at the item of the first figure they name.</summary>
    public static IReadOnlyList<Finding> Item(FormTemplate template, AnswerSheet sheet, string itemCode) => throw new NotImplementedException();

    /// <summary>Checks all items of a unit and then its cover.</summary>
    public static IReadOnlyList<Finding> Unit(FormTemplate template, AnswerSheet sheet, IEnumerable<string> itemCodes) => throw new NotImplementedException();
}
