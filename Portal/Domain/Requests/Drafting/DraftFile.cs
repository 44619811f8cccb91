using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Domain.Requests.Drafting;

/// <summary>
/// A request's file while it is being written: the format of <see cref="RequestFile"/>, in which anything may still be missing. Beside the request stand
/// the letter's text, the places its values were read from and what was said about points that it leaves open. It is changed by <see cref="DraftEdit"/> alone.
/// </summary>
public sealed partial class DraftFile
{
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private JsonObject root;

    private DraftFile(JsonObject root) => this.root = root;

    /// <summary>Opens a file.</summary>
    /// <param name="json">Its text.</param>
    /// <returns>The file, or why it is none.</returns>
    public static Outcome<DraftFile> Of(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject root ? new DraftFile(root) : Problem.Invalid(nameof(Problems.DraftFileBroken));
        }
        catch (JsonException)
        {
            return Problem.Invalid(nameof(Problems.DraftFileBroken));
        }
    }

    /// <summary>The letter's text; empty where the request was begun without one.</summary>
    public string Letter => Text(root, "letterText");

    /// <summary>A fact of the request, by its path under <c>request</c>: <c>subject</c>, <c>signer.name</c>.</summary>
    public string? Fact(string path) => At(path) is JsonValue value && value.TryGetValue(out string? text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>A fact of several lines.</summary>
    public IReadOnlyList<string> Lines(string path) => At(path) is JsonArray lines ? [.. lines.Select(Word)] : [];

    /// <summary>When reports are due.</summary>
    public Deadline Deadline => new(Instant("deadline.instant"), At("deadline.inclusive") is JsonValue inclusive && inclusive.TryGetValue(out bool truth) && truth);

    /// <summary>An instant among the facts.</summary>
    public DateTimeOffset? Instant(string path) => DateTimeOffset.TryParse(Fact(path), CultureInfo.InvariantCulture, out var at) ? at : null;

    /// <summary>The groups with their units and items, in order.</summary>
    public IReadOnlyList<DraftGroup> Groups
    {
        get
        {
            var items = Items.ToLookup(i => i.GroupCode);
            var units = Units.ToLookup(u => Text(u, "groupCode"));
            return [.. GroupArray.OfType<JsonObject>().Select(g => new DraftGroup(Text(g, "code"), Text(g, "title"),
                [.. units[Text(g, "code")].Select(u => new DraftUnit(Text(u, "code"), Text(u, "name")))],
                g["unmatched"] is JsonArray names ? [.. names.Select(Word)] : [], [.. items[Text(g, "code")]]))];
        }
    }

    /// <summary>All items, in the order of the letter.</summary>
    public IReadOnlyList<DraftItem> Items => [.. ItemArray.OfType<JsonObject>().Select(i => new DraftItem(Text(i, "code"), Text(i, "groupCode"),
        Text(i, "kind") == "coordination" ? ItemKind.Duty : ItemKind.Report, Text(i, "title"), Text(i, "text"), Text(i, "verbatimParagraph"), Text(i, "letterRef"),
        Span(LetterMark.OfItem(Text(i, "code")))))];

    /// <summary>Where in the letter values were found, the first first.</summary>
    public IReadOnlyList<LetterMark> Marks => [.. Spans.Select(s => new LetterMark(s.Key, LetterMark.KindOf(s.Key), Span(s.Key)!.Value)).OrderBy(m => m.Span.Start).ThenByDescending(m => m.Span.Length)];

    /// <summary>Where a value was found; null where it was not read from the letter.</summary>
    public LetterSpan? Span(string key) => Spans[key] is JsonObject s ? new((int)s["start"]!, (int)s["length"]!, (double?)s["confidence"] ?? 1) : null;

    /// <summary>What the letter leaves open or has doubtful, and how it was settled.</summary>
    public IReadOnlyList<DraftPoint> Points => [.. OpenPoint.All.Select(p => new DraftPoint(p, "", null, Filled(p) ? "" : Settled(p))), .. Doubts.Select(d => d with { Settled = Settled(d.Code) })];

    /// <summary>How much it asks.</summary>
    public DraftNumbers Numbers
    {
        get
        {
            var groups = Groups;
            int Reports(DraftGroup g) => g.Items.Count(i => i.Kind is ItemKind.Report);
            return new(groups.Count, groups.Sum(g => g.Units.Count), groups.Sum(Reports), groups.Sum(g => g.Units.Count * Reports(g)), groups.Sum(g => g.Items.Count) - groups.Sum(Reports));
        }
    }

    /// <summary>The file's text.</summary>
    public string ToJson() => root.ToJsonString(Written);

    /// <summary>Makes one change.</summary>
    /// <returns>The refusal, or null; refused, nothing has changed.</returns>
    public Problem? Change(DraftEdit edit)
    {
        var before = root.DeepClone();
        if (edit.Apply(this) is { } problem)
        {
            root = before.AsObject();
            return problem;
        }

        Tidy();
        return null;
    }

    internal JsonObject Root => root;

    internal JsonObject Request => Own("request");

    internal JsonArray GroupArray => List("groups");

    internal JsonArray ItemArray => List("items");

    internal IEnumerable<JsonObject> Units => List("units").OfType<JsonObject>();

    internal JsonObject? GroupAt(string code) => GroupArray.OfType<JsonObject>().FirstOrDefault(g => Text(g, "code") == code);

    internal JsonObject? ItemAt(string code) => ItemArray.OfType<JsonObject>().FirstOrDefault(i => Text(i, "code") == code);

    internal void Replace(JsonObject with) => root = with;

    internal void Mark(string key, LetterSpan? span)
    {
        if (span is { } at)
        {
            Spans[key] = new JsonObject { ["start"] = at.Start, ["length"] = at.Length, ["confidence"] = Math.Round(at.Confidence, 2) };
        }
        else
        {
            Spans.Remove(key);
        }
    }

    internal void Doubt(string code, string said, LetterSpan? span)
    {
        if (Reading["doubts"] is not JsonArray doubts)
        {
            Reading["doubts"] = doubts = [];
        }

        doubts.Add(new JsonObject { ["code"] = code, ["said"] = said, ["start"] = span?.Start, ["length"] = span?.Length });
    }

    internal void Settle(string point, string? note)
    {
        if (root["settled"] is not JsonObject settled)
        {
            root["settled"] = settled = [];
        }

        settled[point] = note;
    }

    internal JsonArray List(string name)
    {
        if (root[name] is not JsonArray list)
        {
            root[name] = list = [];
        }

        return list;
    }

    internal static string Text(JsonObject of, string name) => Word(of[name]);

    private static string Word(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    internal static JsonObject UnitJson(RequestUnit unit, string? groupCode) => new()
    {
        ["code"] = unit.Code,
        ["name"] = unit.Name,
        ["fullName"] = unit.FullName,
        ["kind"] = unit.Kind,
        ["groupCode"] = groupCode,
        ["officialCode"] = unit.OfficialCode,
        ["shortName"] = unit.ShortName,
        ["letterheadParent"] = unit.LetterheadParent,
        ["letterheadLines"] = Array(unit.LetterheadLines),
        ["placeName"] = unit.PlaceName,
        ["aliases"] = Array(unit.Aliases),
        ["note"] = unit.Note,
    };

    internal static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode?)t)];

    private JsonObject Reading => Own("reading");

    private JsonObject Spans
    {
        get
        {
            if (Reading["spans"] is not JsonObject spans)
            {
                Reading["spans"] = spans = [];
            }

            return spans;
        }
    }

    private IEnumerable<DraftPoint> Doubts => Reading["doubts"] is not JsonArray doubts ? [] : doubts.OfType<JsonObject>()
        .Select(d => new DraftPoint(Text(d, "code"), Text(d, "said"), d["start"] is { } start && d["length"] is { } length ? new((int)start, (int)length) : null, null));

    private bool Filled(string point) => point switch
    {
        OpenPoint.Deadline => Deadline.At is not null,
        OpenPoint.Recommendations => Lines(OpenPoint.Recommendations).Count > 0,
        _ => Fact(point) is not null,
    };

    private string? Settled(string point) => root["settled"] is JsonObject settled && settled[point] is JsonValue note && note.TryGetValue(out string? said) ? said : null;

    private JsonNode? At(string path) => path.Split('.').Aggregate((JsonNode?)Request, (node, name) => (node as JsonObject)?[name]);

    private JsonObject Own(string name)
    {
        if (root[name] is not JsonObject own)
        {
            root[name] = own = [];
        }

        return own;
    }

    /// <summary>Units to which people belong and that do not report: whoever coordinates, unless he reports too.</summary>
    private void TidyOrganisation()
    {
        var reporting = Units.Select(u => Text(u, "code")).ToHashSet();
        var others = (Own("organisation")["units"] as JsonArray ?? []).OfType<JsonObject>().Append(root["coordinator"] as JsonObject).OfType<JsonObject>()
            .DistinctBy(u => Text(u, "code")).Where(u => !reporting.Contains(Text(u, "code")));
        Own("organisation")["units"] = new JsonArray([.. others.Select(u => u.DeepClone())]);
    }

    /// <summary>Orders, codes and counts that follow from the rest: groups numbered, items in the order of their groups, marks of what is gone taken away.</summary>
    private void Tidy()
    {
        TidyOrganisation();
        foreach (var (group, k) in GroupArray.OfType<JsonObject>().Select((g, k) => (g, k)))
        {
            group["order"] = k + 1;
            group["unitCodes"] = Array(Units.Where(u => Text(u, "groupCode") == Text(group, "code")).Select(u => Text(u, "code")));
            group["itemCodes"] = Array(ItemArray.OfType<JsonObject>().Where(i => Text(i, "groupCode") == Text(group, "code")).Select(i => Text(i, "code")));
        }

        var order = GroupArray.OfType<JsonObject>().Select(g => Text(g, "code")).ToList();
        var items = ItemArray.OfType<JsonObject>().OrderBy(i => order.IndexOf(Text(i, "groupCode"))).ToList();
        ItemArray.Clear();
        items.ForEach(ItemArray.Add);
        var known = items.Select(i => LetterMark.OfItem(Text(i, "code"))).Concat(order.Select(LetterMark.OfGroup)).ToHashSet();
        foreach (var gone in Spans.Select(s => s.Key).Where(k => LetterMark.KindOf(k) is MarkKind.Item or MarkKind.Unit && !known.Contains(k)).ToList())
        {
            Spans.Remove(gone);
        }

        var n = Numbers;
        root["counts"] = new JsonObject { ["groups"] = n.Groups, ["units"] = n.Units, ["reportItems"] = n.Items, ["coordinationItems"] = n.Duties, ["itemReportsExpected"] = n.UnitItems };
    }
}
