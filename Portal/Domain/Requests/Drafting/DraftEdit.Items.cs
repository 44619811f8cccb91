using System.Text;
using System.Text.Json.Nodes;

namespace Portal.Domain.Requests.Drafting;

/// <summary>Adds an item: what was marked in the letter, or what was written.</summary>
/// <param name="Group">Whose.</param>
/// <param name="Text">The clause; null takes the words of the marked place.</param>
/// <param name="Span">The marked place; null where it is not in the letter.</param>
/// <param name="Index">Its place in the group, from 0; null puts it last.</param>
public sealed record AddItem(string Group, string? Text, LetterSpan? Span, int? Index = null) : DraftEdit
{
    /// <summary>Where in the letter it stands; null where a person marked it.</summary>
    public string? LetterRef { get; init; }

    /// <summary>Reported on, or a duty.</summary>
    public ItemKind Kind { get; init; }

    /// <summary>The whole paragraph of the letter; null takes the one around the marked place.</summary>
    public string? Verbatim { get; init; }

    internal override Problem? Apply(DraftFile file)
    {
        if (file.GroupAt(Group) is not { } group)
        {
            return Problem.Invalid(nameof(Problems.DraftGroupUnknown));
        }

        if (Span is { } span && (span.Start < 0 || span.Length <= 0 || span.End > file.Letter.Length))
        {
            return Problem.Invalid(nameof(Problems.DraftSpanOutside));
        }

        var text = ItemWords.Tidy(Text ?? (Span is { } at ? file.Letter.Substring(at.Start, at.Length) : ""));
        if (text.Length == 0)
        {
            return Problem.Invalid(nameof(Problems.DraftTextBlank)).At("text");
        }

        var code = ItemWords.NextCode(file, DraftFile.Text(group, "title"));
        var item = new JsonObject
        {
            ["code"] = code,
            ["groupCode"] = Group,
            ["letterRef"] = LetterRef ?? "",
            ["kind"] = "report",
            ["title"] = ItemWords.Title(text),
            ["text"] = text,
            ["verbatimParagraph"] = Verbatim ?? (Span is { } place ? ItemWords.Paragraph(file.Letter, place) : text),
            ["origin"] = Span is null ? "proposal" : "letter",
            ["form"] = ItemWords.PlainForm(),
            ["themes"] = new JsonArray(),
        };
        ItemWords.Insert(file, item, Group, Index);
        file.Mark(LetterMark.OfItem(code), Span);
        return Kind is ItemKind.Duty ? new SetItemKind(code, Kind).Apply(file) : null;
    }
}

/// <summary>Words an item anew.</summary>
public sealed record WriteItem(string Item, string Title, string Text) : DraftEdit
{
    /// <inheritdoc/>
    public override bool StillFits(DraftFile seen, DraftFile now) => seen.Items.FirstOrDefault(i => i.Code == Item) is { } item && item == now.Items.FirstOrDefault(i => i.Code == Item);

    internal override Problem? Apply(DraftFile file)
    {
        if (file.ItemAt(Item) is not { } item)
        {
            return Problem.Invalid(nameof(Problems.DraftItemUnknown));
        }

        if (string.IsNullOrWhiteSpace(Text))
        {
            return Problem.Invalid(nameof(Problems.DraftTextBlank)).At("text");
        }

        if (string.IsNullOrWhiteSpace(Title))
        {
            return Problem.Invalid(nameof(Problems.DraftTextBlank)).At("title");
        }

        (item["title"], item["text"]) = (ItemWords.Tidy(Title), ItemWords.Tidy(Text));
        return null;
    }
}

