using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Domain.Requests.Drafting;

/// <summary>One change to a request that is being written.</summary>
public abstract record DraftEdit
{
    /// <summary>Makes it; refused, the file may be half changed and is thrown away by <see cref="DraftFile.Change"/>.</summary>
    internal abstract Problem? Apply(DraftFile file);

    /// <summary>Whether what it changes is in both files the same, so that it may be made on the second though it was meant for the first.</summary>
    /// <param name="seen">The file that was seen.</param>
    /// <param name="now">The file as somebody else has left it.</param>
    public virtual bool StillFits(DraftFile seen, DraftFile now) => false;
}

/// <summary>Writes a fact of the letter or the request, or empties it.</summary>
/// <param name="Path">Which: see <see cref="Kinds"/>.</param>
/// <param name="Value">The text; a day as <c>2024-06-24</c>, an instant with its offset; null or blank empties.</param>
public sealed record SetFact(string Path, string? Value) : DraftEdit
{
    private enum Kind { Text, Day, Instant, Lines, Truth }

    private const int Longest = 4000;

    private static readonly Dictionary<string, Kind> Kinds = new()
    {
        ["kindLabel"] = Kind.Text,
        ["documentType"] = Kind.Text,
        ["issuingBody"] = Kind.Text,
        ["letterheadLines"] = Kind.Lines,
        ["number"] = Kind.Text,
        ["symbol"] = Kind.Text,
        ["place"] = Kind.Text,
        ["date"] = Kind.Day,
        ["subject"] = Kind.Text,
        ["addressees"] = Kind.Lines,
        ["superiorReference.type"] = Kind.Text,
        ["superiorReference.number"] = Kind.Text,
        ["superiorReference.date"] = Kind.Day,
        ["superiorReference.issuer"] = Kind.Text,
        ["superiorReference.subject"] = Kind.Text,
        ["superiorReference.note"] = Kind.Text,
        ["orderedBy"] = Kind.Text,
        ["openingText"] = Kind.Text,
        ["receivingText"] = Kind.Text,
        ["receivingUnitCode"] = Kind.Text,
        ["reportUpTo"] = Kind.Text,
        ["recipients"] = Kind.Lines,
        ["signer.authorityLine"] = Kind.Text,
        ["signer.title"] = Kind.Text,
        ["signer.name"] = Kind.Text,
        ["deadline.text"] = Kind.Text,
        ["deadline.instant"] = Kind.Instant,
        ["deadline.inclusive"] = Kind.Truth,
        ["evidenceRequired"] = Kind.Truth,
        ["signedReport"] = Kind.Text,
        [OpenPoint.Period] = Kind.Text,
        [OpenPoint.Upward] = Kind.Instant,
        [OpenPoint.Recommendations] = Kind.Lines,
    };

    /// <inheritdoc/>
    public override bool StillFits(DraftFile seen, DraftFile now) => seen.Fact(Path) == now.Fact(Path) && seen.Lines(Path).SequenceEqual(now.Lines(Path));

    internal override Problem? Apply(DraftFile file)
    {
        if (!Kinds.TryGetValue(Path, out var kind))
        {
            return Problem.Invalid(nameof(Problems.DraftFactUnknown), Path);
        }

        var written = Fold.Nfc(Value ?? "").Trim();
        if (written.Length > Longest)
        {
            return Problem.Invalid(nameof(Problems.DraftTextTooLong), Longest).At(Path);
        }

        if (Read(kind, written) is not { } value)
        {
            return Problem.Invalid(kind is Kind.Day ? nameof(Problems.DraftDayUnread) : nameof(Problems.DraftMomentUnread)).At(Path);
        }

        var at = Place(file.Request);
        at[Path.Split('.')[^1]] = value.Node;
        if (Path == "symbol")
        {
            file.Request["numberPattern"] = written.Length == 0 ? null : $"^(0[1-9]|[1-9][0-9]{{0,4}})/{Regex.Escape(written)}$";
        }

        return null;
    }

    private JsonObject Place(JsonObject request)
    {
        var at = request;
        foreach (var name in Path.Split('.')[..^1])
        {
            if (at[name] is not JsonObject inner)
            {
                at[name] = inner = [];
            }

            at = inner;
        }

        return at;
    }

    private static Written? Read(Kind kind, string text) => kind switch
    {
        Kind.Lines => new(DraftFile.Array(text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))),
        Kind.Truth => new(text == "true"),
        _ when text.Length == 0 => new(null),
        Kind.Day => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? new(text) : null,
        Kind.Instant => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at) ? new(at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)) : null,
        _ => new(text),
    };

    private sealed record Written(JsonNode? Node);
}

/// <summary>Says of an open point that it is not needed, or confirms what looks doubtful; or opens it again.</summary>
/// <param name="Point">Which.</param>
/// <param name="Note">What is said; null opens it again.</param>
public sealed record SettlePoint(string Point, string? Note) : DraftEdit
{
    /// <inheritdoc/>
    public override bool StillFits(DraftFile seen, DraftFile now) => seen.Points.FirstOrDefault(p => p.Code == Point) == now.Points.FirstOrDefault(p => p.Code == Point);

    internal override Problem? Apply(DraftFile file)
    {
        if (file.Points.All(p => p.Code != Point))
        {
            return Problem.Invalid(nameof(Problems.DraftFactUnknown), Point);
        }

        file.Settle(Point, Note);
        return null;
    }
}

/// <summary>Puts another file in the place of this one: what was before, when a step is taken back.</summary>
/// <param name="Json">The file; of the same request.</param>
public sealed record ReplaceDraft(string Json) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        var other = DraftFile.Of(Json);
        if (other.Problem is { } problem)
        {
            return problem;
        }

        if (other.Value!.Fact("code") != file.Fact("code"))
        {
            return Problem.Invalid(nameof(Problems.DraftFileBroken));
        }

        file.Replace((JsonObject)other.Value.Root.DeepClone());
        return null;
    }
}
