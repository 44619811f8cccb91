using System.Text.Json.Nodes;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Requests;

namespace Portal.Tests.Support;

/// <summary>The letter's file with something changed, as a coordinator would bring it to amend the form.</summary>
internal sealed class AmendedLetter
{
    private readonly JsonNode file;

    private AmendedLetter(string json) => file = JsonNode.Parse(json)!;

    /// <summary>The letter as it lies beside the program.</summary>
    public static AmendedLetter New => new(BinhSonLetter.Json);

    /// <summary>The text of the file.</summary>
    public string Json => file.ToJsonString();

    /// <summary>The file, read.</summary>
    public RequestDefinition Read()
    {
        var read = RequestFile.Parse(Json);
        Assert.True(read.Ok, read.Problem?.Text);
        return read.Value!;
    }

    public AmendedLetter AddField(string item, string code, string type = "integer", bool required = false)
    {
        Indicators(item).Add(new JsonObject { ["code"] = code, ["label"] = $"Chỉ tiêu thêm {code}", ["unit"] = "việc", ["type"] = type, ["required"] = required, ["rollup"] = "sum", ["origin"] = "proposal" });
        return this;
    }

    public AmendedLetter Retype(string item, string code, string type) => Set(Indicator(item, code), "type", type);

    public AmendedLetter Limit(string item, string code, int max) => Set(Indicator(item, code), "max", max);

    /// <summary>Another limit of length for a field that every item has.</summary>
    public AmendedLetter Lengthen(string code, int characters) => Set(file["baseForms"]!["BASE_ITEM_FORM"]!["fields"]!.AsArray().First(f => (string?)f!["code"] == code)!, "maxLength", characters);

    public AmendedLetter Relabel(string item, string code, string label) => Set(Indicator(item, code), "label", label);

    public AmendedLetter RemoveField(string item, string code)
    {
        Indicators(item).Remove(Indicator(item, code));
        return this;
    }

    public AmendedLetter RemoveColumn(string item, string table, string column)
    {
        var columns = Item(item)["form"]!["tables"]!.AsArray().First(t => (string?)t!["code"] == table)!["columns"]!.AsArray();
        columns.Remove(columns.First(c => (string?)c!["key"] == column));
        return this;
    }

    public AmendedLetter AddRule(string code, string scope, string expression, string severity = "error")
    {
        file["validationRules"]!.AsArray().Add(new JsonObject { ["code"] = code, ["scope"] = scope, ["severity"] = severity, ["expression"] = expression, ["message"] = $"Quy tắc {code}", ["origin"] = "proposal" });
        return this;
    }

    /// <summary>A report item more for a group, after an item of it.</summary>
    public AmendedLetter AddItem(string code, string group, string after)
    {
        var items = file["items"]!.AsArray();
        items.Insert(items.IndexOf(Item(after)) + 1, new JsonObject
        {
            ["code"] = code,
            ["groupCode"] = group,
            ["letterRef"] = "mục bổ sung",
            ["kind"] = "report",
            ["title"] = $"Nội dung thêm {code}",
            ["text"] = "Báo cáo nội dung giao thêm.",
            ["verbatimParagraph"] = "Báo cáo nội dung giao thêm.",
            ["origin"] = "letter",
            ["form"] = new JsonObject { ["extends"] = "BASE_ITEM_FORM", ["indicators"] = new JsonArray(), ["tables"] = new JsonArray(), ["evidence"] = new JsonObject { ["extends"] = "BASE_EVIDENCE" } },
            ["consolidation"] = new JsonObject { ["annex"] = "PL4" },
            ["themes"] = new JsonArray("CHI_DAO"),
        });
        Group(group)["itemCodes"]!.AsArray().Add(code);
        return Count("reportItems", 1).Count("itemReportsExpected", Group(group)["unitCodes"]!.AsArray().Count);
    }

