using Portal.Domain.Requests.Expressions;

namespace Portal.Domain.Requests;

/// <summary>What a broken rule means.</summary>
public enum Severity
{
    /// <summary>Blocks sending.</summary>
    Error,
    /// <summary>Blocks sending until the figures are explained.</summary>
    Explain,
    /// <summary>Shown, blocks nothing.</summary>
    Warn,
}

/// <summary>One kind of supporting document and what must be said of it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">What people read.</param>
/// <param name="Required">Keys of the <see cref="EvidenceRule.FileFields"/> it must have.</param>
public sealed record DocumentKind(string Code, string Label, IReadOnlyList<string> Required);

/// <summary>What an item asks of its supporting documents.</summary>
/// <param name="MinFiles">How many at least.</param>
/// <param name="MaxFiles">How many at most.</param>
/// <param name="ExemptField">The field for the reason of having none; null when no reason is accepted.</param>
/// <param name="Extensions">Accepted file extensions, with the dot.</param>
/// <param name="MaxFileMegabytes">The greatest size of one file.</param>
/// <param name="Hint">What is expected here.</param>
/// <param name="Forbidden">What must never be uploaded.</param>
/// <param name="FileFields">What is asked about each file.</param>
/// <param name="Kinds">The kinds of documents.</param>
public sealed record EvidenceRule(
    int MinFiles,
    int MaxFiles,
    Field? ExemptField,
    IReadOnlyList<string> Extensions,
    int MaxFileMegabytes,
    string? Hint,
    string? Forbidden,
    IReadOnlyList<Field> FileFields,
    IReadOnlyList<DocumentKind> Kinds);

/// <summary>The form of one item, or of the cover of a unit's report.</summary>
/// <param name="ItemCode">The item's code, or <see cref="CoverCode"/>.</param>
/// <param name="Fields">In the order of drawing: figures, tables of the item, narrative, explanation, reason for no document.</param>
/// <param name="Evidence">What it asks of documents; null on the cover.</param>
public sealed record ItemForm(string ItemCode, IReadOnlyList<Field> Fields, EvidenceRule? Evidence)
{
    /// <summary>The item code under which the cover of a unit's report is kept.</summary>
    public const string CoverCode = "COVER";

    /// <summary>The field that says how far the matter is settled.</summary>
    public const string StatusField = "trangThaiGiaiQuyet";

    /// <summary>The status "đã giải quyết dứt điểm": a reason does not replace a document.</summary>
    public const string Done = "DA_GIAI_QUYET_DUT_DIEM";

    /// <summary>The status "đang giải quyết".</summary>
    public const string Doing = "DANG_GIAI_QUYET";

    /// <summary>The status "chưa giải quyết".</summary>
    public const string NotResolved = "CHUA_GIAI_QUYET";

    /// <summary>The status that waives figures and documents.</summary>
    public const string NothingToReport = "KHONG_PHAT_SINH";

    /// <summary>The narrative; with <see cref="NothingToReport"/> the reason.</summary>
    public const string NarrativeField = "ketQuaThucHien";

    /// <summary>The field in which broken sums are explained.</summary>
    public const string ExplanationField = "giaiTrinhSoLieu";

    /// <summary>The field for the reason of having no document.</summary>
    public const string NoEvidenceReasonField = "lyDoKhongCoMinhChung";

    /// <summary>The table of recommendations.</summary>
    public const string RecommendationsTable = "kienNghi";

    /// <summary>The field with this code, or null.</summary>
    public Field? Field(string code) => Fields.FirstOrDefault(f => f.Code == code);

    /// <summary>The field a path leads to: "field" or "field/rowId/columnKey". Null when there is none.</summary>
    public Field? At(string path)
    {
        var parts = path.Split('/');
        return parts.Length switch
        {
            1 => Field(parts[0]),
            3 when parts[1].Length > 0 => Field(parts[0])?.Column(parts[2]),
            _ => null,
        };
    }
}

/// <summary>A rule across fields.</summary>
/// <param name="Code">Its code, for example R01.</param>
/// <param name="Scope">An item's code; "unit" for a rule across the items of one unit; "*" for every report item.</param>
/// <param name="Severity">What breaking it means.</param>
/// <param name="Text">The expression as written.</param>
/// <param name="Expression">The expression as read.</param>
/// <param name="Message">What people read when it is broken.</param>
/// <param name="Origin">"letter" or "proposal".</param>
public sealed record FieldRule(string Code, string Scope, Severity Severity, string Text, Expression Expression, string Message, string Origin)
{
    /// <summary>The scope of a rule across the items of one unit.</summary>
    public const string UnitScope = "unit";

    /// <summary>The scope of a rule for every report item.</summary>
    public const string AnyItemScope = "*";
}

/// <summary>All forms of a request, with the rules that hold over them.</summary>
/// <param name="Items">Forms of the report items by item code; a duty has none.</param>
/// <param name="Cover">The form of the cover.</param>
/// <param name="Rules">The rules in force, in the order of the file.</param>
public sealed record FormTemplate(IReadOnlyDictionary<string, ItemForm> Items, ItemForm Cover, IReadOnlyList<FieldRule> Rules)
{
    /// <summary>The form of an item, the cover for <see cref="ItemForm.CoverCode"/>, or null for a duty or an unknown code.</summary>
    public ItemForm? Form(string itemCode) => itemCode == ItemForm.CoverCode ? Cover : Items.GetValueOrDefault(itemCode);

    /// <summary>The field at a path of an item, or null; see <see cref="ItemForm.At"/>.</summary>
    public Field? Field(string itemCode, string path) => Form(itemCode)?.At(path);

    /// <summary>The rules that are judged at an item, or the cover: its own, those for every item, and those across items whose first figure stands in it.</summary>
    public IEnumerable<FieldRule> RulesOf(string itemCode) => Rules.Where(r => r.Scope switch
    {
        FieldRule.AnyItemScope => itemCode != ItemForm.CoverCode,
        FieldRule.UnitScope => (new RuleScope(this, new AnswerSheet([]), ItemForm.CoverCode).FirstPlace(r.Expression)?.Item ?? ItemForm.CoverCode) == itemCode,
        var scope => scope == itemCode,
    });

    /// <summary>The item whose own figure or table bears this code, or null. Such codes are unique in a request.</summary>
    public string? OwnerOf(string ownCode) => Items.Values.FirstOrDefault(f => f.Fields.Any(x => x.IsOwn && x.Code == ownCode))?.ItemCode;
}
