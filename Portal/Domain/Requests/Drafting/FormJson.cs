using System.Text;
using System.Text.Json.Nodes;

namespace Portal.Domain.Requests.Drafting;

/// <summary>How fields and rules stand in the file. What is switched off lies in <c>form.off</c> and <c>rulesOff</c>, where no reader of forms looks; base fields a form does without are named in <c>form.without</c>.</summary>
internal static class FormJson
{
    private static readonly Dictionary<FieldType, string> Words = new()
    {
        [FieldType.Text] = "text",
        [FieldType.LongText] = "longtext",
        [FieldType.Integer] = "integer",
        [FieldType.Decimal] = "decimal",
        [FieldType.Percent] = "percent",
        [FieldType.Money] = "money",
        [FieldType.Date] = "date",
        [FieldType.Year] = "year",
        [FieldType.Boolean] = "boolean",
        [FieldType.Phone] = "phone",
        [FieldType.UnitRef] = "unit-ref",
        [FieldType.Table] = "table",
        [FieldType.File] = "file",
    };

    private static readonly Dictionary<Severity, string> Severities = new() { [Severity.Error] = "error", [Severity.Explain] = "warn_explain", [Severity.Warn] = "warn" };

    private const string EnumPrefix = "enum:";

    /// <summary>A list of a form; made where it is not there.</summary>
    public static JsonArray List(JsonObject of, string name)
    {
        if (of[name] is not JsonArray list)
        {
            of[name] = list = [];
        }

        return list;
    }

    /// <summary>The item's own fields that are in force.</summary>
    public static IEnumerable<JsonObject> Own(JsonObject form) => new[] { "indicators", "tables" }.SelectMany(l => form[l] is JsonArray list ? list.OfType<JsonObject>() : []);

    /// <summary>What is switched off.</summary>
    public static IEnumerable<JsonObject> Off(JsonObject form) => form["off"] is JsonArray off ? off.OfType<JsonObject>() : [];

    /// <summary>The rules that are switched off.</summary>
    public static IEnumerable<JsonObject> RulesOff(DraftFile file) => file.Root["rulesOff"] is JsonArray off ? off.OfType<JsonObject>() : [];

    /// <summary>The base fields a form does without.</summary>
    public static HashSet<string> Without(JsonObject form) => form["without"] is JsonArray names ? [.. names.OfType<JsonValue>().Select(n => n.TryGetValue(out string? text) ? text : "")] : [];

    /// <summary>The fields of the base form that a form extends.</summary>
    public static IEnumerable<JsonObject> Shared(DraftFile file, JsonObject form) =>
        (file.Root["baseForms"] as JsonObject)?[DraftFile.Text(form, "extends")] is JsonObject basis && basis["fields"] is JsonArray fields ? fields.OfType<JsonObject>() : [];

    /// <summary>A base field that no form has any more.</summary>
    public static Field SharedPlain(DraftFile file, string code)
    {
        var found = (file.Root["baseForms"] as JsonObject ?? []).Select(b => b.Value).OfType<JsonObject>()
            .SelectMany(b => b["fields"] is JsonArray fields ? fields.OfType<JsonObject>() : []).First(f => DraftFile.Text(f, "code") == code);
        return new(code, DraftFile.Text(found, "label"), TypeOf(DraftFile.Text(found, "type")));
    }

    /// <summary>Why a base field cannot be switched off; null where it can.</summary>
    public static Problem? Fixed(string code) => code switch
    {
        ItemForm.StatusField or ItemForm.NarrativeField => Problem.Invalid(nameof(Problems.FormStatusFixed)),
        ItemForm.ExplanationField => Problem.Invalid(nameof(Problems.FormExplainFixed)),
        _ => null,
    };

    /// <summary>Where a field that is switched off stands among the others: after the one it followed.</summary>
    public static int Place(List<(JsonObject Field, bool Off)> among, JsonObject off)
    {
        var list = DraftFile.Text(off, "list");
        var after = DraftFile.Text(off, "after");
        if (after.Length > 0 && among.FindIndex(f => DraftFile.Text(f.Field, "code") == after) is >= 0 and var at)
        {
            return at + 1;
        }

        return list == "tables" ? among.FindIndex(f => DraftFile.Text(f.Field, "type") == "table") is >= 0 and var first ? first : among.Count : 0;
    }