/// <summary>Makes two of one.</summary>
/// <param name="Item">Which; it keeps the first part, its code and its form.</param>
/// <param name="At">Where its text is cut, from 0.</param>
public sealed record SplitItem(string Item, int At) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (file.ItemAt(Item) is not { } item)
        {
            return Problem.Invalid(nameof(Problems.DraftItemUnknown));
        }

        var text = DraftFile.Text(item, "text");
        var (first, second) = At > 0 && At < text.Length ? (ItemWords.Ended(text[..At]), ItemWords.Begun(text[At..])) : ("", "");
        if (first.Length == 0 || second.Length == 0)
        {
            return Problem.Invalid(nameof(Problems.DraftSplitNowhere));
        }

        var span = file.Span(LetterMark.OfItem(Item));
        var group = DraftFile.Text(item, "groupCode");
        var place = file.Items.Where(i => i.GroupCode == group).TakeWhile(i => i.Code != Item).Count();
        (item["text"], item["title"]) = (first, ItemWords.Title(first));
        file.Mark(LetterMark.OfItem(Item), ItemWords.Find(file.Letter, span, first));
        var added = new AddItem(group, second, ItemWords.Find(file.Letter, span, second), place + 1) { LetterRef = DraftFile.Text(item, "letterRef"), Kind = DraftFile.Text(item, "kind") == "coordination" ? ItemKind.Duty : ItemKind.Report, Verbatim = DraftFile.Text(item, "verbatimParagraph") };
        return added.Apply(file);
    }
}

/// <summary>Makes one of an item and the one after it in its group. The first keeps its code; figures and tables of both stay.</summary>
public sealed record MergeItems(string Item) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (file.ItemAt(Item) is not { } item)
        {
            return Problem.Invalid(nameof(Problems.DraftItemUnknown));
        }

        var group = DraftFile.Text(item, "groupCode");
        if (file.Items.Where(i => i.GroupCode == group).SkipWhile(i => i.Code != Item).Skip(1).FirstOrDefault() is not { } next)
        {
            return Problem.Invalid(nameof(Problems.DraftNothingToMerge));
        }

        var (first, second) = (file.Span(LetterMark.OfItem(Item)), next.Span);
        LetterSpan? both = first is { } a && second is { } b && b.Start >= a.End ? new(a.Start, b.End - a.Start, Math.Min(a.Confidence, b.Confidence)) : null;
        item["text"] = both is { } span ? ItemWords.Tidy(file.Letter.Substring(span.Start, span.Length)) : $"{DraftFile.Text(item, "text")}; {next.Text}";
        file.Mark(LetterMark.OfItem(Item), both ?? first);
        if (!DraftFile.Text(item, "verbatimParagraph").Contains(next.Verbatim, StringComparison.Ordinal))
        {
            item["verbatimParagraph"] = $"{DraftFile.Text(item, "verbatimParagraph")}\n{next.Verbatim}";
        }

        ItemWords.TakeFigures(item, file.ItemAt(next.Code)!);
        return new RemoveItem(next.Code).Apply(file);
    }
}

/// <summary>Puts an item in another place, also of another group.</summary>
/// <param name="Item">Which.</param>
/// <param name="Group">Whose it becomes.</param>
/// <param name="Index">Its place there, from 0.</param>
public sealed record MoveItem(string Item, string Group, int Index) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (file.ItemAt(Item) is not { } item)
        {
            return Problem.Invalid(nameof(Problems.DraftItemUnknown));
        }

        if (file.GroupAt(Group) is null)
        {
            return Problem.Invalid(nameof(Problems.DraftGroupUnknown));
        }

        file.ItemArray.Remove(item);
        item["groupCode"] = Group;
        ItemWords.Insert(file, item, Group, Index);
        return null;
    }
}

/// <summary>Says whether an item is reported on or is a duty. A duty has no form; the form it had lies aside and comes back with "report".</summary>
public sealed record SetItemKind(string Item, ItemKind Kind) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (file.ItemAt(Item) is not { } item)
        {
            return Problem.Invalid(nameof(Problems.DraftItemUnknown));
        }

        var (to, from) = Kind is ItemKind.Duty ? ("formAside", "form") : ("form", "formAside");
        if (item[from] is { } form)
        {
            item.Remove(from);
            item[to] = form;
        }

        if (Kind is ItemKind.Report && item["form"] is null)
        {
            item["form"] = ItemWords.PlainForm();
        }

        item["kind"] = Kind is ItemKind.Duty ? "coordination" : "report";
        return null;
    }
}

