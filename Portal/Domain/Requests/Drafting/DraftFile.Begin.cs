using System.Text.Json.Nodes;

namespace Portal.Domain.Requests.Drafting;

/// <summary>What a draft begins with: nothing, another request, a file.</summary>
public sealed partial class DraftFile
{
    private static readonly string[] OnceOnly = ["number", "date", "numberDisplay", "dateDisplay", OpenPoint.Period, OpenPoint.Upward, OpenPoint.Recommendations, "superiorReference"];

    /// <summary>Begins one.</summary>
    /// <param name="starter">The file every request begins with: base forms, rules for every item, lists of choices.</param>
    /// <param name="code">The request's code.</param>
    /// <param name="coordinator">The unit that gathers the answers.</param>
    /// <param name="letter">The letter's text; null where there is none.</param>
    public static DraftFile Start(string starter, string code, RequestUnit coordinator, string? letter)
    {
        var file = Of(starter).Value ?? throw new InvalidDataException("The starter is no file.");
        (file.Request["code"], file.Request["coordinatingUnitCode"], file.Request["receivingUnitCode"]) = (code, coordinator.Code, coordinator.Code);
        file.Request["receivingUnit"] = coordinator.Name;
        file.root["coordinator"] = UnitJson(coordinator, null);
        file.root["letterText"] = letter;
        return file;
    }

    /// <summary>Begins one as a copy: groups, items and forms stay; what belongs to the one letter goes: its number, its days, its text and what was settled of it.</summary>
    /// <param name="definition">The earlier file.</param>
    /// <param name="code">The new request's code.</param>
    /// <param name="coordinator">The unit that gathers the answers.</param>
    public static Outcome<DraftFile> Copy(string definition, string code, RequestUnit coordinator)
    {
        var copied = Import(definition, code, coordinator);
        if (copied.Value is { } file)
        {
            foreach (var once in OnceOnly)
            {
                file.Request[once] = null;
            }

            foreach (var note in file.Request.Select(m => m.Key).Where(k => k.EndsWith("Note", StringComparison.Ordinal)).ToList())
            {
                file.Request.Remove(note);
            }

            file.Request["deadline"] = new JsonObject { ["text"] = null, ["instant"] = null, ["inclusive"] = file.Deadline.Inclusive };
            file.root.Remove("letterText");
            file.root.Remove("settled");
        }

        return copied;
    }

    /// <summary>Begins one from a file of this or another portal.</summary>
    /// <param name="json">The file; a definition, also one that is not complete.</param>
    /// <param name="code">The new request's code.</param>
    /// <param name="coordinator">The unit that gathers the answers.</param>
    public static Outcome<DraftFile> Import(string json, string code, RequestUnit coordinator)
    {
        var read = Of(json);
        if (read.Value is not { } file)
        {
            return read;
        }

        if (file.root["request"] is not JsonObject || file.root["groups"] is not JsonArray || file.root["items"] is not JsonArray)
        {
            return Problem.Invalid(nameof(Problems.DraftFileBroken));
        }

        (file.Request["code"], file.Request["coordinatingUnitCode"], file.Request["receivingUnitCode"]) = (code, coordinator.Code, coordinator.Code);
        file.root["coordinator"] = UnitJson(coordinator, null);
        file.root.Remove("reading");
        file.Tidy();
        return file;
    }
}