    /// <summary>A field's definition, as a person sees it.</summary>
    public static FieldDraft Read(DraftFile file, JsonObject field) => new(DraftFile.Text(field, "label"), TypeOf(DraftFile.Text(field, "type")))
    {
        Unit = Some(field, "unit"),
        Guidance = Some(field, "guidance"),
        Required = field["required"] is JsonValue required && required.TryGetValue(out bool truth) && truth,
        VisibleWhen = Some(field, "visibleWhen"),
        Min = Figure(field, "min"),
        Max = Figure(field, "max"),
        MaxLength = (int?)Whole(field, "maxLength"),
        Decimals = (int?)Whole(field, "decimals"),
        MinRows = (int?)Whole(field, "minRows"),
        MaxRows = (int?)Whole(field, "maxRows"),
        Sensitive = field["sensitive"] is JsonValue sensitive && sensitive.TryGetValue(out bool hidden) && hidden,
        Rollup = Some(field, "rollup") ?? "none",
        Themes = field["themes"] is JsonArray themes ? [.. themes.OfType<JsonValue>().Select(t => t.TryGetValue(out string? text) ? text : "").Where(t => t.Length > 0)] : [],
        Choices = Choices(file, field),
        Columns = field["columns"] is JsonArray columns ? [.. columns.OfType<JsonObject>().Select(c => new ColumnDraft(DraftFile.Text(c, "key"), DraftFile.Text(c, "label"), TypeOf(DraftFile.Text(c, "type")))
        {
            Unit = Some(c, "unit"),
            Required = c["required"] is JsonValue r && r.TryGetValue(out bool t) && t,
            Choices = Choices(file, c),
        })] : [],
    };

    /// <summary>Writes what a person set into a field; what else stands there stays.</summary>
    public static void Write(DraftFile file, JsonObject field, FieldDraft draft)
    {
        var code = DraftFile.Text(field, "code");
        (field["label"], field["unit"], field["guidance"], field["visibleWhen"]) = (Tidy(draft.Label), Tidy(draft.Unit), Tidy(draft.Guidance), Tidy(draft.VisibleWhen));
        (field["min"], field["max"], field["maxLength"], field["decimals"]) = (draft.Min, draft.Max, draft.MaxLength, draft.Decimals);
        (field["required"], field["sensitive"], field["rollup"], field["themes"]) = (draft.Required, draft.Sensitive, draft.Rollup, DraftFile.Array(draft.Themes));
        field["type"] = TypeWord(file, field, draft.Type, draft.Choices, code);
        if (draft.Type is FieldType.Table)
        {
            (field["minRows"], field["maxRows"]) = (draft.MinRows, draft.MaxRows);
            WriteColumns(file, field, draft.Columns, code);
        }
    }

    /// <summary>A rule as a person sees it.</summary>
    public static DraftRule Rule(JsonObject rule, bool off) => new(DraftFile.Text(rule, "code"), DraftFile.Text(rule, "scope"),
        Severities.FirstOrDefault(s => s.Value == DraftFile.Text(rule, "severity")).Key, DraftFile.Text(rule, "expression"), DraftFile.Text(rule, "message"), off);

    /// <summary>The word of the file for a severity.</summary>
    public static string Word(Severity severity) => Severities[severity];

    /// <summary>A new code of an item's own field: "XA-01" gives XA01.01, its tables XA01.T1. No item of the request has it, nor had it before it was switched off.</summary>
    public static string NextCode(DraftFile file, string item, bool table)
    {
        var stem = new string([.. item.Where(char.IsAsciiLetterOrDigit)]);
        stem = stem.Length == 0 || char.IsAsciiDigit(stem[0]) ? $"N{stem}" : stem;
        var taken = Codes(file);
        return Enumerable.Range(1, int.MaxValue - 1).Select(k => table ? $"{stem}.T{k}" : $"{stem}.{k:00}").First(c => !taken.Contains(c));
    }

    /// <summary>All codes of own fields, switched off or on.</summary>
    public static HashSet<string> Codes(DraftFile file) => [.. file.ItemArray.OfType<JsonObject>().SelectMany(i => new[] { i["form"], i["formAside"] }).OfType<JsonObject>()
        .SelectMany(f => Own(f).Concat(Off(f).Select(o => o["field"]).OfType<JsonObject>())).Select(f => DraftFile.Text(f, "code"))];