/// <summary>Takes an item away, with its figures and the rules on it.</summary>
public sealed record RemoveItem(string Item) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (file.ItemAt(Item) is not { } item)
        {
            return Problem.Invalid(nameof(Problems.DraftItemUnknown));
        }

        file.ItemArray.Remove(item);
        var rules = file.List("validationRules");
        foreach (var rule in rules.OfType<JsonObject>().Where(r => DraftFile.Text(r, "scope") == Item).ToList())
        {
            rules.Remove(rule);
        }

        return null;
    }
}

/// <summary>The words and the place of items.</summary>
internal static class ItemWords
{
    private const int TitleLength = 80;

    /// <summary>Composed, with single spaces, without the marks that end a clause.</summary>
    public static string Tidy(string text) => string.Join(' ', Fold.Nfc(text).Replace("**", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd(';', ',', '.', ' ');

    /// <summary>A first part, without what parted it from the second.</summary>
    public static string Ended(string text) => Tidy(text);

    /// <summary>A second part, without what parted it from the first.</summary>
    public static string Begun(string text) => Tidy(text).TrimStart(';', ',', '.', ':', '-', '+', ' ');

    /// <summary>In a few words: the clause to the end of a word, with a capital.</summary>
    public static string Title(string text)
    {
        var cut = text.Length <= TitleLength ? text : text[..(text.LastIndexOf(' ', TitleLength) is > 0 and var at ? at : TitleLength)] + "\u2026";
        return cut.Length == 0 ? cut : char.ToUpper(cut[0]) + cut[1..];
    }

    /// <summary>The whole paragraph around a place.</summary>
    public static string Paragraph(string letter, LetterSpan span)
    {
        var from = letter.LastIndexOf('\n', Math.Max(span.Start - 1, 0)) + 1;
        var to = letter.IndexOf('\n', Math.Min(span.End, letter.Length)) is >= 0 and var end ? end : letter.Length;
        return string.Join(' ', Fold.Nfc(letter[Math.Min(from, span.Start)..to]).Replace("**", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Where in a place of the letter words stand; null when they are not there as they are.</summary>
    public static LetterSpan? Find(string letter, LetterSpan? within, string words) =>
        within is { } at && letter.IndexOf(words, at.Start, at.Length, StringComparison.Ordinal) is >= 0 and var start ? new(start, words.Length, at.Confidence) : null;

    /// <summary>The next code of a group: two letters of its title and a number that no item has.</summary>
    public static string NextCode(DraftFile file, string groupTitle)
    {
        var initials = new StringBuilder();
        foreach (var word in Fold.Of(groupTitle).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w[0] is >= 'a' and <= 'z').Take(2))
        {
            initials.Append(char.ToUpperInvariant(word[0]));
        }

        var prefix = initials.Length == 0 ? "N" : initials.ToString();
        return Enumerable.Range(1, int.MaxValue - 1).Select(k => $"{prefix}-{k:00}").First(c => file.ItemAt(c) is null);
    }

    /// <summary>Puts an item at a place of its group.</summary>
    public static void Insert(DraftFile file, JsonObject item, string group, int? index)
    {
        var siblings = file.ItemArray.OfType<JsonObject>().Where(i => DraftFile.Text(i, "groupCode") == group).ToList();
        var at = Math.Clamp(index ?? siblings.Count, 0, siblings.Count);
        file.ItemArray.Insert(at < siblings.Count ? file.ItemArray.IndexOf(siblings[at]) : siblings.Count > 0 ? file.ItemArray.IndexOf(siblings[^1]) + 1 : file.ItemArray.Count, item);
    }

    /// <summary>The form every item begins with: what was done, how far, difficulties, proposals, documents.</summary>
    public static JsonObject PlainForm() => new()
    {
        ["extends"] = "BASE_ITEM_FORM",
        ["indicators"] = new JsonArray(),
        ["tables"] = new JsonArray(),
        ["evidence"] = new JsonObject { ["extends"] = "BASE_EVIDENCE" },
    };

    /// <summary>Brings the figures and tables of one item into another.</summary>
    public static void TakeFigures(JsonObject into, JsonObject from)
    {
        foreach (var list in new[] { "indicators", "tables" })
        {
            if (into["form"]?[list] is JsonArray to && from["form"]?[list] is JsonArray own)
            {
                foreach (var field in own)
                {
                    to.Add(field!.DeepClone());
                }
            }
        }
    }
}