    public AmendedLetter RemoveItem(string code)
    {
        var group = Group((string)Item(code)["groupCode"]!);
        file["items"]!.AsArray().Remove(Item(code));
        group["itemCodes"]!.AsArray().Remove(group["itemCodes"]!.AsArray().First(c => (string?)c == code));
        Forget("validationRules", r => (string?)r["scope"] == code || ((string?)r["expression"])!.Contains($"{code.Replace("-", "", StringComparison.Ordinal)}.", StringComparison.Ordinal));
        Forget("crossUnitReconciliation", r => $"{r["left"]} {r["right"]}".Contains(code, StringComparison.Ordinal));
        return Count("reportItems", -1).Count("itemReportsExpected", -group["unitCodes"]!.AsArray().Count);
    }

    public AmendedLetter MoveItem(string code, string to)
    {
        var from = Group((string)Item(code)["groupCode"]!);
        from["itemCodes"]!.AsArray().Remove(from["itemCodes"]!.AsArray().First(c => (string?)c == code));
        Group(to)["itemCodes"]!.AsArray().Add(code);
        Count("itemReportsExpected", Group(to)["unitCodes"]!.AsArray().Count - from["unitCodes"]!.AsArray().Count);
        return Set(Item(code), "groupCode", to);
    }

    public AmendedLetter Recode(string code, string now)
    {
        var codes = Group((string)Item(code)["groupCode"]!)["itemCodes"]!.AsArray();
        codes[codes.ToList().FindIndex(c => (string?)c == code)] = now;
        foreach (var rule in file["validationRules"]!.AsArray().Where(r => (string?)r!["scope"] == code))
        {
            rule!["scope"] = now;
        }

        return Set(Item(code), "code", now);
    }

    public AmendedLetter AddUnit(string code, string official, string group)
    {
        var name = $"UBND xã {code}";
        file["units"]!.AsArray().Add(new JsonObject { ["code"] = code, ["officialCode"] = official, ["name"] = name, ["fullName"] = $"Ủy ban nhân dân xã {code}", ["shortName"] = code, ["kind"] = "ubnd-xa", ["groupCode"] = group, ["placeName"] = code });
        Group(group)["unitCodes"]!.AsArray().Add(code);
        return Count("units", 1).Count("itemReportsExpected", Group(group)["itemCodes"]!.AsArray().Count);
    }

    public AmendedLetter RemoveUnit(string code)
    {
        var units = file["units"]!.AsArray();
        var unit = units.First(u => (string?)u!["code"] == code)!;
        var group = Group((string)unit["groupCode"]!);
        units.Remove(unit);
        group["unitCodes"]!.AsArray().Remove(group["unitCodes"]!.AsArray().First(c => (string?)c == code));
        return Count("units", -1).Count("itemReportsExpected", -group["itemCodes"]!.AsArray().Count);
    }

    /// <summary>Another word in the request itself.</summary>
    public AmendedLetter Say(string member, JsonNode value) => Set(file["request"]!, member, value);

    private void Forget(string list, Func<JsonNode, bool> gone)
    {
        foreach (var one in file[list]!.AsArray().Where(r => gone(r!)).ToList())
        {
            file[list]!.AsArray().Remove(one);
        }
    }

    private AmendedLetter Count(string name, int by) => Set(file["counts"]!, name, (int)file["counts"]![name]! + by);

    private AmendedLetter Set(JsonNode of, string member, JsonNode? value)
    {
        of[member] = value;
        return this;
    }

    private JsonNode Item(string code) => file["items"]!.AsArray().First(i => (string?)i!["code"] == code)!;

    private JsonNode Group(string code) => file["groups"]!.AsArray().First(g => (string?)g!["code"] == code)!;

    private JsonArray Indicators(string item) => Item(item)["form"]!["indicators"]!.AsArray();

    private JsonNode Indicator(string item, string code) => Indicators(item).First(f => (string?)f!["code"] == code)!;
}