    /// <summary>A word for codes: accents and signs taken away.</summary>
    /// <param name="label">What it is made of.</param>
    /// <param name="capitals">DA_XONG instead of daXong.</param>
    /// <param name="taken">What it must not be.</param>
    public static string Identifier(string label, bool capitals, IReadOnlySet<string> taken)
    {
        var words = Fold.Of(label).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => new string([.. w.Where(char.IsAsciiLetterOrDigit)])).Where(w => w.Length > 0).Take(capitals ? 6 : 3).ToList();
        var made = new StringBuilder();
        foreach (var word in words)
        {
            made.Append(capitals ? (made.Length == 0 ? "" : "_") + word.ToUpperInvariant() : made.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]);
        }

        var stem = made.Length == 0 || !char.IsAsciiLetter(made[0]) ? (capitals ? "LC_" : "c") + made : made.ToString();
        return taken.Contains(stem) || Reserved.Contains(stem) ? Enumerable.Range(2, int.MaxValue - 2).Select(k => $"{stem}{k}").First(c => !taken.Contains(c)) : stem;
    }

    private static readonly HashSet<string> Reserved = ["if", "then", "else", "and", "or", "not", "in", "is", "blank", "null", "true", "false", "sum", "count", "evidence"];

    private static void WriteColumns(DraftFile file, JsonObject table, IReadOnlyList<ColumnDraft> columns, string code)
    {
        var before = table["columns"] is JsonArray old ? old.OfType<JsonObject>().ToDictionary(c => DraftFile.Text(c, "key"), c => c) : [];
        var keys = columns.Select(c => c.Key).Where(k => k.Length > 0).ToHashSet();
        var written = new List<JsonNode?>();
        foreach (var column in columns)
        {
            var key = column.Key.Length > 0 ? column.Key : Identifier(column.Label, false, keys);
            keys.Add(key);
            var json = before.TryGetValue(key, out var own) ? own.DeepClone().AsObject() : new JsonObject { ["key"] = key };
            (json["label"], json["unit"], json["required"]) = (Tidy(column.Label), Tidy(column.Unit), column.Required);
            json["type"] = TypeWord(file, json, column.Type, column.Choices, $"{code}.{key}");
            written.Add(json);
        }

        table["columns"] = new JsonArray([.. written]);
    }

    /// <summary>The word of a type. A choice keeps the list it had while that offers the same; else it gets a list of its own, so that another field's list stays.</summary>
    private static string TypeWord(DraftFile file, JsonObject field, FieldType type, IReadOnlyList<Choice> choices, string code)
    {
        if (type is not FieldType.Choice)
        {
            return Words[type];
        }

        var before = Choices(file, field);
        if (DraftFile.Text(field, "type") is var word && word.StartsWith(EnumPrefix, StringComparison.Ordinal) && before.Select(c => c.Label).SequenceEqual(choices.Select(c => c.Label.Trim())))
        {
            return word;
        }

        if (file.Root["enums"] is not JsonObject enums)
        {
            file.Root["enums"] = enums = [];
        }

        var codes = new HashSet<string>();
        var list = new JsonArray();
        foreach (var (choice, k) in choices.Select((c, k) => (c, k)))
        {
            var kept = before.FirstOrDefault(b => b.Label == choice.Label.Trim())?.Code ?? (choice.Code.Length > 0 && !codes.Contains(choice.Code) ? choice.Code : Identifier(choice.Label, true, codes));
            codes.Add(kept);
            list.Add(new JsonObject { ["code"] = kept, ["label"] = Tidy(choice.Label), ["order"] = k + 1 });
        }

        var name = code.Replace('.', '_');
        enums[name] = list;
        return EnumPrefix + name;
    }

    private static List<Choice> Choices(DraftFile file, JsonObject field) =>
        DraftFile.Text(field, "type") is var word && word.StartsWith(EnumPrefix, StringComparison.Ordinal) && (file.Root["enums"] as JsonObject)?[word[EnumPrefix.Length..]] is JsonArray list
            ? [.. list.OfType<JsonObject>().Select(c => new Choice(DraftFile.Text(c, "code"), DraftFile.Text(c, "label"), Some(c, "note")))] : [];

    private static FieldType TypeOf(string word) => word.StartsWith(EnumPrefix, StringComparison.Ordinal) ? FieldType.Choice : Words.FirstOrDefault(w => w.Value == word).Key;

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : Fold.Nfc(text).Trim();

    private static string? Some(JsonObject of, string name) => DraftFile.Text(of, name) is { Length: > 0 } text ? text : null;

    private static decimal? Figure(JsonObject of, string name) => of[name] is JsonValue value && decimal.TryParse(value.ToJsonString(), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal? Whole(JsonObject of, string name) => Figure(of, name) is { } number && number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue ? number : null;
}
