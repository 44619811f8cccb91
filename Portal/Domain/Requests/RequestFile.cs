using System.Text;
using System.Text.Json;
using System.Text.Unicode;

using Portal.Domain.Consolidation;

namespace Portal.Domain.Requests;

/// <summary>Reads the file that defines a request: Letters/&lt;code&gt;/request.json.</summary>
public static class RequestFile
{
    private const int FaultsNamed = 10;

    private static readonly Dictionary<string, SignedReport> SignedReports = new()
    {
        ["none"] = SignedReport.None,
        ["optional"] = SignedReport.Optional,
        ["required"] = SignedReport.Required,
    };

    private static readonly Dictionary<string, ItemKind> ItemKinds = new() { ["report"] = ItemKind.Report, ["coordination"] = ItemKind.Duty };

    /// <summary>Reads a request.json. A broken file gives a Problem that names the places by path and code, never an exception.</summary>
    /// <param name="json">The file's bytes, UTF-8.</param>
    public static Outcome<RequestDefinition> Parse(ReadOnlySpan<byte> json)
    {
        var opened = Open(json);
        if (opened.Problem is { } problem)
        {
            return problem;
        }
        using var document = opened.Value!;
        var faults = new List<string>();
        var definition = Read(new(document.RootElement, "", faults));
        var places = faults.Distinct().ToList();
        return places.Count == 0 ? definition
            : Problem.Invalid(nameof(Problems.RequestFileBroken), places.Count, string.Join('\n', places.Take(FaultsNamed)));
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static Outcome<RequestDefinition> Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    private static Outcome<JsonDocument> Open(ReadOnlySpan<byte> json)
    {
        var start = json.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        if (!Utf8.IsValid(json))
        {
            return Problem.Invalid(nameof(Problems.RequestFileBroken), 1, Problem.Invalid(nameof(Problems.FileNotUtf8)).Text);
        }
        try
        {
            return JsonDocument.Parse(json[start..].ToArray(), new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            var where = Problem.Invalid(nameof(Problems.FileNotJson), e.LineNumber + 1, e.BytePositionInLine + 1).Text;
            return Problem.Invalid(nameof(Problems.RequestFileBroken), 1, where);
        }
        catch (InvalidOperationException)
        {
            // Half a character escaped in the name of a member: the comparison of names cannot read it.
            return Problem.Invalid(nameof(Problems.RequestFileBroken), 1, Problem.Invalid(nameof(Problems.FileNotUtf8)).Text);
        }
    }

    private static RequestDefinition Read(JsonPlace file)
    {
        var request = file.Needed("request");
        var groups = file.List("groups");
        var units = Units(file.List("units"), [.. groups.SelectMany(g => g.Texts("unitCodes"))]);
        var signed = request.Word("signedReport", SignedReports);
        var definition = new RequestDefinition
        {
            Code = request.Text("code"),
            Kind = request.Text("kind"),
            KindLabel = request.Text("kindLabel"),
            Letter = Letter(request),
            Deadline = new(request.Needed("deadline").TextOrNull("text") ?? "", request.At("deadline").Instant("instant"), request.At("deadline").Truth("inclusive")),
            ReportPeriod = request.TextOrNull("reportPeriod"),
            UpwardDeadline = request.Instant("upwardDeadline"),
            EvidenceRequired = request.Truth("evidenceRequired"),
            ReceivingUnitCode = request.Text("receivingUnitCode"),
            CoordinatingUnitCode = request.Text("coordinatingUnitCode"),
            SignedReport = signed,
            Groups = [.. groups.Select(g => new RequestGroup(g.Text("code"), g.Whole("order") ?? 0, g.Text("title"), g.Text("role"), g.Texts("unitCodes"), g.Texts("itemCodes")))],
            Units = units,
            OrganisationUnits = [.. file.At("organisation").List("units").Select((u, i) => Unit(u, units.Count + i + 1))],
            TopUnitCode = file.At("organisation").TextOrNull("topUnitCode"),
            Items = [.. file.List("items").Select(Item)],
            Themes = [.. file.List("themes").Select(t => new Theme(t.Text("code"), t.Text("label")))],
            Template = new FormFile(file, units).Read(signed),
            Reconciliations = [.. file.List("crossUnitReconciliation").Select(d => new Reconciliation(d.Text("code"), d.Text("severity"), d.Text("left"), d.Text("right"), d.Text("message")))],
            DerivedIndicators = [.. file.List("derivedIndicators").Select(d => new DerivedIndicator(d.Text("code"), d.Text("label"), d.TextOrNull("unit"), d.Text("formula"), d.Whole("decimals") ?? 0, d.TextOrNull("note")))],
            Annexes = [.. file.At("consolidation").List("annexes").Select(a => new Annex(a.Text("code"), a.Text("title")))],
            Outline = ReportOutline.Read(file.At("consolidation")),
        };
        RequestLinks.Check(file, definition);
        return definition;
    }

    private static LetterFacts Letter(JsonPlace request) => new()
    {
        DocumentType = request.Text("documentType"),
        IssuingBody = request.Text("issuingBody"),
        LetterheadLines = request.Texts("letterheadLines"),
        Number = request.TextOrNull("number"),
        Symbol = request.TextOrNull("symbol") ?? "",
        NumberDisplay = request.TextOrNull("numberDisplay") ?? "",
        NumberPattern = request.TextOrNull("numberPattern") ?? "",
        Place = request.TextOrNull("place") ?? "",
        Date = request.Day("date"),
        DateDisplay = request.TextOrNull("dateDisplay") ?? "",
        Subject = request.Text("subject"),
        Addressees = request.Texts("addressees"),
        SuperiorReference = request.At("superiorReference") is { Exists: true } s
            ? new(s.TextOrNull("type") ?? "", s.Text("number"), s.Day("date"), s.TextOrNull("issuer") ?? "", s.TextOrNull("subject") ?? "", s.TextOrNull("note")) : null,
        OrderedBy = request.TextOrNull("orderedBy") ?? "",
        OpeningText = request.TextOrNull("openingText") ?? "",
        ReceivingText = request.TextOrNull("receivingText") ?? "",
        ReportUpTo = request.TextOrNull("reportUpTo") ?? "",
        Recipients = request.Texts("recipients"),
        Signer = Signer(request.At("signer")),
        Notes = request.Names.Where(n => n.EndsWith("Note", StringComparison.Ordinal)).ToDictionary(n => n[..^"Note".Length], request.Text),
    };

    private static Signer Signer(JsonPlace signer) => new(signer.TextOrNull("authorityLine") ?? "", signer.TextOrNull("title") ?? "", signer.TextOrNull("name") ?? "");

    /// <summary>The units in the order of the letter's groups, which is the official order.</summary>
    private static IReadOnlyList<RequestUnit> Units(IReadOnlyList<JsonPlace> places, List<string> order) =>
        [.. places.OrderBy(p => order.IndexOf(p.TextOrNull("code") ?? "") is >= 0 and var at ? at : int.MaxValue).Select((p, i) => Unit(p, i + 1))];

    private static RequestUnit Unit(JsonPlace unit, int order)
    {
        var name = unit.Text("name");
        return new(unit.Text("code"), name, unit.Text("fullName"), unit.Text("kind"), unit.TextOrNull("groupCode"), order)
        {
            OfficialCode = unit.TextOrNull("officialCode"),
            ShortName = unit.TextOrNull("shortName") ?? name,
            LetterheadParent = unit.TextOrNull("letterheadParent"),
            LetterheadLines = unit.Texts("letterheadLines"),
            PlaceName = unit.TextOrNull("placeName"),
            Aliases = unit.Texts("aliases"),
            Note = unit.TextOrNull("note"),
        };
    }

    private static AssignedItem Item(JsonPlace item) => new(
        item.Text("code"), item.Text("groupCode"), item.TextOrNull("letterRef") ?? "", item.Word("kind", ItemKinds), item.Text("title"), item.Text("text"),
        item.Text("verbatimParagraph"), item.Texts("themes"), item.At("consolidation").TextOrNull("annex"), item.Text("origin"));
}
