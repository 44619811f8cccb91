using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Portal.Platform.Documents;

/// <summary>Looks through every object of a PDF, those inside object streams too, for what acts when the file is opened
/// (ISO 32000-1, 7.11.4, 12.6.4, 12.7.8). Signatures, links and forms without script are no traps.</summary>
internal static class PdfTraps
{
    private static readonly Dictionary<string, PageTrap> Actions = new()
    {
        ["JavaScript"] = PageTrap.Script,
        ["Rendition"] = PageTrap.Script,
        ["Launch"] = PageTrap.Launch,
        ["GoToR"] = PageTrap.External,
        ["GoToE"] = PageTrap.Attachment,
        ["SubmitForm"] = PageTrap.External,
        ["ImportData"] = PageTrap.External,
    };

    /// <summary>The first trap found, or null. Nesting is followed without recursion.</summary>
    public static PageTrap? Find(PdfDocument document)
    {
        var structure = document.Structure;
        var waiting = new Stack<IToken>([structure.Catalog.CatalogDictionary]);
        foreach (var reference in structure.CrossReferenceTable.ObjectOffsets.Keys)
        {
            if (structure.GetObject(reference)?.Data is { } found)
            {
                waiting.Push(found);
            }
            while (waiting.TryPop(out var token))
            {
                if (Look(token, waiting) is { } trap)
                {
                    return trap;
                }
            }
        }
        return null;
    }

    private static PageTrap? Look(IToken token, Stack<IToken> waiting)
    {
        switch (token)
        {
            case StreamToken stream:
                return Look(stream.StreamDictionary, waiting);
            case ArrayToken array:
                foreach (var item in array.Data)
                {
                    waiting.Push(item);
                }
                return null;
            case DictionaryToken dictionary:
                foreach (var value in dictionary.Data.Values)
                {
                    waiting.Push(value);
                }
                return Judge(dictionary);
            default:
                return null;
        }
    }

    private static PageTrap? Judge(DictionaryToken dictionary)
    {
        if (Name(dictionary, "S") is { } action && Actions.TryGetValue(action, out var trap))
        {
            return trap;
        }
        if (dictionary.Data.ContainsKey("JS"))
        {
            return PageTrap.Script;
        }
        if (Name(dictionary, "Type") == "EmbeddedFile" || dictionary.Data.ContainsKey("EF") || Name(dictionary, "Subtype") == "RichMedia")
        {
            return PageTrap.Attachment;
        }
        return dictionary.Data.ContainsKey("XFA") ? PageTrap.Form : null;
    }

    private static string? Name(DictionaryToken dictionary, string key) => dictionary.Data.TryGetValue(key, out var value) && value is NameToken name ? name.Data : null;
}
